package fleetpoll.it.engine;

import fleetpoll.it.Await;
import fleetpoll.it.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Slurm of one node, this machine, with all it stores in the test's folder. */
final class Slurm implements AutoCloseable {

  private static final int KEY_BYTES = 128;
  private static final long END_SECONDS = 10;

  private final Path folder;
  private final Path configuration;
  private final Deque<Process> daemons = new ArrayDeque<>();

  private Slurm(Path folder) {
    this.folder = folder;
    this.configuration = folder.resolve("slurm.conf");
  }

  /** Skips the test if it cannot be started here. */
  static Slurm start(Path folder) throws IOException {
    Command.assume(
        "apt-get install --no-install-recommends slurmctld slurmd slurm-client munge",
        "munged",
        "slurmctld",
        "slurmd",
        "sbatch");
    Slurm slurm = new Slurm(folder);
    try {
      slurm.start();
    } catch (IOException | RuntimeException | AssertionError e) {
      slurm.close();
      throw e;
    }
    return slurm;
  }

  private void start() throws IOException {
    Path key = folder.resolve("munge.key");
    byte[] secret = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    Files.write(key, secret);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--------"));
    Files.createDirectories(folder.resolve("state"));
    Files.createDirectories(folder.resolve("spool"));
    Files.writeString(configuration, text());

    Path socket = folder.resolve("munge.socket");
    // Folders that anybody can write, such as /tmp, would stop it.
    daemon(
        "munged",
        "--force",
        "--foreground",
        "--key-file=" + key,
        "--socket=" + socket,
        "--pid-file=" + folder.resolve("munged.pid"),
        "--seed-file=" + folder.resolve("munge.seed"));
    Await.until(() -> Files.exists(socket), () -> "munged listens: " + printed("munged"));
    daemon("slurmctld", "-D");
    daemon("slurmd", "-D");
    Await.until(
        () -> command("sinfo", "--noheader", "--format=%T").run().output().strip().equals("idle"),
        () -> "the node is idle: " + printed("slurmctld") + printed("slurmd"));
  }

  private String text() throws IOException {
    // Its own name of this machine, which must not need to lead to an address.
    String node = InetAddress.getLocalHost().getHostName().split("\\.")[0];
    return """
        ClusterName=fleetpoll
        SlurmctldHost=%1$s(127.0.0.1)
        SlurmUser=root
        SlurmdUser=root
        AuthType=auth/munge
        AuthInfo=socket=%2$s/munge.socket
        SlurmctldPort=%3$d
        SlurmdPort=%4$d
        StateSaveLocation=%2$s/state
        SlurmdSpoolDir=%2$s/spool
        SlurmctldPidFile=%2$s/slurmctld.pid
        SlurmdPidFile=%2$s/slurmd.pid
        ProctrackType=proctrack/linuxproc
        TaskPlugin=task/none
        MpiDefault=none
        SelectType=select/cons_tres
        SelectTypeParameters=CR_Core_Memory
        SlurmdParameters=config_overrides
        AccountingStorageType=accounting_storage/none
        NodeName=%1$s NodeAddr=127.0.0.1 CPUs=16 RealMemory=16384
        PartitionName=all Nodes=ALL Default=YES State=UP
        """
        .formatted(node, folder, FreePort.find(), FreePort.find());
  }

  private void daemon(String... words) throws IOException {
    daemons.push(command(words).start(folder.resolve(words[0] + ".txt")));
  }

  /** A program that uses this Slurm. */
  Command command(String... words) {
    return Command.of(words).with("SLURM_CONF", configuration.toString());
  }

  private String printed(String daemon) {
    try {
      return Files.readString(folder.resolve(daemon + ".txt"));
    } catch (IOException e) {
      return "no output: " + e;
    }
  }

  /** Ends its jobs, then the daemons, the last first. */
  @Override
  public void close() {
    try {
      command("scancel", "--user=root").run();
      for (Process daemon : daemons) {
        List<ProcessHandle> jobs = daemon.descendants().toList();
        daemon.destroy();
        daemon.waitFor(END_SECONDS, TimeUnit.SECONDS);
        daemon.destroyForcibly();
        jobs.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
