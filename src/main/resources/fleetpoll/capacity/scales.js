"use strict";

// The scales of the charts of a capacity: where a figure is on the axis, and how the axis is marked.
const scales = (() => {
  const LEAST_SHARE = 0.001;
  const STEPS = [1, 2, 5];

  // 1, 2 and 5 times the powers of ten within a range.
  function round([least, most]) {
    const powers = [];
    for (let power = Math.floor(Math.log10(least)); power <= Math.log10(most); power++) {
      powers.push(power);
    }
    return powers
      .flatMap((power) => STEPS.map((step) => Number(`${step}e${power}`)))
      .filter((mark) => mark >= least && mark <= most);
  }

  function share(value) {
    return Math.max(value, LEAST_SHARE);
  }

  function trimmed(value) {
    return `${Number(value.toPrecision(6))}`;
  }

  // On a scale of nines the chart knows the share that is missing.
  function nines(at, text, dir) {
    return {
      at,
      text,
      scale: (values) => ({
        distr: 3,
        dir,
        range: [LEAST_SHARE / 1.5, Math.min(100, 10 ** Math.ceil(Math.log10(Math.max(1, ...values)))) * 1.5],
      }),
      axis: {
        splits: () => [0.001, 0.01, 0.1, 1, 10, 100],
        filter: (_, splits) => splits,
        values: (_, splits) => splits.map(text),
      },
    };
  }

  function logarithmic(values) {
    const known = values.filter((value) => value > 0);
    return {
      distr: 3,
      range: known.length > 0 ? [Math.min(...known) / 1.4, Math.max(...known) * 1.4] : [1, 10],
    };
  }

  const of = {
    log: {
      at: (value) => (value > 0 ? value : null),
      text: numbers.measure,
      scale: logarithmic,
      axis: {
        splits: (chart) => round([chart.scales.y.min, chart.scales.y.max]),
        filter: (_, splits) => splits,
      },
    },
    linear: {
      at: (value) => value,
      text: numbers.measure,
      scale: (values) => ({ range: [0, Math.max(...values, 0) * 1.1 || 1] }),
      axis: {},
    },
    share: nines(share, (value) => (value <= LEAST_SHARE ? "0" : trimmed(value)), 1),
    success: nines(
      (value) => share(100 - value),
      (value) => (value <= LEAST_SHARE ? "100" : trimmed(100 - value)),
      -1,
    ),
  };

  return { of, round };
})();
