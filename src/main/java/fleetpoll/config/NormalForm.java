package fleetpoll.config;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes values so that equal ones have the same text, and different ones do not. */
final class NormalForm {

  private static final String NOTHING = "none";

  private NormalForm() {}

  /** The text of what a key's type has read; compact JSON for a list or an object. */
  static String of(Object value) {
    Object plain = plain(value);
    return plain instanceof String text
        ? text
        : ConfigValueFactory.fromAnyRef(plain).render(ConfigRenderOptions.concise());
  }

  private static Object plain(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.<Object>map(NormalForm::plain).orElse(NOTHING);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(NormalForm::plain).toList();
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .collect(Collectors.toMap(entry -> entry.getKey().toString(), e -> plain(e.getValue())));
    }
    return value instanceof Setting setting ? setting.written() : value.toString();
  }
}
