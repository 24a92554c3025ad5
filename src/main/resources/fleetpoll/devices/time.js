"use strict";

// The whole fleet over time: panels one above the other that share axis, cursor and zoom.
const time = (() => {
  const place = elements.find("time-panels");
  if (!place) {
    return null;
  }
  const events = elements.data("event-data");
  const end = panels.endS;
  const controls = {
    from: elements.find("zoom-from"),
    to: elements.find("zoom-to"),
    reset: elements.find("zoom-reset"),
    log: elements.find("log-times"),
  };

  let view = { min: 0, max: end };
  let charted = [];

  // ---- zoom ----

  function zoom(min, max) {
    const from = Math.max(0, Math.min(min, end));
    const to = Math.min(end, Math.max(max, 0));
    view = to > from ? { min: from, max: to } : { min: 0, max: end };
    charted.forEach((panel) => panel.setScale("x", view));
    controls.from.value = Number(view.min.toFixed(1));
    controls.to.value = Number(view.max.toFixed(1));
    controls.reset.disabled = view.min === 0 && view.max === end;
  }

  function zoomToSelection(panel) {
    const { left, width } = panel.select;
    if (width > 3) {
      zoom(panel.posToVal(left, "x"), panel.posToVal(left + width, "x"));
      panel.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    }
  }

  // ---- events ----

  function drawEvents(panel, labelled) {
    const { ctx, bbox } = panel;
    const ratio = uPlot.pxRatio;
    const free = [-Infinity, -Infinity];
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = charts.colour("event");
    ctx.lineWidth = ratio;
    ctx.setLineDash([2 * ratio, 2 * ratio]);
    ctx.font = charts.font(ratio);
    ctx.textAlign = "left";
    ctx.textBaseline = "alphabetic";
    for (const event of events.filter((each) => each.t_s >= view.min && each.t_s <= view.max)) {
      const x = panel.valToPos(event.t_s, "x", true);
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      if (labelled) {
        drawLabel(ctx, event.kind, x, free, bbox, ratio);
      }
    }
    ctx.restore();
  }

  // In the first lane that is free there. If none is, the mark is left out: a list below contains
  // every event.
  function drawLabel(ctx, text, x, free, bbox, ratio) {
    const width = ctx.measureText(text).width;
    const left = Math.max(bbox.left, Math.min(x - width / 2, bbox.left + bbox.width - width));
    const lane = free.findIndex((from) => from <= left);
    if (lane >= 0) {
      ctx.fillText(text, left, bbox.top - (4 + 13 * lane) * ratio);
      free[lane] = left + width + 8 * ratio;
    }
  }

  // ---- panels ----

  // The value that is drawn at x: the last one before it, or the next one if samples cover the time
  // before them.
  function indexAt(steps) {
    return (panel, series, closest, x) => {
      const at = panel.data[0];
      let index = closest;
      if (steps < 0) {
        index += at[index] < x && index < at.length - 1 ? 1 : 0;
      } else {
        index -= at[index] > x && index > 0 ? 1 : 0;
      }
      return graph.known(panel, series, index);
    };
  }

  // The place of the cursor, not that of the nearest value, so that all panels show the same
  // instant.
  function cursorText(_, panel) {
    const x = panel.posToVal(panel.cursor.left, "x");
    return numbers.clock(Math.floor(x / panels.stepS) * panels.stepS, end);
  }

  function draw() {
    charted.forEach(charts.remove);
    charted = [];
    place.replaceChildren();
    const found = panels.all(controls.log.checked);
    const all = found.filter((panel) => !panel.empty);
    charted = all.map((panel, i) =>
      charts.plot(place, {
        ...panel,
        padding: [i === 0 && events.length > 0 ? 32 : 8, 18, 0, 0],
        xLabel: "at",
        xText: cursorText,
        xAxis: {
          ...graph.clockAxis(end),
          ...(i < all.length - 1 ? { values: (_, splits) => splits.map(() => ""), size: 6 } : {}),
        },
        cursor: {
          dataIdx: indexAt(panel.lines[0].step),
          drag: { x: true, y: false, setScale: false },
          sync: {
            key: "time",
            scales: ["x", null],
            filters: { pub: (type) => type !== "mousedown" && type !== "mouseup" },
          },
          bind: { dblclick: () => () => zoom(0, end) },
        },
        hooks: { setSelect: [zoomToSelection], draw: [(panel) => drawEvents(panel, i === 0)] },
      }),
    );
    found
      .filter((panel) => panel.empty)
      .forEach(({ title }) =>
        place.append(elements.make("p", { className: "hint", textContent: title })),
      );
    zoom(view.min, view.max);
  }

  // ---- without a pointer ----

  function moveCursor(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step && charted.length > 0) {
      const at = charted[0].data[0];
      const now = charted[0].cursor.idx ?? at.findIndex((x) => x >= view.min) - step;
      const x = at[Math.max(0, Math.min(at.length - 2, now + step))];
      charted.forEach((panel) =>
        panel.setCursor({ left: panel.valToPos(x, "x") + 0.5, top: 1 }, true, false),
      );
      event.preventDefault();
    }
  }

  draw();
  if (charted.length === 0) {
    charts.sheet(place, true, "Nothing was due, and no sample was taken.");
    document.querySelector(".zoom").hidden = true;
  }
  place.addEventListener("keydown", moveCursor);
  const typed = () => zoom(Number(controls.from.value), Number(controls.to.value));
  controls.from.addEventListener("change", typed);
  controls.to.addEventListener("change", typed);
  controls.reset.addEventListener("click", () => zoom(0, end));
  controls.log.addEventListener("change", draw);
  return { charts: () => charted, view: () => view };
})();
