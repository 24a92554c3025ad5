"use strict";

// Distributions over 1 / (1 - p): each further nine of a percentile has the same width.
const percentiles = (() => {
  const DECADES = 9;
  const SPLITS = [1, 2, ...Array.from({ length: DECADES }, (_, i) => 10 ** (i + 1))];

  // The percentile at x, with a digit for each of its nines, and as many more as are wanted.
  function text(x, more = 0) {
    const digits = Math.max(0, Math.ceil(Math.log10(x) - 2.001) + more);
    return `${(100 - 100 / x).toFixed(digits)} %`;
  }

  // A chart of lines whose x ascend from 1.
  function plot(parent, x, chart) {
    const most = x.at(-1);
    const marks = SPLITS.filter((each) => each <= most * 1.01);
    return charts.plot(parent, {
      ...chart,
      log: true,
      data: [x, ...chart.lines.map((line) => line.values)],
      xLabel: "percentile",
      xText: (each) => text(each, 1),
      xScale: { distr: 3, range: [1, Math.max(2, most)] },
      xAxis: charts.markedAxis(marks, text),
    });
  }

  return { plot };
})();
