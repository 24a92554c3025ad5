package fleetpoll.config;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * One parameter in force.
 *
 * @param key as in its file
 * @param value as it was written, or as compact JSON for a list or an object
 * @param origin {@code conf/my.conf:12}, another file and line, or {@code -Dkey}
 * @param normal the value in a form that is the same however it is written: {@code PT1M} for {@code
 *     60s} and {@code 1 m}, a hash for the contents of a file; null for secrets and in what earlier
 *     versions stored
 */
public record Parameter(String key, String value, String origin, String normal) {

  @JsonCreator
  public Parameter {}

  /** A parameter without a normal form. */
  public Parameter(String key, String value, String origin) {
    this(key, value, origin, null);
  }

  /** The same with the normal form of what it means. */
  public Parameter meaning(Object meant) {
    return new Parameter(key, value, origin, NormalForm.of(meant));
  }

  /** The same with another origin. */
  public Parameter from(String another) {
    return new Parameter(key, value, another, normal);
  }
}
