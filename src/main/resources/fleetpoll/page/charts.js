"use strict";

// uPlot with the page's colours and behaviour. Every chart follows its container's width, the theme
// and the printer.
const charts = (() => {
  const PRINT_WIDTH = 680;
  const AXIS_WIDTH = 58;

  const shown = new Set();
  let printing = false;

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  }

  function font(ratio) {
    return `${11 * ratio}px system-ui, sans-serif`;
  }

  function axis(more) {
    const grid = { stroke: () => colour("grid"), width: 1 };
    return {
      stroke: () => colour("quiet"),
      font: font(1),
      grid,
      ticks: { ...grid, size: 4 },
      ...more,
    };
  }

  // A point with nothing on either side is drawn as a point, not as a line. If tables are joined,
  // undefined marks an instant of another line and is not a gap.
  function alone(u, series) {
    const values = u.data[series];
    const known = [...values.keys()].filter((i) => values[i] !== undefined);
    return known.filter(
      (i, at) =>
        values[i] !== null && values[known[at - 1]] == null && values[known[at + 1]] == null,
    );
  }

  // A line: label, colour (a name of the style sheet), values, and if wanted dash, width, fill and
  // step: 1 holds a value until the next, -1 since the one before.
  function series(line, format) {
    return {
      label: line.label,
      stroke: () => colour(line.colour),
      fill: line.fill ? () => colour(line.fill) : undefined,
      width: line.width ?? 1.5,
      dash: line.dash ? [4, 3] : undefined,
      paths: line.step ? uPlot.paths.stepped({ align: line.step }) : undefined,
      points: {
        show: (u, index) => alone(u, index).length > 0,
        filter: alone,
        size: 5,
        fill: () => colour(line.colour),
      },
      value: (_, value) => (value == null ? "" : format(value)),
    };
  }

  function linear(u, least, most) {
    return [0, most > 0 ? most * 1.08 : 1];
  }

  // The range of a logarithmic axis: it begins and ends with 1, 2 or 5 times a power of ten.
  function logarithmic(u, least, most) {
    return least > 0 ? [round(least, false), round(most * 1.02, true)] : [1, 10];
  }

  function round(number, up) {
    const power = 10 ** Math.floor(Math.log10(number));
    const steps = [1, 2, 5, 10].map((step) => step * power);
    return up ? steps.find((step) => step >= number) : steps.findLast((step) => step <= number);
  }

  function legend(lines, target) {
    const of = (index) => lines[index - 1] ?? {};
    return {
      mount: (_, table) => target.append(table),
      markers: {
        width: 2,
        stroke: (_, index) => `var(--${of(index).colour})`,
        dash: (_, index) => (of(index).dash ? "dashed" : "solid"),
        fill: "transparent",
      },
    };
  }

  // A figure with a title, and in it a place for a chart.
  function frame(parent, title) {
    const caption = elements.make(
      "figcaption",
      {},
      elements.make("span", { className: "title", textContent: title }),
    );
    const place = elements.make("div", { className: "plot" });
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", title);
    parent.append(elements.make("figure", { className: "chart" }, caption, place));
    return { caption, place };
  }

  // A chart of uPlot's own options, as wide as its place.
  function open(options, data, place) {
    const made = new uPlot({ ...options, width: width(place) }, data, place);
    made.place = place;
    shown.add(made);
    observer.observe(place);
    return made;
  }

  // A chart in a figure of its own: title, lines, x (ascending), and if wanted height, log, format,
  // xAxis, xScale, yAxis, yScale, cursor, hooks and padding.
  function plot(parent, chart) {
    const format = chart.format ?? numbers.measure;
    const { caption, place } = frame(parent, chart.title);
    const options = {
      height: chart.height ?? 140,
      padding: chart.padding ?? [8, 18, 0, 0],
      legend: legend(chart.lines, caption),
      cursor: { y: false, points: { size: 6 }, drag: { x: false, y: false }, ...chart.cursor },
      scales: {
        x: { time: false, ...chart.xScale },
        y: chart.yScale ?? (chart.log ? { distr: 3, range: logarithmic } : { range: linear }),
      },
      axes: [
        axis({ size: 26, gap: 3, ...chart.xAxis }),
        axis({ size: AXIS_WIDTH, values: (_, splits) => splits.map(tick), space: 24, ...chart.yAxis }),
      ],
      series: [
        { label: chart.xLabel, value: (u, value) => (value == null ? "" : chart.xText(value, u)) },
        ...chart.lines.map((line) => series(line, format)),
      ],
      hooks: chart.hooks,
    };
    return open(options, chart.data, place);
  }

  // A place for charts, or a sentence that says why it contains none.
  function sheet(place, empty, why) {
    place.classList.toggle("nothing", empty);
    place.classList.toggle("panel-sheet", !empty);
    if (empty) {
      place.replaceChildren(why);
    }
  }

  function tick(value) {
    return value == null ? "" : numbers.brief(value);
  }

  function width(place) {
    return printing ? PRINT_WIDTH : Math.max(200, place.clientWidth);
  }

  function fit(chart) {
    chart.setSize({ width: width(chart.place), height: chart.height });
  }

  function remove(chart) {
    observer.unobserve(chart.place);
    shown.delete(chart);
    chart.destroy();
  }

  const observer = new ResizeObserver((entries) => {
    for (const chart of shown) {
      if (
        !printing &&
        entries.some((entry) => entry.target === chart.place) &&
        chart.place.clientWidth > 0 &&
        chart.width !== width(chart.place)
      ) {
        fit(chart);
      }
    }
  });

  function redraw() {
    shown.forEach((chart) => chart.redraw(false, false));
  }

  function print(begins) {
    printing = begins;
    shown.forEach(fit);
    redraw();
  }

  return { PRINT_WIDTH, colour, font, axis, frame, open, plot, sheet, remove, redraw, print };
})();
