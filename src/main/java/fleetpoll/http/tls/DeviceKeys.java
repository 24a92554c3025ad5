package fleetpoll.http.tls;

import fleetpoll.trust.Credential;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * The certificate and key of each device. One context serves them all: the number in an engine's
 * port tells whose it is. A device shows its certificate to whoever asks for one, as a device with
 * one certificate does, and leaves it to the server to refuse it.
 */
final class DeviceKeys extends X509ExtendedKeyManager {

  private final List<Credential> credentials;
  private final Numbers numbers;

  /**
   * @param credentials in device order; one: the same for all
   */
  DeviceKeys(List<Credential> credentials, Numbers numbers) {
    this.credentials = credentials;
    this.numbers = numbers;
  }

  @Override
  public String chooseEngineClientAlias(String[] kinds, Principal[] issuers, SSLEngine engine) {
    int index = credentials.size() == 1 ? 0 : numbers.device(engine.getPeerPort());
    String own = credentials.get(index).key().getAlgorithm();
    return Stream.of(kinds).anyMatch(own::equalsIgnoreCase) ? Integer.toString(index) : null;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return credential(alias).chain().toArray(new X509Certificate[0]);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return credential(alias).key();
  }

  private Credential credential(String alias) {
    return credentials.get(Integer.parseInt(alias));
  }

  @Override
  public String chooseClientAlias(String[] kinds, Principal[] issuers, Socket socket) {
    return null;
  }

  @Override
  public String[] getClientAliases(String kind, Principal[] issuers) {
    return null;
  }

  @Override
  public String[] getServerAliases(String kind, Principal[] issuers) {
    return null;
  }

  @Override
  public String chooseServerAlias(String kind, Principal[] issuers, Socket socket) {
    return null;
  }
}
