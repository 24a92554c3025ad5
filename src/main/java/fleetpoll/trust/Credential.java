package fleetpoll.trust;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.List;

/**
 * By what a device proves to a server who it is.
 *
 * @param chain its certificate, and those that lead to the CA, in this order; at least one
 * @param key of its certificate
 */
public record Credential(List<X509Certificate> chain, PrivateKey key) {

  private static final byte[] ANYTHING = {1};

  /**
   * Reads the key of a certificate.
   *
   * @throws IllegalArgumentException if the file cannot be read, contains no key, or another's
   */
  public static Credential of(PemFile certificate, Path keyFile) {
    PublicKey own = certificate.certificates().get(0).getPublicKey();
    PrivateKey key = PemKey.read(keyFile, own.getAlgorithm());
    if (!fits(key, own)) {
      throw new IllegalArgumentException("must be the key of the certificate, but is another's");
    }
    return new Credential(certificate.certificates(), key);
  }

  /** The kind of the certified key, such as {@code EC, 256 bit}. */
  public String kind() {
    PublicKey certified = chain.get(0).getPublicKey();
    if (certified instanceof RSAKey rsa) {
      return "RSA, %s bit".formatted(rsa.getModulus().bitLength());
    }
    if (certified instanceof ECKey curve) {
      return "EC, %s bit".formatted(curve.getParams().getCurve().getField().getFieldSize());
    }
    return certified.getAlgorithm();
  }

  private static boolean fits(PrivateKey key, PublicKey certified) {
    if (key instanceof RSAKey rsa && certified instanceof RSAKey other) {
      return rsa.getModulus().equals(other.getModulus());
    }
    try {
      Signature signature =
          Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "EdDSA");
      signature.initSign(key);
      signature.update(ANYTHING);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(ANYTHING);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
