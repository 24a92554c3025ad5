"use strict";

// The fleet's distributions, by percentile.
const distribution = (() => {
  const place = elements.find("distribution-chart");
  const data = place && elements.data("distribution-data");
  if (!data || data.curves.length === 0) {
    place?.replaceChildren("No poll succeeded, so there is no distribution.");
    place?.classList.replace("panel-sheet", "nothing");
    return null;
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
      ...percentiles.axis(data.x.at(-1)),
    });
  }

  return draw();
})();
