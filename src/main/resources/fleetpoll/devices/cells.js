"use strict";

// Each device over time: the results of its polls of one endpoint, or of all, in one bin.
const cells = (() => {
  const data = elements.data("map-data");
  if (!data) {
    return null;
  }
  const layers = data.layers.map((layer) => ({
    slowest: bytes(layer.slowest),
    ms: millis(layer),
    ko: spread(layer.ko),
    missed: spread(layer.missed),
    planned: (device, bin) => layer.plans[layer.planOf[device]][bin],
  }));

  function bytes(base64) {
    const text = atob(base64);
    const made = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      made[i] = text.charCodeAt(i);
    }
    return made;
  }

  // The milliseconds of each level; level 0 means that no poll succeeded.
  function millis({ leastMs, mostMs }) {
    const made = new Float64Array(256).fill(NaN);
    for (let level = 1; level < 256; level++) {
      made[level] = leastMs * (mostMs / leastMs) ** ((level - 1) / 254);
    }
    return made;
  }

  // From pairs of a gap and a count to a count for every cell; null if all are 0.
  function spread(pairs) {
    if (pairs.length === 0) {
      return null;
    }
    const made = new Uint32Array(fleet.ids.length * data.bins);
    let cell = -1;
    for (let i = 0; i < pairs.length; i += 2) {
      cell += pairs[i] + 1;
      made[cell] = pairs[i + 1];
    }
    return made;
  }

  function chosen(endpoint) {
    return endpoint === null ? layers : [layers[endpoint]];
  }

  // The slowest success in milliseconds, NaN if there is none; of all endpoints if endpoint is
  // null.
  function slowest(device, bin, endpoint) {
    const cell = device * data.bins + bin;
    let most = NaN;
    for (const layer of chosen(endpoint)) {
      const ms = layer.ms[layer.slowest[cell]];
      most = ms > most || Number.isNaN(most) ? ms : most;
    }
    return most;
  }

  // How many polls were planned, ko or missed.
  function count(key, device, bin, endpoint) {
    let sum = 0;
    for (const layer of chosen(endpoint)) {
      sum +=
        key === "planned"
          ? layer.planned(device, bin)
          : (layer[key]?.[device * data.bins + bin] ?? 0);
    }
    return sum;
  }

  const endS = data.bins * data.binS;

  function period(bin) {
    const at = (b) => numbers.clock(b * data.binS, endS);
    return `${at(bin)} to ${at(bin + 1)}`;
  }

  return { bins: data.bins, binS: data.binS, endS, slowest, count, period };
})();
