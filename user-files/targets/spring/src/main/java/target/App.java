package target;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.catalina.util.ServerInfo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The contract of ../README.md with Spring Boot. */
@SpringBootApplication
@RestController
public class App {

  private static final Map<String, byte[]> PAGES =
      Map.of("1", "0123456789".repeat(10).getBytes(), "200", "0123456789".repeat(20_480).getBytes());

  public static void main(String[] args) {
    if (args[0].equals("--versions")) {
      System.out.println("Java " + Runtime.version());
      System.out.println("Spring Boot " + SpringBootVersion.getVersion());
      System.out.println(ServerInfo.getServerInfo().replace("/", " "));
      return;
    }
    SpringApplication.run(App.class, args);
  }

  @GetMapping(path = "/hello", produces = "text/plain")
  byte[] hello(@RequestParam String page) {
    byte[] body = PAGES.get(page);
    if (body == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "page is 1 or 200");
    }
    return body;
  }

  @GetMapping(path = "/delay", produces = "text/plain")
  byte[] delay(
      @RequestParam @DurationFormat(style = DurationFormat.Style.SIMPLE) Duration min,
      @RequestParam @DurationFormat(style = DurationFormat.Style.SIMPLE) Duration max)
      throws InterruptedException {
    Thread.sleep(ThreadLocalRandom.current().nextLong(min.toMillis(), max.toMillis() + 1));
    return PAGES.get("1");
  }

  @PostMapping("/report")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void report(InputStream body) throws IOException {
    body.transferTo(OutputStream.nullOutputStream());
  }

  @GetMapping(path = "/health", produces = "text/plain")
  String health() {
    return "ok";
  }
}
