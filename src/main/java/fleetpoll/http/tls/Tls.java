package fleetpoll.http.tls;

import fleetpoll.settings.access.TlsSettings;
import fleetpoll.text.Reason;
import fleetpoll.trust.Trust;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * How the devices of a fleet speak TLS: all of them with one context, which knows each one's
 * certificate and sessions.
 */
public final class Tls {

  /** Of JDK and Netty alike; without it, the native library resumes no session of TLS 1.2. */
  private static final String TICKETS = "jdk.tls.client.enableSessionTicketExtension";

  /** The least: 0 would mean any number. */
  private static final int NO_SESSION = 1;

  /** A server gives two tickets, mostly, and the JDK keeps a session for each. */
  private static final int SESSIONS_OF_A_DEVICE = 4;

  private final SslContext context;
  private final boolean verifiesHost;
  private final boolean resumes;
  private final Numbers numbers;
  private final AtomicInteger visits = new AtomicInteger();

  private Tls(SslContext context, boolean verifiesHost, boolean resumes, Numbers numbers) {
    this.context = context;
    this.verifiesHost = verifiesHost;
    this.resumes = resumes;
    this.numbers = numbers;
  }

  /** By the native library if the class path has it, else by the JDK's. */
  public static Tls of(Trust trust, TlsSettings settings, int devices) {
    return of(
        OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK,
        trust.manager(),
        trust.verifies(),
        settings,
        devices);
  }

  /**
   * By the native library or the JDK's, as the caller chooses.
   *
   * @param trusts judges the servers' certificates
   * @param verifiesHost whether they must be the host's
   * @throws IllegalStateException if it cannot do what the settings ask for
   */
  public static Tls of(
      SslProvider provider,
      TrustManager trusts,
      boolean verifiesHost,
      TlsSettings settings,
      int devices) {
    if (settings.resumes() && System.getProperty(TICKETS) == null) {
      System.setProperty(TICKETS, "true");
    }
    Numbers numbers = new Numbers(devices);
    SslContextBuilder builder =
        SslContextBuilder.forClient()
            .sslProvider(provider)
            .trustManager(trusts)
            .endpointIdentificationAlgorithm(null)
            .sessionCacheSize(settings.resumes() ? SESSIONS_OF_A_DEVICE * devices : NO_SESSION);
    if (!settings.credentials().isEmpty()) {
      builder.keyManager(new DeviceKeys(settings.credentials(), numbers));
    }
    if (!settings.protocols().isEmpty()) {
      builder.protocols(settings.protocols());
    }
    try {
      return new Tls(builder.build(), verifiesHost, settings.resumes(), numbers);
    } catch (SSLException e) {
      throw new IllegalStateException("This JVM has no TLS: " + Reason.of(e), e);
    }
  }

  /** The library that is used, by its name. */
  public static String library() {
    return OpenSsl.isAvailable() ? OpenSsl.versionString() : "the JDK";
  }

  /** A device's part of it. */
  public DeviceTls device(int device) {
    return new DeviceTls(
        this, resumes ? any -> device : handshake -> numbers.number(device, handshake));
  }

  /** For who is no device: shows the certificate of device 0, and leaves no session to anyone. */
  public DeviceTls visitor() {
    return new DeviceTls(this, any -> numbers.others(visits.getAndIncrement()));
  }

  SslContext context() {
    return context;
  }

  boolean verifiesHost() {
    return verifiesHost;
  }
}
