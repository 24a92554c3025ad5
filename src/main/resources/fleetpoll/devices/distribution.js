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

  // Dashes tell response times, so where the colours are repeated the lines are thin.
  function line(curve) {
    const looks = graph.looks(curve.endpoint);
    return {
      label: `${fleet.endpoints[curve.endpoint]} ${curve.measure}`,
      colour: looks.colour,
      dash: curve.measure === "response",
      width: looks.dash ? 1 : 2,
      values: graph.positive(data.x.map((_, i) => curve.ms[i] ?? null)),
      few: curve.count / TEN,
    };
  }

  function draw() {
    return graph.distribution(place, data.x, {
      title: "Service and response time by percentile, ms",
      height: 320,
      lines: data.curves.map(line),
    });
  }

  return draw();
})();
