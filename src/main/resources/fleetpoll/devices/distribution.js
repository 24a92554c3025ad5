"use strict";

// The fleet's distributions, by percentile.
const distribution = (() => {
  const place = elements.find("distribution-chart");
  const data = place && elements.data("distribution-data");
  if (!data || data.curves.length === 0) {
    if (place) {
      charts.sheet(place, true, "There was no success, so there is no distribution.");
    }
    return null;
  }

  // So many polls must be slower for a percentile to say something.
  const TEN = 10;

  function draw() {
    const lines = data.curves.map((curve) => ({
      label: `${fleet.endpoints[curve.endpoint]} ${curve.measure}`,
      colour: `line-${curve.endpoint}`,
      dash: curve.measure === "response",
      width: 2,
      values: graph.positive(data.x.map((_, i) => curve.ms[i] ?? null)),
      few: curve.count / TEN,
    }));
    return graph.distribution(place, data.x, {
      title: "Service and response time by percentile, ms",
      height: 320,
      lines,
    });
  }

  return draw();
})();
