/**
 * Files that are whole at any instant, and by line while they grow. They know nothing of runs.
 *
 * <p>Used by {@code run} and what is above it. Read {@link fleetpoll.run.file.AppendedFile} first.
 */
package fleetpoll.run.file;
