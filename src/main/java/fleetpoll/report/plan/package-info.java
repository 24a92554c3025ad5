/**
 * What the console says before a run's first request.
 *
 * <p>Used by {@code app}. Read {@link fleetpoll.report.plan.PlanText} first.
 */
package fleetpoll.report.plan;
