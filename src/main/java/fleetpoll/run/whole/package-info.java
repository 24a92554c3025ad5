/**
 * The notations of stored files, CSV and JSON, and whether a file is what was stored.
 *
 * <p>Used by {@code run} and everything above it. Read {@link fleetpoll.run.whole.StoredFile}
 * first.
 */
package fleetpoll.run.whole;
