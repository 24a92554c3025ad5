/**
 * Text from outside: in which encoding it is, and what of it nobody can see. Knows nothing else.
 *
 * <p>Used by {@code config} and what is above it. Read {@link fleetpoll.text.Utf8} first.
 */
package fleetpoll.text;
