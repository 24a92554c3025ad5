package fleetpoll.settings.access;

import fleetpoll.config.InputFiles;
import fleetpoll.config.Placeholders;
import fleetpoll.config.Problems;
import fleetpoll.config.Setting;
import fleetpoll.trust.Credential;
import fleetpoll.trust.PemFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the files of the devices' certificates and keys, before the load, and checks that they fit.
 *
 * @param certificate names the file of a certificate
 * @param key names the file of its key; the same if both are in one file
 * @param files finds them
 */
public record CredentialFiles(Setting certificate, Setting key, InputFiles files) {

  /** 1 MiB: a chain of certificates has some KB. */
  private static final long MOST_BYTES = 1 << 20;

  /**
   * The credentials of devices, in their order: only one if the files are the same for all. Some
   * are missing if there are problems.
   *
   * @param devices the values of each device's placeholders
   */
  public List<Credential> read(List<Map<String, String>> devices, Problems problems) {
    boolean isForAll =
        !Placeholders.in(certificate.written()).find() && !Placeholders.in(key.written()).find();
    if (isForAll) {
      return one(problems);
    }
    DeviceProblems certificates = new DeviceProblems(certificate, devices.size());
    DeviceProblems keys = new DeviceProblems(key, devices.size());
    List<Credential> credentials = new ArrayList<>();
    for (Map<String, String> device : devices) {
      certificates
          .check(device, name -> PemFile.read(files.find(name, MOST_BYTES)))
          .flatMap(
              own -> keys.check(device, name -> Credential.of(own, files.find(name, MOST_BYTES))))
          .ifPresent(credentials::add);
    }
    certificates.addTo(problems);
    keys.addTo(problems);
    return credentials;
  }

  private List<Credential> one(Problems problems) {
    return certificate
        .as(name -> PemFile.read(files.find(name, MOST_BYTES)), problems)
        .flatMap(own -> key.as(name -> Credential.of(own, files.find(name, MOST_BYTES)), problems))
        .map(List::of)
        .orElse(List.of());
  }
}
