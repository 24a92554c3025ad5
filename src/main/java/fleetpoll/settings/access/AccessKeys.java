package fleetpoll.settings.access;

import fleetpoll.config.Checked;
import fleetpoll.config.Choice;
import fleetpoll.config.InputFiles;
import fleetpoll.config.Key;
import fleetpoll.config.Keys;
import fleetpoll.config.OrWord;
import fleetpoll.config.Parameter;
import fleetpoll.config.Placeholders;
import fleetpoll.config.Problems;
import fleetpoll.config.RedisUrl;
import fleetpoll.config.Setting;
import fleetpoll.config.TextPattern;
import fleetpoll.trust.Credential;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of a fleet that say how its devices get to their server. */
public final class AccessKeys {

  private static final String NONE = "none";

  private final Key<Optional<String>> certificate;
  private final Key<Optional<String>> key;
  private final Key<List<String>> protocols;
  private final Key<Optional<ProxyUrl>> proxy;

  /** Adds them to a fleet's other keys. */
  public AccessKeys(Keys fleet) {
    certificate = fleet.add(Key.of("tls.certificate", OrWord.none(TextPattern.NOT_EMPTY)));
    key = fleet.add(Key.of("tls.key", OrWord.none(TextPattern.NOT_EMPTY)));
    protocols = fleet.add(Key.ofSome("tls.protocols", Choice.of("TLSv1.2", "TLSv1.3")));
    proxy = fleet.add(Key.ofSecret("proxy", AccessKeys::proxy, RedisUrl::withoutUser));
  }

  // The message of ProxyUrl already names none.
  private static Optional<ProxyUrl> proxy(String text) {
    return text.equals(NONE) ? Optional.empty() : Optional.of(ProxyUrl.parse(text));
  }

  /**
   * Reads the files of the devices' certificates and keys.
   *
   * @param placeholders that their names may contain
   * @param devices the values of each device's placeholders
   * @return by which the devices prove who they are; incomplete if there are problems
   */
  public List<Credential> credentials(
      Checked fleet,
      Placeholders placeholders,
      List<Map<String, String>> devices,
      InputFiles files,
      Problems problems) {
    if (!fleet.has(certificate, key)) {
      return List.of();
    }
    Setting ofCertificate = fleet.written(certificate);
    Setting ofKey = fleet.written(key);
    if (fleet.get(certificate).isEmpty()) {
      if (fleet.get(key).isPresent()) {
        problems.add(ofKey, "must be none unless tls.certificate is given");
      }
      return List.of();
    }
    Setting keys = fleet.get(key).isPresent() ? ofKey : ofCertificate;
    return ofCertificate.as(placeholders, problems).isPresent()
            & keys.as(placeholders, problems).isPresent()
        ? new CredentialFiles(ofCertificate, keys, files).read(devices, problems)
        : List.of();
  }

  /**
   * The parameter, if it is the certificate with what it costs in a handshake: whether there is
   * one, for whom, and the kind of its key. Its file may have another name.
   */
  public Parameter inForce(Parameter parameter, List<Credential> credentials) {
    if (!parameter.key().equals(certificate.name()) || credentials.isEmpty()) {
      return parameter;
    }
    Stream<String> kinds = credentials.stream().map(Credential::kind).distinct().sorted();
    String whose = credentials.size() == 1 ? "one for all devices" : "one for each device";
    return parameter.meaning(whose + ", " + kinds.collect(Collectors.joining(" or ")));
  }

  /**
   * What they say; only when there are no problems.
   *
   * @param resumes whether a device resumes its last session
   */
  public AccessSettings settings(Checked fleet, List<Credential> credentials, boolean resumes) {
    return new AccessSettings(
        new TlsSettings(credentials, fleet.get(protocols), resumes), fleet.get(proxy));
  }

  /** What a study borrows of them with the others of TLS. */
  public List<Key<?>> ofTls() {
    return List.of(certificate, key, protocols);
  }

  /** Refuses a certificate where nobody would show it: the clients of a study have none. */
  public void refuseCertificate(Checked study, Problems problems) {
    for (Key<Optional<String>> each : List.of(certificate, key)) {
      if (study.find(each).flatMap(Function.identity()).isPresent()) {
        problems.add(study.written(each), "must be none: the clients of a study have none");
      }
    }
  }
}
