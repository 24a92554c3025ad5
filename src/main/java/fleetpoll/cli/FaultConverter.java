package fleetpoll.cli;

import fleetpoll.server.fault.Fault;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a fault from the command line. */
final class FaultConverter implements ITypeConverter<Fault> {

  @Override
  public Fault convert(String text) {
    try {
      return Fault.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
