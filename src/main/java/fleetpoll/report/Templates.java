package fleetpoll.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

/** The pages' templates. They escape all values: a value is always text, never markup. */
public final class Templates {

  private static final PebbleEngine ENGINE = engine();

  private Templates() {}

  /** A page from the template of this name, such as {@code devices/devices}. */
  public static String page(String name, Map<String, Object> model) throws IOException {
    StringWriter html = new StringWriter();
    ENGINE.getTemplate(name).evaluate(html, model, Locale.ROOT);
    return html.toString();
  }

  private static PebbleEngine engine() {
    ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix("fleetpoll");
    loader.setSuffix(".html");
    return new PebbleEngine.Builder()
        .loader(loader)
        .autoEscaping(true)
        .strictVariables(true)
        .extension(new PageFilters())
        .build();
  }
}
