package fleetpoll.cli;

import fleetpoll.config.IpAddress;
import java.net.InetAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an address from the command line. */
final class HostConverter implements ITypeConverter<InetAddress> {

  @Override
  public InetAddress convert(String text) {
    try {
      return IpAddress.of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
