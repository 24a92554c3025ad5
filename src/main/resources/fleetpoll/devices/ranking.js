"use strict";

// Orders of the devices, as lists of their indices. Equals stay in the fleet's order.
const ranking = (() => {
  // Most failed polls first, then most missed, then the slowest against the median device.
  const worstFirst = (() => {
    const { ko, missed } = fleet;
    const slowness = fleet.slowness();
    return fleet.indices
      .slice()
      .sort(
        (a, b) => ko[b] - ko[a] || missed[b] - missed[a] || slowness[b] - slowness[a] || a - b,
      );
  })();

  // By a number per device; devices without one come last in both directions.
  function by(values, descending) {
    const sign = descending ? -1 : 1;
    return fleet.indices.slice().sort((a, b) => {
      const x = values[a];
      const y = values[b];
      if (Number.isNaN(x) || Number.isNaN(y)) {
        return Number.isNaN(x) - Number.isNaN(y) || a - b;
      }
      return sign * (x - y) || a - b;
    });
  }

  // Each device's place in the order of their ids, in which device-9 comes before device-10.
  function byId() {
    const collator = new Intl.Collator("en", { numeric: true });
    const ranks = new Float64Array(fleet.ids.length);
    fleet.indices
      .slice()
      .sort((a, b) => collator.compare(fleet.ids[a], fleet.ids[b]))
      .forEach((index, rank) => (ranks[index] = rank));
    return ranks;
  }

  return { worstFirst, by, byId };
})();
