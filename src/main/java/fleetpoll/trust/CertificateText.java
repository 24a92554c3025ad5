package fleetpoll.trust;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/**
 * Says what may be wrong with a server's certificate, after the words "the certificate".
 *
 * @param chain what the server has sent, its own certificate first
 */
record CertificateText(X509Certificate... chain) {

  private static final int MOST_NAMES = 5;
  private static final int DNS = 2;
  private static final int IP = 7;

  private X509Certificate own() {
    return chain[0];
  }

  /** Empty if it is valid now. */
  Optional<String> period() {
    try {
      own().checkValidity();
      return Optional.empty();
    } catch (CertificateExpiredException e) {
      return Optional.of("expired at " + own().getNotAfter().toInstant());
    } catch (CertificateNotYetValidException e) {
      return Optional.of("is not valid before " + own().getNotBefore().toInstant());
    }
  }

  /** If nobody who is trusted has signed it. */
  String untrusted() {
    if (own().getIssuerX500Principal().equals(own().getSubjectX500Principal())) {
      return "is self-signed and not trusted (tls.trust = its PEM file: then it is)";
    }
    X500Principal issuer = chain[chain.length - 1].getIssuerX500Principal();
    return "is signed by %s, which is not trusted (tls.trust = the PEM file of that CA: then it is)"
        .formatted(name(issuer));
  }

  /** If it is not for the host. */
  String otherHost(String host) {
    List<String> names = names();
    String more =
        names.size() > MOST_NAMES ? " and %s more".formatted(names.size() - MOST_NAMES) : "";
    return names.isEmpty()
        ? "names no host, so not " + host
        : "is for %s%s, not for %s"
            .formatted(
                String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES))),
                more,
                host);
  }

  /** Whether it names the host, or the host's domain with a star before it. */
  boolean isFor(String host) {
    String starred = host.replaceFirst("^[^.]+", "*");
    return names().stream()
        .anyMatch(name -> name.equalsIgnoreCase(host) || name.equalsIgnoreCase(starred));
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> alternatives = own().getSubjectAlternativeNames();
      for (List<?> name : alternatives == null ? List.<List<?>>of() : alternatives) {
        if (name.get(0).equals(DNS) || name.get(0).equals(IP)) {
          names.add(name.get(1).toString());
        }
      }
    } catch (CertificateParsingException e) {
      return List.of();
    }
    return names.isEmpty() ? List.of(name(own().getSubjectX500Principal())) : names;
  }

  /** The common name if there is one. */
  private static String name(X500Principal principal) {
    try {
      return new LdapName(principal.getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .map(part -> part.getValue().toString())
              .findFirst()
              .orElse(principal.getName());
    } catch (InvalidNameException e) {
      return principal.getName();
    }
  }
}
