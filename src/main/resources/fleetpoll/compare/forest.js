"use strict";

// Servers against the reference: a row a figure, its mean and its interval, all on one axis.
const forest = (() => {
  const ROW = 20;
  const AXIS = 26;
  const DOT = 4.5;
  const GAP = 10;
  const WIDE = 560;
  const LEAST_POINTS = 0.1;
  const MOST_TIMES_BEYOND = 4;
  const COLOURS = { better: "accent", worse: "ko", none: "machine" };

  const data = elements.data("forest-data");
  const names = elements.data("comparison-data").targets;
  const place = elements.find("forests");
  const plots = [];

  // A row without a mean, above the rows of each group.
  function withHeadings(rows) {
    return rows.flatMap((row, i) =>
      i > 0 && rows[i - 1].group === row.group ? [row] : [{ heading: row.group, rounds: [] }, row],
    );
  }

  function numbersOf(row) {
    return row.mean === null ? row.rounds : [row.mean];
  }

  // The same for all servers. An interval far longer than the means are apart would hide them: it
  // ends in an arrow.
  function timesRange(rows) {
    const known = rows.flatMap(numbersOf);
    const least = Math.min(1, ...known);
    const most = Math.max(1, ...known);
    const low = Math.min(...rows.map((row) => row.low ?? 1), least);
    const high = Math.max(...rows.map((row) => row.high ?? 1), most);
    return [
      Math.min(0.5, Math.max(low, least / MOST_TIMES_BEYOND)) / 1.1,
      Math.max(2, Math.min(high, most * MOST_TIMES_BEYOND)) * 1.1,
    ];
  }

  function pointsRange(rows) {
    const low = Math.min(-LEAST_POINTS, ...rows.flatMap((row) => [row.low ?? 0, ...numbersOf(row)]));
    const high = Math.max(LEAST_POINTS, ...rows.flatMap((row) => [row.high ?? 0, ...numbersOf(row)]));
    const margin = 0.05 * (high - low);
    return [low - margin, high + margin];
  }

  // 1, 2 and 5 times powers of ten, or only those powers if there is no room for more.
  function timesMarks([least, most], room) {
    const powers = [];
    for (let power = Math.floor(Math.log10(least)); power <= Math.log10(most); power++) {
      powers.push(power);
    }
    const marks = (steps, of) =>
      of
        .flatMap((power) => steps.map((step) => Number(`${step}e${power}`)))
        .filter((mark) => mark >= least && mark <= most);
    const fine = marks([1, 2, 5], powers);
    const every = Math.ceil((34 * powers.length) / room);
    const coarse = marks([1], powers.filter((power) => power % every === 0));
    return 34 * fine.length <= room ? fine : coarse;
  }

  function signed(value) {
    return `${value > 0 ? "+" : value < 0 ? "-" : ""}${numbers.brief(Math.abs(value))}`;
  }

  const scales = {
    times: {
      unit: "ratios",
      equal: 1,
      range: timesRange,
      scale: { distr: 3 },
      axis: (range) => ({
        splits: (chart) => timesMarks(range, chart.bbox.width / devicePixelRatio),
        filter: (_, splits) => splits,
        values: (_, splits) => splits.map((value) => `${Number(value.toPrecision(3))}`),
      }),
    },
    points: {
      unit: "percentage points",
      equal: 0,
      range: pointsRange,
      scale: {},
      axis: () => ({ space: 50, values: (_, splits) => splits.map(signed) }),
    },
  };

  const measuring = document.createElement("canvas").getContext("2d");

  function textWidth(text, font) {
    measuring.font = font;
    return measuring.measureText(text).width;
  }

  // Room for the longest text, in pixels of the page, but never more than a share of the chart.
  function room(rows, text, chart, share) {
    const longest = Math.max(0, ...rows.map((row) => textWidth(text(row), charts.font(1))));
    return Math.min(Math.ceil(longest) + GAP, Math.floor(share * chart.width));
  }

  function label(row) {
    return row.heading ?? row.figure;
  }

  // On a narrow chart only the mean; all of it is in the legend.
  function result(chart) {
    return (row) => (row.heading ? "" : chart.width >= WIDE ? row.text : row.brief);
  }

  function shortened(ctx, text, most) {
    let end = text.length;
    while (end > 1 && ctx.measureText(end < text.length ? `${text.slice(0, end)}…` : text).width > most) {
      end--;
    }
    return end < text.length ? `${text.slice(0, end)}…` : text;
  }

  // What the library does not draw: the mark of equality, texts and intervals. In pixels of the
  // canvas.
  function draw(chart, rows, scale) {
    const { ctx, bbox } = chart;
    const px = devicePixelRatio;
    const at = (value) => chart.valToPos(value, "y", true);
    ctx.save();
    stroke(ctx, [at(scale.equal), bbox.top, at(scale.equal), bbox.top + bbox.height], "text", px);
    ctx.textBaseline = "middle";
    rows.forEach((row, i) => {
      const y = chart.valToPos(i, "x", true);
      ctx.font = `${row.heading ? "600 " : ""}${charts.font(px)}`;
      ctx.fillStyle = charts.colour(row.heading ? "text" : "quiet");
      ctx.textAlign = "left";
      ctx.fillText(shortened(ctx, label(row), bbox.left - GAP * px), 0, y);
      if (!row.heading) {
        ctx.fillStyle = charts.colour(row.kind === "none" ? "quiet" : COLOURS[row.kind]);
        ctx.textAlign = "right";
        ctx.fillText(result(chart)(row), ctx.canvas.width, y);
        mark(ctx, row, at, y, px, bbox);
      }
    });
    ctx.restore();
  }

  function stroke(ctx, [x1, y1, x2, y2], colour, width) {
    ctx.strokeStyle = charts.colour(colour);
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
    ctx.stroke();
  }

  function mark(ctx, row, at, y, px, bbox) {
    const colour = COLOURS[row.kind];
    ctx.fillStyle = charts.colour(colour);
    if (row.mean === null) {
      row.rounds.forEach((round) => dot(ctx, at(round), y, 2 * px));
      return;
    }
    const left = bbox.left;
    const right = bbox.left + bbox.width;
    const ends = [Math.max(left, at(row.low)), Math.min(right, at(row.high))];
    stroke(ctx, [ends[0], y, ends[1], y], colour, 2 * px);
    if (ends[1] - ends[0] > 2 * DOT * px) {
      end(ctx, ends[0], y, at(row.low) < left ? -1 : 0, px);
      end(ctx, ends[1], y, at(row.high) > right ? 1 : 0, px);
    }
    shape(ctx, row.kind, at(row.mean), y, px);
  }

  // The end of an interval: a stroke, or an arrow if it goes on.
  function end(ctx, x, y, direction, px) {
    ctx.beginPath();
    ctx.moveTo(x - 5 * direction * px, y - 4 * px);
    ctx.lineTo(x, y);
    ctx.lineTo(x - 5 * direction * px, y + 4 * px);
    ctx.stroke();
  }

  // Better and worse differ in shape too: not everybody tells the colours apart.
  function shape(ctx, kind, x, y, px) {
    if (kind === "worse") {
      const size = (DOT + 1) * px;
      ctx.beginPath();
      [[0, -1], [1, 0], [0, 1], [-1, 0]].forEach(([dx, dy]) => ctx.lineTo(x + size * dx, y + size * dy));
      ctx.fill();
    } else {
      dot(ctx, x, y, (kind === "none" ? DOT - 1 : DOT) * px);
    }
  }

  function dot(ctx, x, y, radius) {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fill();
  }

  // Both plots of a server have their texts in columns of the same width.
  function plot(parent, name, rows, scale, range, all) {
    const shown = withHeadings(rows);
    const { caption, place } = charts.frame(parent, `${name}, ${scale.unit}`);
    const summary = rows.map((row) => `${row.group} ${row.figure}: ${row.text}`).join("; ");
    place.setAttribute("aria-label", `${name}, ${scale.unit}. ${summary}.`);
    const space = () => ({ show: true, grid: { show: false }, ticks: { show: false } });
    const options = {
      height: ROW * shown.length + AXIS + 4,
      padding: [4, 0, 0, 0],
      cursor: { x: true, y: false, points: { show: false }, drag: { x: false, y: false } },
      legend: { mount: (_, table) => caption.append(table), markers: { show: false } },
      scales: {
        x: { time: false, ori: 1, dir: -1, range: [-0.6, shown.length - 0.4] },
        y: { ...scale.scale, ori: 0, range },
      },
      axes: [
        { ...space(), side: 3, values: () => [], size: (chart) => room(all, label, chart, 0.42) },
        charts.axis({ scale: "y", side: 2, size: AXIS, gap: 3, ...scale.axis(range) }),
        {
          ...space(),
          scale: "x",
          side: 1,
          values: () => [],
          size: (chart) => room(all, result(chart), chart, 0.42),
        },
      ],
      series: [
        { label: "", value: (_, i) => (i == null ? "" : words(shown[i])) },
        { paths: () => null, points: { show: false } },
      ],
      hooks: { draw: [(chart) => draw(chart, shown, scale)] },
    };
    const table = [[...shown.keys()], shown.map((row) => row.mean ?? null)];
    plots.push(charts.open(options, table, place));
  }

  function words(row) {
    return row.heading ? "" : `${row.group} ${row.figure}: ${row.text}`;
  }

  function range(kind) {
    return scales[kind].range(data.plots.flatMap((each) => each[kind]));
  }

  function drawAll() {
    const ranges = { times: range("times"), points: range("points") };
    for (const each of data.plots) {
      const sheet = elements.make("div", { className: "panel-sheet" });
      place.append(sheet);
      for (const kind of ["times", "points"]) {
        const all = [...each.times, ...each.points];
        plot(sheet, names[each.target], each[kind], scales[kind], ranges[kind], all);
      }
    }
  }

  if (place) {
    drawAll();
  }

  return { plots: () => plots };
})();
