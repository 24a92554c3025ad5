package fleetpoll.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names folders as Gatling names those of its runs. */
public final class FolderName {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private FolderName() {}

  /** A name such as {@code compare-20261124224429861}. */
  public static String of(String what, Instant now) {
    return what + "-" + STAMP.format(now);
  }
}
