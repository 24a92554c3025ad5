/**
 * What can be known of a run: each figure with its key, its unit and which direction is better, and
 * how numbers are written.
 *
 * <p>Used by every package that names or shows a figure; {@code run} reads them. Read {@link
 * fleetpoll.figure.Figure} first.
 */
package fleetpoll.figure;
