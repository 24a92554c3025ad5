package fleetpoll.text;

/** A sentence made of words that stand elsewhere, too. */
public final class Sentence {

  private Sentence() {}

  /** The same words with a capital at their beginning; there is at least one. */
  public static String begin(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
