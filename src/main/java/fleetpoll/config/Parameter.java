package fleetpoll.config;

/**
 * One parameter in force.
 *
 * @param key as in its file
 * @param value as it was written, or as compact JSON for a list or an object
 * @param origin {@code conf/my.conf:12}, another file and line, or {@code -Dkey}
 */
public record Parameter(String key, String value, String origin) {}
