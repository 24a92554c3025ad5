package fleetpoll.gatling;

import com.typesafe.scalalogging.Logger;
import io.gatling.core.action.Action;

/**
 * A step of a scenario; implements what Gatling's trait leaves to a class that is not written in
 * Scala.
 */
abstract class Step implements Action {

  private final String name;
  private Logger logger;

  /**
   * @param name the one under which Gatling logs it
   */
  Step(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Logger logger() {
    return logger;
  }

  @Override
  public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger newLogger) {
    logger = newLogger;
  }
}
