package fleetpoll.settings.body;

import fleetpoll.config.Placeholders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.zip.GZIPOutputStream;

/**
 * A body cut at its placeholders, so that filling it is copying.
 *
 * @param body whose it is
 * @param literals what is before, between and after the placeholders: one more than them
 * @param names of the placeholders, in order
 */
public record BodyText(BodySettings body, List<byte[]> literals, List<String> names) {

  static BodyText of(BodySettings body) {
    String text = body.text();
    List<byte[]> literals = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int at = 0;
    for (Matcher found = Placeholders.in(text); found.find(); at = found.end()) {
      literals.add(text.substring(at, found.start()).getBytes(StandardCharsets.UTF_8));
      names.add(found.group(1));
    }
    literals.add(
        names.isEmpty() ? body.array() : text.substring(at).getBytes(StandardCharsets.UTF_8));
    return new BodyText(body, List.copyOf(literals), List.copyOf(names));
  }

  /** Whether it is another text in each poll. */
  public boolean differsByPoll() {
    return names.stream().anyMatch(name -> PollValue.of(name).isPresent());
  }

  /**
   * What its placeholders insert, in their order.
   *
   * @param values by name
   */
  public List<byte[]> inserted(Function<String, String> values) {
    List<byte[]> inserted = new ArrayList<>(names.size());
    for (String name : names) {
      inserted.add(body.inserted(values.apply(name)));
    }
    return inserted;
  }

  /** How long the text is with them, not compressed. */
  public int length(List<byte[]> inserted) {
    int length = 0;
    for (byte[] literal : literals) {
      length += literal.length;
    }
    for (byte[] value : inserted) {
      length += value.length;
    }
    return length;
  }

  /** The body with them as it is sent: compressed if it is to be. */
  public byte[] bytes(List<byte[]> inserted) {
    byte[] plain = new byte[length(inserted)];
    int at = 0;
    for (int i = 0; i < literals.size(); i++) {
      at = copy(literals.get(i), plain, at);
      at = i < inserted.size() ? copy(inserted.get(i), plain, at) : at;
    }
    return body.isGzip() ? compressed(plain) : plain;
  }

  private static int copy(byte[] from, byte[] to, int at) {
    System.arraycopy(from, 0, to, at, from.length);
    return at + from.length;
  }

  private static byte[] compressed(byte[] plain) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
