package fleetpoll.text;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says why something failed in words: many of Java's exceptions say it by their type only, or have
 * the name of a file as their whole message.
 */
public final class Reason {

  private static final Map<Class<?>, String> OF_FILES =
      Map.of(
          NoSuchFileException.class, "no such file or folder",
          AccessDeniedException.class, "permission denied",
          FileAlreadyExistsException.class, "there is a file of this name",
          NotDirectoryException.class, "it is no folder",
          DirectoryNotEmptyException.class, "the folder is not empty",
          NotLinkException.class, "it is no link");

  private static final Pattern TYPES =
      Pattern.compile("^(?:(?:\\w+\\.)+[A-Z]\\w*(?:Exception|Error)(?:: |$))+");
  private static final Pattern ENDING = Pattern.compile("(Exception|Error|Throwable)$");
  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private Reason() {}

  /** Such as {@code /a/b.csv: permission denied}; never blank, never the name of a type. */
  public static String of(Throwable failure) {
    if (failure instanceof FileSystemException file && file.getFile() != null) {
      return file.getFile() + ": " + ofFile(file);
    }
    if (failure instanceof OutOfMemoryError) {
      return "too little memory" + said(failure).map(" (%s)"::formatted).orElse("");
    }
    if (failure instanceof UnknownHostException) {
      return said(failure).map("no such host: "::concat).orElse("no such host");
    }
    Throwable cause = failure.getCause();
    if (cause != null && cause.toString().equals(failure.getMessage())) {
      return of(cause);
    }
    return said(failure)
        .or(() -> Optional.ofNullable(cause).map(Reason::of))
        .orElseGet(() -> words(failure));
  }

  /** The same about a file that the sentence names anyway. */
  public static String ofFile(FileSystemException failure) {
    String words = OF_FILES.get(failure.getClass());
    return words != null
        ? words
        : Optional.ofNullable(failure.getReason()).orElseGet(() -> words(failure));
  }

  /** What it says; without the types that Java puts before the message of a cause. */
  private static Optional<String> said(Throwable failure) {
    return Optional.ofNullable(failure.getMessage())
        .map(message -> TYPES.matcher(message).replaceFirst(""))
        .filter(message -> !message.isBlank());
  }

  private static String words(Throwable failure) {
    if (failure instanceof ConnectException) {
      return "no connection";
    }
    String type = failure.getClass().getSimpleName();
    String name = ENDING.matcher(type).replaceFirst("");
    return name.isEmpty()
        ? "an unknown failure"
        : WORD_START.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
