"use strict";

// The trials of a search: devices against each figure.
const capacity = (() => {
  const MARGIN = 1.12;

  const data = elements.data("capacity-data");
  const place = elements.find("capacity-panels");
  const control = elements.find("capacity-target");
  const keys = [
    marks.key("holds", (ctx, width, height) => marks.trial(ctx, "holds", width / 2, height / 2)),
    marks.key("fails", (ctx, width, height) => marks.trial(ctx, "fails", width / 2, height / 2)),
    marks.key("the generator was the limit", (ctx, width, height) =>
      marks.trial(ctx, "generator", width / 2, height / 2),
    ),
    marks.key("service level", (ctx, width, height) =>
      marks.stroke(ctx, [[0, height / 2], [width, height / 2]], "ko", 1.5, [6, 3]),
    ),
    marks.key("nothing is claimed", (ctx, width, height) => marks.band(ctx, 0, width, 0, height)),
    marks.key("knee, at the latest", (ctx, width, height) =>
      marks.stroke(ctx, [[width / 2, 0], [width / 2, height]], "quiet", 1.5, [2, 2]),
    ),
    marks.key("median of a size", (ctx, width, height) =>
      marks.stroke(ctx, [[0, height / 2], [width, height / 2]], "machine", 1),
    ),
  ];
  let charted = [];

  // Round sizes and the lower bound, which is the answer; or those that were tried.
  function marksOf(range, sizes, lower) {
    const far = scales.round(range).filter((mark) => lower === null || Math.abs(Math.log(mark / lower)) > 0.3);
    const all = lower === null ? far : [...far, lower].sort((a, b) => a - b);
    return all.length > 1 ? all : sizes;
  }

  function around(values) {
    return [Math.min(...values) / MARGIN, Math.max(...values) * MARGIN];
  }

  function median(values) {
    const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
    const half = Math.floor(sorted.length / 2);
    return sorted.length === 0
      ? null
      : sorted.length % 2 === 1
        ? sorted[half]
        : (sorted[half - 1] + sorted[half]) / 2;
  }

  function hooks(panel, scale, trials, range) {
    const below = (u) => {
      const { ctx, bbox } = u;
      const at = (devices) => u.valToPos(devices, "x", true);
      const left = range.lower === null ? bbox.left : at(range.lower);
      const right = range.upper === null ? bbox.left + bbox.width : at(range.upper);
      if (range.lower !== null || range.upper !== null) {
        ctx.save();
        marks.band(ctx, left, right, bbox.top, bbox.height);
        ctx.restore();
      }
    };
    const above = (u) => {
      const { ctx, bbox } = u;
      const bottom = bbox.top + bbox.height;
      ctx.save();
      if (range.kneeAt !== null) {
        const x = u.valToPos(range.kneeAt, "x", true);
        marks.stroke(ctx, [[x, bbox.top], [x, bottom]], "quiet", 1.5, [2, 2]);
      }
      for (const mark of panel.marks) {
        const y = u.valToPos(scale.at(mark.value), "y", true);
        const colour = mark.kind === "level" ? "ko" : "quiet";
        marks.stroke(ctx, [[bbox.left, y], [bbox.left + bbox.width, y]], colour, 1.5, [6, 3]);
        ctx.font = charts.font(devicePixelRatio);
        ctx.fillStyle = charts.colour(colour);
        ctx.textAlign = "left";
        ctx.textBaseline = y - bbox.top > 16 * devicePixelRatio ? "bottom" : "top";
        ctx.fillText(mark.text, bbox.left + 4 * devicePixelRatio, y + (ctx.textBaseline === "top" ? 2 : -2) * devicePixelRatio);
      }
      ctx.setLineDash([]);
      for (const { outcome, devices, value } of trials) {
        marks.trial(ctx, outcome, u.valToPos(devices, "x", true), u.valToPos(value, "y", true));
      }
      ctx.restore();
    };
    return { drawClear: [below], draw: [above] };
  }

  function draw(panel, target, sizes) {
    const scale = scales.of[panel.scale];
    const trials = data.trials
      .map((trial, i) => ({ ...trial, value: panel.values[i] === null ? null : scale.at(panel.values[i]) }))
      .filter((trial) => trial.target === target && trial.value !== null);
    if (trials.length === 0) {
      return [];
    }
    const valid = trials.filter((trial) => trial.outcome !== "generator");
    const medians = sizes.map((size) =>
      median(valid.filter((trial) => trial.devices === size).map((trial) => trial.value)),
    );
    const values = [...trials.map((trial) => trial.value), ...panel.marks.map((mark) => scale.at(mark.value))];
    const range = around(sizes);
    const marked = marksOf(range, sizes, data.ranges[target].lower);
    return [
      charts.plot(place, {
        title: panel.title,
        height: 210,
        lines: [{ label: "median", colour: "machine", width: 1 }],
        data: [sizes, medians],
        format: scale.text,
        xLabel: "devices",
        xText: numbers.count,
        xScale: { distr: 3, range },
        xAxis: graph.markedAxis(marked, numbers.count, 6),
        yScale: scale.scale(values),
        yAxis: scale.axis,
        hooks: hooks(panel, scale, trials, data.ranges[target]),
      }),
    ];
  }

  function drawAll() {
    charted.forEach(charts.remove);
    place.replaceChildren();
    const target = control ? Number(control.value) : 0;
    const sizes = [
      ...new Set(data.trials.filter((trial) => trial.target === target).map((trial) => trial.devices)),
    ].sort((a, b) => a - b);
    charted = data.panels.flatMap((panel) => draw(panel, target, sizes));
    charts.sheet(place, charted.length === 0, "There is nothing to draw: no trial has ended.");
  }

  elements.find("capacity-key").append(...keys.map((key) => key.entry));
  paper.follow({
    redraw: () => keys.forEach((key) => key.redraw()),
    print: () => keys.forEach((key) => key.redraw()),
  });
  drawAll();
  control?.addEventListener("change", drawAll);

  return { charts: () => charted };
})();
