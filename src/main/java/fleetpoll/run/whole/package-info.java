/**
 * Whether a stored file is what was stored.
 *
 * <p>Used by {@code run} and everything above it. Read {@link fleetpoll.run.whole.StoredFile}
 * first.
 */
package fleetpoll.run.whole;
