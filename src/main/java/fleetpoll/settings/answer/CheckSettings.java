package fleetpoll.settings.answer;

import java.util.Map;
import java.util.Optional;

/**
 * What an answer's body must contain; each part that is there must be met. Placeholders are not
 * filled.
 *
 * @param contains a text
 * @param json by JSONPath, the text of the first value that it finds
 * @param regex a regular expression of Java that matches somewhere
 */
public record CheckSettings(
    Optional<String> contains, Map<String, String> json, Optional<String> regex) {}
