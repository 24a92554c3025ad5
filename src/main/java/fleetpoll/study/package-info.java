/**
 * What concurrency costs: the cells of a grid, each in a process of its own, and their page.
 *
 * <p>Used by {@code cli} and {@code app}. Read {@link fleetpoll.study.ConcurrencyStudy} first.
 */
package fleetpoll.study;
