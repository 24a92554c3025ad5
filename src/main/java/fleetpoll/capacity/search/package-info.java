/**
 * The search for a capacity: which size to try next, and what the trials so far allow to claim.
 * Pure: it is a function of a goal and of the trials so far, so an interrupted search goes on from
 * its trials alone. Its terms and its logic are those of the IETF's draft-ietf-bmwg-mlrsearch, with
 * devices in place of a load and service levels in place of a loss ratio. Read {@link
 * fleetpoll.capacity.search.Goal} first.
 */
package fleetpoll.capacity.search;
