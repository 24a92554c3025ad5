/**
 * One cell of a concurrency study inside its own process: its task, its record, the JDK's client.
 *
 * <p>Used by {@code gatling} and {@code study}. Read {@link fleetpoll.client.CellTask} first.
 */
package fleetpoll.client;
