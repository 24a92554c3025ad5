"use strict";

// Makes lines and axes for charts.
const graph = (() => {
  const COLOURS = 5;
  const LEAST_MS = 0.001;
  const DECADES = 9;
  const SPLITS = [1, 2, ...Array.from({ length: DECADES }, (_, i) => 10 ** (i + 1))];

  // From the sixth line on, the colours are repeated, dashed.
  function looks(index) {
    return { colour: `line-${index % COLOURS}`, dash: index >= COLOURS };
  }

  // Milliseconds for a logarithmic scale, which cannot show 0.
  function positive(values) {
    return values.map((ms) => (ms === null ? null : Math.max(ms, LEAST_MS)));
  }

  // The instants at which values begin that hold for a stretch each, and the end of the last one.
  function starts(count, stepS) {
    return Array.from({ length: count + 1 }, (_, i) => i * stepS);
  }

  // A value holds until the next, and the last one to the end of its stretch.
  function held(values) {
    return [...values, values.at(-1) ?? null];
  }

  // For joined tables: the last known value of a line at an instant.
  function known(chart, series, closest) {
    let index = closest;
    while (index > 0 && chart.data[series][index] === undefined) {
      index--;
    }
    return index;
  }

  // The axis at the bottom: instants of the run.
  function clockAxis(endS) {
    return {
      values: (_, splits) => splits.map((x) => numbers.clock(x, endS)),
      incrs: numbers.clockSteps(endS),
      space: 70,
    };
  }

  // Only these marks. Labels are placed from right to left as far as there is room: the greatest
  // matter most.
  function markedAxis(marks, text, gap = 0) {
    const values = (chart, splits) => {
      let free = Infinity;
      return splits
        .toReversed()
        .map((x) => {
          const label = text(x);
          const at = chart.valToPos(x, "x");
          const room = 7 * label.length + gap;
          const fits = at + room / 2 < free;
          free = fits ? at - room / 2 : free;
          return fits ? label : "";
        })
        .toReversed();
    };
    return { splits: () => marks, filter: (_, splits) => splits, values };
  }

  // The percentile at x, with a digit for each of its nines, plus as many digits as the caller
  // wants.
  function percentile(x, more = 0) {
    const digits = Math.max(0, Math.ceil(Math.log10(x) - 2.001) + more);
    return `${(100 - 100 / x).toFixed(digits)} %`;
  }

  // A stroke through each line where it begins to be of few polls.
  function strokes(u, x, lines) {
    const half = 7 * devicePixelRatio;
    u.ctx.save();
    u.ctx.lineWidth = 2 * devicePixelRatio;
    lines.forEach(({ colour, few, values }) => {
      const at = x.findLastIndex((each) => each <= few);
      if (at >= 0 && values[at] !== null) {
        const [left, top] = [u.valToPos(x[at], "x", true), u.valToPos(values[at], "y", true)];
        u.ctx.strokeStyle = charts.colour(colour);
        u.ctx.beginPath();
        u.ctx.moveTo(left, top - half);
        u.ctx.lineTo(left, top + half);
        u.ctx.stroke();
      }
    });
    u.ctx.restore();
  }

  // A chart of lines over 1 / (1 - p), ascending from 1: each further nine of a percentile has the
  // same width. few is the x up to which a line is of polls enough.
  function distribution(parent, x, chart) {
    const most = x.at(-1);
    const marks = SPLITS.filter((each) => each <= most * 1.01);
    return charts.plot(parent, {
      ...chart,
      log: true,
      data: [x, ...chart.lines.map((line) => line.values)],
      xLabel: "percentile",
      xText: (each) => percentile(each, 1),
      xScale: { distr: 3, range: [1, Math.max(2, most)] },
      xAxis: markedAxis(marks, percentile),
      hooks: { draw: [(u) => strokes(u, x, chart.lines)] },
    });
  }

  return { looks, positive, starts, held, known, clockAxis, markedAxis, distribution };
})();
