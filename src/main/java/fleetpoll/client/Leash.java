package fleetpoll.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fleetpoll.process.ExitCode;
import fleetpoll.process.SpareFiles;
import fleetpoll.text.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.Semaphore;

/**
 * A client's line to the study that started it. The client prints that its load is over. The study
 * then measures the process and answers on the standard input; after that the client prints its
 * result. When the standard input ends, the study is gone and the client ends too.
 */
public final class Leash {

  /** The line that says that the load is over. */
  public static final String LOAD_IS_OVER = "fleetpoll cell: load is over";

  /** What the line with the result begins with; JSON follows. */
  public static final String RESULT = "fleetpoll cell: result ";

  private static final int SPARE_FILES = 32;

  private final SpareFiles spareFiles = new SpareFiles(SPARE_FILES);
  private final PrintStream out;
  private final Semaphore measured = new Semaphore(0);

  private Leash(PrintStream out) {
    this.out = out;
  }

  /** The line of this process. */
  public static Leash ofThisProcess() {
    Leash leash = new Leash(System.out);
    Thread thread = new Thread(() -> leash.listen(System.in), "line to the study");
    thread.setDaemon(true);
    thread.start();
    return leash;
  }

  private void listen(InputStream in) {
    try {
      while (in.read() >= 0) {
        measured.release();
      }
    } catch (IOException e) {
      System.err.println("The line to the study broke: " + Reason.of(e));
    }
    Runtime.getRuntime().halt(ExitCode.TERMINATED.number());
  }

  /** Reports that the load is over and waits until the study has measured this process. */
  public void loadIsOver() {
    out.println(LOAD_IS_OVER);
    out.flush();
    measured.acquireUninterruptibly();
    try {
      spareFiles.close();
    } catch (IOException e) {
      System.err.println("The spare files cannot be closed: " + Reason.of(e));
    }
  }

  /** Reports the result. */
  public void result(CellResult result) {
    try {
      out.println(RESULT + new ObjectMapper().writeValueAsString(result));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts are always JSON", e);
    }
  }
}
