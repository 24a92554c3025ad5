"use strict";

// The axis of a distribution, 1 / (1 - p): each further nine of a percentile has the same width.
const percentiles = (() => {
  const DECADES = 9;
  const SPLITS = [1, 2, ...Array.from({ length: DECADES }, (_, i) => 10 ** (i + 1))];

  // The percentile at x, with a digit for each of its nines, and as many more as are wanted.
  function text(x, more = 0) {
    const digits = Math.max(0, Math.ceil(Math.log10(x) - 2.001) + more);
    return `${(100 - 100 / x).toFixed(digits)} %`;
  }

  // Labels from right to left, as far as there is room: the last nines matter most.
  function labels(chart, splits) {
    let free = Infinity;
    return splits
      .toReversed()
      .map((x) => {
        const label = text(x);
        const at = chart.valToPos(x, "x");
        const room = 7 * label.length;
        const fits = at + room / 2 < free;
        free = fits ? at - room / 2 : free;
        return fits ? label : "";
      })
      .toReversed();
  }

  // What a chart needs whose x ascend from 1 to most.
  function axis(most) {
    return {
      xLabel: "percentile",
      xText: (x) => text(x, 1),
      xScale: { distr: 3, range: [1, Math.max(2, most)] },
      xAxis: {
        splits: () => SPLITS.filter((x) => x <= most * 1.01),
        filter: (_, splits) => splits,
        values: labels,
      },
      cursor: { drag: { x: false, y: false } },
    };
  }

  return { axis };
})();
