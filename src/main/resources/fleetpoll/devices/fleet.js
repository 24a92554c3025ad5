"use strict";

// The devices, their numbers and the verdicts that follow from these.
const fleet = (() => {
  const SLOW = 3;

  const data = elements.data("devices-data");
  const position = Object.fromEntries(data.columns.map((name, index) => [name, index]));
  const failurePosition = Object.fromEntries(data.errorColumns.map((name, index) => [name, index]));
  const ids = data.devices.map((device) => device[0]);
  const indices = ids.map((_, index) => index);
  const medians = new Map();

  function value(device, endpoint, key) {
    const cell = data.devices[device][1][endpoint];
    if (!cell) {
      return null;
    }
    if (key === "success") {
      const sent = cell[position.sent];
      return sent === 0 ? null : (cell[position.ok] * 100) / sent;
    }
    return cell[position[key]];
  }

  // A number per device, NaN if there is none.
  function values(endpoint, key) {
    return Float64Array.from(indices, (device) => value(device, endpoint, key) ?? NaN);
  }

  // The number of the median device.
  function median(endpoint, key) {
    const name = `${endpoint} ${key}`;
    if (!medians.has(name)) {
      const known = values(endpoint, key)
        .filter((each) => !Number.isNaN(each))
        .sort();
      medians.set(name, known.length === 0 ? NaN : known[(known.length - 1) >> 1]);
    }
    return medians.get(name);
  }

  // Whether a number is a percentile p of fewer than 10 / (1 - p) polls.
  function isFew(device, endpoint, key) {
    const [, measure, percent] = /^(service|response|late)P(\d\d)Ms$/.exec(key) ?? [];
    if (!measure || value(device, endpoint, key) === null) {
      return false;
    }
    const of = (name) => value(device, endpoint, name);
    const planned = of("unanswered") === null ? of("ok") : of("planned");
    const polls = { service: of("ok"), response: planned, late: of("sent") }[measure];
    return polls < Math.round(1_000 / (100 - percent));
  }

  function isSlow(number, endpoint, key) {
    return number >= SLOW * median(endpoint, key);
  }

  // A number per device that is the same in all its endpoints' rows, NaN if it is not known.
  function shared(key) {
    return Float64Array.from(indices, (device) => {
      const endpoint = data.endpoints.findIndex((_, each) => value(device, each, key) != null);
      return endpoint < 0 ? NaN : value(device, endpoint, key);
    });
  }

  // The longest time that each device went without a success of any endpoint.
  const silence = { ms: shared("deviceSilenceMaxMs"), fromS: shared("deviceSilenceFromS") };
  const usualSilence = silence.ms.filter((ms) => !Number.isNaN(ms)).sort();

  function isSilent(ms) {
    return ms >= SLOW * usualSilence[(usualSilence.length - 1) >> 1];
  }

  function sum(key) {
    const sums = new Float64Array(ids.length);
    data.endpoints.forEach((_, endpoint) =>
      indices.forEach((device) => (sums[device] += value(device, endpoint, key) ?? 0)),
    );
    return sums;
  }

  // How many times the median device's the p99 of its worst endpoint is.
  function slowness() {
    const most = new Float64Array(ids.length);
    data.endpoints.forEach((_, endpoint) => {
      const usual = median(endpoint, "serviceP99Ms");
      indices.forEach((device) => {
        const ratio = (value(device, endpoint, "serviceP99Ms") ?? 0) / usual || 0;
        most[device] = Math.max(most[device], ratio);
      });
    });
    return most;
  }

  // Response times include the generator's lateness and the wait for the next success.
  function late() {
    return indices.map((device) =>
      data.endpoints.some((_, endpoint) =>
        isSlow(value(device, endpoint, "responseP99Ms") ?? NaN, endpoint, "responseP99Ms"),
      ),
    );
  }

  function failures(device) {
    return data.errors
      .filter((each) => each[failurePosition.device] === device)
      .map((each) => {
        const at = (name) => each[failurePosition[name]];
        return {
          endpoint: data.endpoints[at("endpoint")],
          reason: data.texts[at("reason")],
          count: at("count"),
          firstS: at("firstS"),
          lastS: at("lastS"),
          message: data.texts[at("message")],
        };
      });
  }

  return {
    ids,
    indices,
    endpoints: data.endpoints,
    columns: data.columns,
    row: (device, endpoint) => data.devices[device][1][endpoint],
    value,
    values,
    median,
    isFew,
    isSlow,
    silence,
    isSilent,
    ko: sum("ko"),
    missed: sum("missed"),
    slowness,
    late,
    failures,
  };
})();
