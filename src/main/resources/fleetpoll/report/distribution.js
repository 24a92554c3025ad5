"use strict";

// The fleet's distributions over 1 / (1 - p): each further nine of a percentile has the same width.
const distribution = (() => {
  const place = elements.find("distribution-chart");
  const data = place && elements.data("distribution-data");
  if (!data || data.curves.length === 0) {
    place?.replaceChildren("No poll succeeded, so there is no distribution.");
    place?.classList.replace("panel-sheet", "nothing");
    return null;
  }
  const DECADES = 9;
  const SPLITS = [1, 2, ...Array.from({ length: DECADES }, (_, i) => 10 ** (i + 1))];

  // The percentile at x, with a digit for each of its nines, and as many more as are wanted.
  function percentile(x, more = 0) {
    const digits = Math.max(0, Math.ceil(Math.log10(x) - 2.001) + more);
    return `${(100 - 100 / x).toFixed(digits)} %`;
  }

  // Labels from right to left, as far as there is room: the last nines matter most.
  function labels(chart, splits) {
    let free = Infinity;
    return splits
      .toReversed()
      .map((x) => {
        const text = percentile(x);
        const at = chart.valToPos(x, "x");
        const room = 7 * text.length;
        const fits = at + room / 2 < free;
        free = fits ? at - room / 2 : free;
        return fits ? text : "";
      })
      .toReversed();
  }

  function draw() {
    const lines = data.curves.map((curve) => ({
      label: `${fleet.endpoints[curve.endpoint]} ${curve.measure}`,
      colour: `line-${curve.endpoint}`,
      dash: curve.measure === "response",
      width: 2,
      values: data.x.map((_, i) => (curve.ms[i] === undefined ? null : Math.max(0.001, curve.ms[i]))),
    }));
    return charts.plot(place, {
      title: "Service and response time by percentile, ms",
      height: 320,
      log: true,
      lines,
      data: [data.x, ...lines.map((line) => line.values)],
      xLabel: "percentile",
      xText: (x) => percentile(x, 1),
      xScale: { distr: 3, range: [1, Math.max(2, data.x.at(-1))] },
      xAxis: {
        splits: () => SPLITS.filter((x) => x <= data.x.at(-1) * 1.01),
        filter: (_, splits) => splits,
        values: labels,
      },
      cursor: { drag: { x: false, y: false } },
    });
  }

  return draw();
})();
