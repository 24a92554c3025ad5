package fleetpoll.app;

/** A process that never ends by itself, only with its parent. */
final class Orphan {

  private Orphan() {}

  public static void main(String[] args) throws InterruptedException {
    ParentProcess.endWithIt();
    System.out.println(ProcessHandle.current().pid());
    Thread.currentThread().join();
  }
}
