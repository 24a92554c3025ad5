package fleetpoll.cli;

import fleetpoll.process.ExitCode;
import fleetpoll.server.Behavior;
import fleetpoll.server.TargetServer;
import fleetpoll.server.fault.Fault;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the embedded target in this process. */
@Command(name = "serve", description = "Runs the embedded target until it is interrupted.")
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--host",
      defaultValue = "${sys:embedded.host:-127.0.0.1}",
      converter = HostConverter.class,
      description = "Address of this machine to listen on. Default: ${DEFAULT-VALUE}.")
  private InetAddress host;

  @Option(
      names = "--port",
      defaultValue = "8000",
      description = "Port, 0 to 65535; 0: any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--threads",
      defaultValue = "1",
      description = "Event loops, 1 to 64. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--fault",
      converter = FaultConverter.class,
      paramLabel = "<devices>=<kind>[:<argument>]",
      description = "What goes wrong for a device, or for all (*); can be given several times.")
  private List<Fault> faults = List.of();

  @Option(names = "--validators", description = "Answers of /hello invite clients to cache them.")
  private boolean validators;

  @Option(names = "--cookies", description = "Answers of /hello set a cookie.")
  private boolean cookies;

  @Option(names = "--until-stdin-closes", description = "Ends when its standard input ends.")
  private boolean untilStdinCloses;

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireRange("--port", port, 0, 65_535);
    requireRange("--threads", threads, 1, 64);
    TargetServer server;
    try {
      server = TargetServer.start(host, port, threads, new Behavior(faults, validators, cookies));
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .printf(
              "Cannot listen on %s:%s (%s); choose another --port.%n",
              host.getHostAddress(), port, Reason.of(e));
      return ExitCode.FAILURE.number();
    }
    warn();
    try (server) {
      spec.commandLine().getOut().println("listening on " + server.uri());
      spec.commandLine().getOut().flush();
      await();
    }
    return ExitCode.OK.number();
  }

  private void warn() {
    if (!host.isLoopbackAddress()) {
      spec.commandLine()
          .getErr()
          .printf(
              "Warning: other machines can reach this server at %s; it knows no users and no"
                  + " passwords.%n",
              host.isAnyLocalAddress() ? "all addresses of this machine" : host.getHostAddress());
      spec.commandLine().getErr().flush();
    }
  }

  private void requireRange(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is %s; it is a whole number from %s to %s.".formatted(option, value, min, max));
    }
  }

  private void await() throws IOException, InterruptedException {
    if (untilStdinCloses) {
      System.in.transferTo(OutputStream.nullOutputStream());
    } else {
      Thread.currentThread().join();
    }
  }
}
