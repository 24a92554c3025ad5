package fleetpoll.run.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import fleetpoll.text.SpreadsheetText;
import java.io.IOException;

/** Writes text so that it is safe to open in a spreadsheet, and reads it as it was. */
public final class SafeText {

  private SafeText() {}

  /** Does so for all texts of a file. */
  public static Module module() {
    return new SimpleModule()
        .addSerializer(String.class, new Safe())
        .addDeserializer(String.class, new Original());
  }

  private static final class Safe extends StdScalarSerializer<String> {

    private static final long serialVersionUID = 1L;

    Safe() {
      super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator cell, SerializerProvider provider)
        throws IOException {
      cell.writeString(SpreadsheetText.safe(text));
    }
  }

  private static final class Original extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    Original() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser cell, DeserializationContext context) throws IOException {
      return SpreadsheetText.original(cell.getText());
    }
  }
}
