package fleetpoll.settings;

import java.util.Arrays;
import java.util.Optional;

/** What may separate the values of a file of identities. */
enum Separator {
  COMMA(',', "a comma"),
  SEMICOLON(';', "a semicolon"),
  TAB('\t', "a tab");

  private final char character;
  private final String text;

  Separator(char character, String text) {
    this.character = character;
    this.text = text;
  }

  /** That of a character that is one of them. */
  static Separator of(char character) {
    return Arrays.stream(values())
        .filter(each -> each.character == character)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no separator: " + character));
  }

  char character() {
    return character;
  }

  /** Another one in a text, which its writer may have meant to separate values. */
  Optional<Separator> otherIn(String cell) {
    return Arrays.stream(values())
        .filter(each -> each != this && cell.indexOf(each.character) >= 0)
        .findFirst();
  }

  @Override
  public String toString() {
    return text;
  }
}
