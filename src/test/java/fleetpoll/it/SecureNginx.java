package fleetpoll.it;

import fleetpoll.trust.TestAuthority;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Debian's nginx, which speaks TLS and requires certificates of its clients. At {@code /login} it
 * gives each certificate a token of its own, and {@code /report} takes only that.
 */
final class SecureNginx implements AutoCloseable {

  private static final String CONFIGURATION =
      """
      daemon off;
      pid nginx.pid;
      error_log error.txt;
      worker_processes 1;
      events { worker_connections 1000; }
      http {
        access_log off;
        log_format tls '$http_x_device $ssl_client_s_dn $status $ssl_session_reused'
          ' $ssl_protocol $ssl_server_name';
        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi; scgi_temp_path scgi;
        keepalive_requests 1000000;
        server {
          listen 127.0.0.1:%d ssl;
          ssl_certificate %s.pem;
          ssl_certificate_key %s.key;
          ssl_client_certificate %s;
          ssl_protocols TLSv1.2 TLSv1.3;
          ssl_verify_client on;
          access_log access.txt tls;
          location / { default_type text/plain; return 200 '%s'; }
          location = /login {
            default_type application/json;
            return 200 '{"access_token": "t-$ssl_client_s_dn"}';
          }
          location = /report {
            if ($http_authorization != "Bearer t-$ssl_client_s_dn") { return 401; }
            return 204;
          }
        }
      }
      """;

  private final Path folder;
  private final int port;
  private final Process process;

  private SecureNginx(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Its certificate is that of the name {@code server}. */
  static SecureNginx start(Path folder, TestAuthority authority) throws IOException {
    int port = FreePort.find();
    Path server = authority.folder().resolve("server");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("nginx.conf"),
        CONFIGURATION.formatted(port, server, server, authority.pem(), "x".repeat(100)));
    ProcessBuilder builder =
        new ProcessBuilder("nginx", "-p", folder.toString(), "-c", "nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile());
    builder.environment().merge("PATH", ":/usr/sbin", String::concat);
    SecureNginx nginx = new SecureNginx(folder, port, builder.start());
    Await.until(nginx::listens, () -> "nginx listens on " + port);
    return nginx;
  }

  private boolean listens() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  String url(String host) {
    return "https://" + host + ":" + port;
  }

  /** The requests so far: device, subject, status, whether its session was resumed, and so on. */
  List<String> log() throws IOException {
    return Files.readAllLines(folder.resolve("access.txt"));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
