package fleetpoll.it;

import fleetpoll.server.ServeCommandLine;
import fleetpoll.server.Target;
import fleetpoll.settings.EmbeddedSettings;
import fleetpoll.settings.ServerProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process that starts a target, prints its pid, and its log if it has one, and never ends by
 * itself. With an argument the target is a started one, whose children are no servers.
 */
final class OrphaningParent {

  private OrphaningParent() {}

  public static void main(String[] args) throws InterruptedException {
    Target target = args.length == 0 ? embedded() : started();
    System.out.println(target.pid().orElseThrow());
    target.log().ifPresent(System.out::println);
    Thread.currentThread().join();
  }

  private static Target embedded() {
    return Target.embedded(new EmbeddedSettings(1, List.of("-Xmx64m"), List.of()), line -> {});
  }

  private static Target started() {
    EmbeddedSettings settings = new EmbeddedSettings(1, List.of("-Xmx64m"), List.of());
    List<String> serve = new ArrayList<>(ServeCommandLine.of(settings));
    serve.replaceAll(word -> word.equals("0") ? "#{port}" : word);
    serve.remove("--until-stdin-closes");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", "(sleep 100 & sleep 200) & \"$@\"", "sh"));
    command.addAll(serve.subList(serve.get(0).endsWith("setsid") ? 1 : 0, serve.size()));
    return Target.started(
        "orphan",
        new ServerProgram(
            command,
            List.of(),
            Path.of("."),
            "/health",
            Duration.ofSeconds(20),
            Duration.ofSeconds(2),
            Optional.empty()));
  }
}
