/**
 * A device's own connection: HTTP/1.1 on Netty's codec, one request at a time, nothing sent twice.
 * It knows no Gatling. Whoever runs devices on event loops may use it. Read {@link
 * fleetpoll.http.Connection} first.
 */
package fleetpoll.http;
