/**
 * What one run was: its folder, what is stored there, and the verdict on it.
 *
 * <p>Used by {@code report} and what is above it. Read {@link fleetpoll.run.Run} first.
 */
package fleetpoll.run;
