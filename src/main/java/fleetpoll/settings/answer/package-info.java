/**
 * Which answer of an endpoint is a success: its status, its length, its content.
 *
 * <p>Used by {@code settings} and the packages above it. Read {@link
 * fleetpoll.settings.answer.AnswerSettings} first.
 */
package fleetpoll.settings.answer;
