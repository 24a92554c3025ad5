"use strict";

// The device map: devices down, time across, and colour for what went wrong.
(() => {
  const canvas = elements.find("map");
  if (!canvas || !cells || cells.bins === 0 || fleet.ids.length === 0) {
    return;
  }
  const HEIGHT = 560;
  const LEFT = 46;
  const BOTTOM = 22;

  const tip = elements.find("map-tip");
  const inputs = {
    measures: [...document.querySelectorAll("input[name=map-measure]")],
    endpoint: elements.find("map-endpoint"),
    worst: elements.find("map-worst"),
  };
  const shown = { measure: "slowest", endpoint: null, worstFirst: false };
  let made;
  let image;
  let cursor = null;
  let printing = false;

  // ---- drawing ----

  function build() {
    shown.measure = inputs.measures.find((each) => each.checked).value;
    inputs.endpoint.disabled = shown.measure === "silence";
    shown.endpoint = inputs.endpoint.value === "" ? null : Number(inputs.endpoint.value);
    shown.worstFirst = inputs.worst.checked;
    made = heat.grid(shown, HEIGHT);
    image = heat.picture(made);
    key.describe(made, shown);
    draw();
  }

  function layout() {
    const width = printing ? charts.PRINT_WIDTH : canvas.parentElement.clientWidth;
    const rowHeight = Math.max(1, Math.min(16, Math.floor(HEIGHT / made.rows)));
    return { width: width - LEFT, height: rowHeight * made.rows, rowHeight };
  }

  function draw() {
    const { width, height } = layout();
    const ratio = window.devicePixelRatio;
    canvas.width = (width + LEFT) * ratio;
    canvas.height = (height + BOTTOM) * ratio;
    canvas.style.width = `${width + LEFT}px`;
    canvas.style.height = `${height + BOTTOM}px`;
    const ctx = canvas.getContext("2d");
    ctx.scale(ratio, ratio);
    ctx.imageSmoothingEnabled = false;
    ctx.drawImage(image, LEFT, 0, width, height);
    ctx.fillStyle = charts.colour("quiet");
    ctx.font = charts.font(1);
    drawRowNumbers(ctx, height);
    drawTimes(ctx, width, height);
    drawCursor(ctx, width, height);
  }

  function drawRowNumbers(ctx, height) {
    ctx.textAlign = "right";
    ctx.textBaseline = "middle";
    for (const device of ticks(fleet.ids.length, Math.max(1, Math.floor(height / 60)))) {
      const y = ((Math.floor(device / made.perRow) + 0.5) * height) / made.rows;
      const text = numbers.count(device + 1);
      ctx.fillText(text, LEFT - 6, Math.max(6, Math.min(height - 6, y)));
    }
  }

  function drawTimes(ctx, width, height) {
    ctx.textBaseline = "top";
    const span = cells.endS;
    const least = span / Math.max(1, Math.floor(width / 90));
    const step = numbers.clockSteps(span).find((each) => each >= least) ?? span;
    for (let at = 0; at <= span + step / 100; at += step) {
      const x = LEFT + (at / span) * width;
      ctx.textAlign = at === 0 ? "left" : x > LEFT + width - 20 ? "right" : "center";
      ctx.fillText(numbers.clock(at, span), x, height + 6);
    }
  }

  // 0, and then whole hundreds and the like less one: devices count from 1.
  function ticks(count, most) {
    const power = 10 ** Math.floor(Math.log10(count / most));
    const step = Math.max(1, [1, 2, 5, 10].find((each) => each * power >= count / most) * power);
    const found = [0];
    for (let at = step; at <= count; at += step) {
      found.push(at - 1);
    }
    return found;
  }

  function drawCursor(ctx, width, height) {
    if (cursor) {
      const cellWidth = width / cells.bins;
      const rowHeight = height / made.rows;
      const margin = Math.max(1.5, (6 - rowHeight) / 2);
      ctx.strokeStyle = charts.colour("text");
      ctx.lineWidth = 2;
      ctx.strokeRect(
        LEFT + cursor.bin * cellWidth - 1,
        cursor.row * rowHeight - margin,
        cellWidth + 2,
        rowHeight + 2 * margin,
      );
    }
  }

  // ---- tip ----

  function worst(cell) {
    return made.worst[cell.row * cells.bins + cell.bin];
  }

  function tell(cell, x, y) {
    tip.hidden = !cell;
    if (cell) {
      const group = made.perRow === 1 ? "" : ` (the worst of ${made.perRow})`;
      tip.textContent = `${fleet.ids[worst(cell)]}${group}, ${cells.period(cell.bin)}: ${key.words(made, shown, cell)}`;
      const room = canvas.parentElement.clientWidth - tip.offsetWidth;
      tip.style.left = `${Math.max(0, Math.min(room, x + 14))}px`;
      tip.style.top = `${y + 18}px`;
    }
  }

  // ---- pointer and keys ----

  function cellAt(event) {
    const { width, rowHeight } = layout();
    const bin = Math.floor(((event.offsetX - LEFT) * cells.bins) / width);
    const row = Math.floor(event.offsetY / rowHeight);
    const inside = bin >= 0 && bin < cells.bins && row >= 0 && row < made.rows;
    return inside ? { row, bin } : null;
  }

  const MOVES = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-20, 0],
    PageDown: [20, 0],
    Home: [0, -Infinity],
    End: [0, Infinity],
  };

  function press(event) {
    const move = MOVES[event.key];
    if (move) {
      const limit = (number, most) => Math.max(0, Math.min(most - 1, number));
      const from = cursor ?? { row: 0, bin: 0 };
      cursor = cursor
        ? { row: limit(from.row + move[0], made.rows), bin: limit(from.bin + move[1], cells.bins) }
        : from;
      draw();
      const { width, rowHeight } = layout();
      tell(cursor, LEFT + (cursor.bin * width) / cells.bins, cursor.row * rowHeight);
      event.preventDefault();
    } else if ((event.key === "Enter" || event.key === " ") && cursor) {
      device.show(worst(cursor));
      event.preventDefault();
    }
  }

  function leave() {
    cursor = null;
    tell(null);
    draw();
  }

  canvas.addEventListener("mousemove", (event) =>
    tell(cellAt(event), event.offsetX, event.offsetY),
  );
  canvas.addEventListener("mouseleave", () => tell(null));
  canvas.addEventListener("click", (event) => cellAt(event) && device.show(worst(cellAt(event))));
  canvas.addEventListener("keydown", press);
  canvas.addEventListener("blur", leave);
  [...inputs.measures, inputs.endpoint, inputs.worst].forEach((input) =>
    input.addEventListener("change", build),
  );
  new ResizeObserver(() => printing || draw()).observe(canvas.parentElement);
  build();

  function redraw() {
    image = heat.picture(made);
    draw();
  }

  function print(begins) {
    printing = begins;
    redraw();
  }

  paper.follow({ redraw, print });
})();
