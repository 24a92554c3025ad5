/**
 * Several runs side by side: what is claimed, its page, and the baseline.
 *
 * <p>Used by {@code cli} and {@code app}. Read {@link fleetpoll.compare.Comparison} first.
 */
package fleetpoll.compare;
