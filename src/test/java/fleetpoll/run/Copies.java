package fleetpoll.run;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Copies of records that differ in one component, for those of many components. */
public final class Copies {

  private Copies() {}

  /**
   * A copy with another value of one component.
   *
   * @param name of the component
   * @param value of the copy; may be null
   */
  public static <R extends Record> R with(R record, String name, Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    try {
      Object[] values = new Object[components.length];
      int found = 0;
      for (int i = 0; i < components.length; i++) {
        boolean isOther = components[i].getName().equals(name);
        found += isOther ? 1 : 0;
        values[i] = isOther ? value : components[i].getAccessor().invoke(record);
      }
      if (found == 0) {
        throw new IllegalArgumentException(record.getClass() + " has no " + name);
      }
      @SuppressWarnings("unchecked") // the constructor of the record's own class
      R copy =
          (R)
              record
                  .getClass()
                  .getDeclaredConstructor(
                      Arrays.stream(components)
                          .map(RecordComponent::getType)
                          .toArray(Class<?>[]::new))
                  .newInstance(values);
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
