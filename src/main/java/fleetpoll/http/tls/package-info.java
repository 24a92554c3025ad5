/**
 * How devices speak TLS, as whom, and what a server's refusal of a device's certificate means.
 *
 * <p>Used by {@code http} and what is above it. Read {@link fleetpoll.http.tls.Tls} first.
 */
package fleetpoll.http.tls;
