/**
 * What one run was: its folder, the files in it, and its verdict.
 *
 * <p>Used by {@code report} and what is above it. Read {@link fleetpoll.run.Run} first.
 */
package fleetpoll.run;
