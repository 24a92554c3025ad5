/**
 * A file that grows while a run goes on and is whole by line at any instant. It knows nothing of
 * runs.
 *
 * <p>Used by {@code run} and what is above it. Read {@link fleetpoll.run.file.AppendedFile} first.
 */
package fleetpoll.run.file;
