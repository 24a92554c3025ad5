package fleetpoll.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueFactory;
import java.math.BigInteger;
import java.util.function.Function;

/** Reads an amount of memory in bytes: {@code 300MiB} is 300 · 2^20, {@code 300MB} 300 · 10^6. */
public final class Memory implements Function<String, Long> {

  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(50);

  /**
   * @throws IllegalArgumentException saying what is allowed
   */
  @Override
  public Long apply(String text) {
    try {
      BigInteger bytes =
          ConfigValueFactory.fromAnyRef(text).atKey("m").getMemorySize("m").toBytesBigInteger();
      boolean hasUnit = text.matches("(?s).*[A-Za-z]\\s*");
      if (hasUnit && bytes.signum() > 0 && bytes.compareTo(MOST) <= 0) {
        return bytes.longValueExact();
      }
    } catch (ConfigException | NumberFormatException e) {
      throw notAllowed();
    }
    throw notAllowed();
  }

  /** The same, but at most 1 GiB, which fits into an array of bytes. */
  public static Function<String, Integer> toGibibyte() {
    return text -> {
      long bytes = new Memory().apply(text);
      if (bytes > 1 << 30) {
        throw new IllegalArgumentException("must be at most 1 GiB");
      }
      return (int) bytes;
    };
  }

  private static IllegalArgumentException notAllowed() {
    return new IllegalArgumentException(
        "must be memory with its unit, such as 300MiB or 300MB: more than 0 and at most 1 PiB");
  }
}
