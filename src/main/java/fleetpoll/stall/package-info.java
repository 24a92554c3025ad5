/**
 * Stalls: when and for how long an event loop of the generator stood still. The engine beats its
 * heart, the record blames the generator by it, and the samples show it; this package knows none of
 * them. Read {@link fleetpoll.stall.StallRecorder} first.
 */
package fleetpoll.stall;
