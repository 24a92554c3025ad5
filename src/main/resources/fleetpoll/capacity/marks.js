"use strict";

// What the charts of a capacity show besides lines: trials by shape and colour, levels, the bounds
// and the knee. All sizes are in pixels of the page.
const marks = (() => {
  const SIZE = 4;
  const COLOURS = { holds: "pass", fails: "ko", generator: "missed" };

  function stroke(ctx, points, colour, width, dash = []) {
    ctx.strokeStyle = charts.colour(colour);
    ctx.lineWidth = width * devicePixelRatio;
    ctx.setLineDash(dash.map((each) => each * devicePixelRatio));
    ctx.beginPath();
    points.forEach(([x, y]) => ctx.lineTo(x, y));
    ctx.stroke();
  }

  // A trial: a disc holds, a cross fails, an empty triangle is the generator's.
  function trial(ctx, outcome, x, y) {
    const size = SIZE * devicePixelRatio;
    const colour = COLOURS[outcome];
    if (outcome === "holds") {
      ctx.fillStyle = charts.colour(colour);
      ctx.beginPath();
      ctx.arc(x, y, size, 0, 2 * Math.PI);
      ctx.fill();
    } else if (outcome === "fails") {
      stroke(ctx, [[x - size, y - size], [x + size, y + size]], colour, 2);
      stroke(ctx, [[x - size, y + size], [x + size, y - size]], colour, 2);
    } else {
      const triangle = [[0, -1.1], [1.1, 0.9], [-1.1, 0.9], [0, -1.1], [1.1, 0.9]];
      stroke(ctx, triangle.map(([dx, dy]) => [x + dx * size, y + dy * size]), colour, 1.5);
    }
  }

  // What is between the bounds, or beyond the only one.
  function band(ctx, left, right, top, height) {
    ctx.fillStyle = charts.colour("ok-fill");
    ctx.fillRect(left, top, right - left, height);
  }

  function key(name, draw) {
    const canvas = document.createElement("canvas");
    canvas.width = 22 * devicePixelRatio;
    canvas.height = 14 * devicePixelRatio;
    canvas.style.width = "22px";
    canvas.style.height = "14px";
    const redraw = () => {
      const ctx = canvas.getContext("2d");
      ctx.clearRect(0, 0, canvas.width, canvas.height);
      draw(ctx, canvas.width, canvas.height);
    };
    redraw();
    return { entry: elements.make("li", {}, canvas, name), redraw };
  }

  return { stroke, trial, band, key };
})();
