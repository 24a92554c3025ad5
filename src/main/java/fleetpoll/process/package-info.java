/**
 * Processes, of whatever program: this JVM, how another one is started, and what exit codes say.
 *
 * <p>Used by every package; uses none. Read {@link fleetpoll.process.ExitCode} first.
 */
package fleetpoll.process;
