"use strict";

// The cells of a study over the number of requests and over the limit, next to the model.
const study = (() => {
  const ONE_BY_ONE = "sync";

  const data = elements.data("study-data");
  const place = elements.find("study-panels");
  const controls = ["requests", "limit"].map((name) => elements.find(`study-${name}`));
  const [requests, limit] = controls;
  const clients = [...new Set(data.cells.map((cell) => cell.client))];
  let charted = [];

  function style(client) {
    return { label: client, ...graph.looks(clients.indexOf(client)) };
  }

  function model(label) {
    return { label, colour: "machine", dash: true, width: 1 };
  }

  function sequential(client) {
    return data.cells.every((cell) => cell.client !== client || cell.m === 1);
  }

  // A line through the cells that have the figure, by ascending x; cells with the same x have the
  // same value.
  function line(looks, cells, x, figure) {
    const points = new Map();
    for (const cell of cells) {
      const value = figure(cell);
      if (value != null && value > 0) {
        points.set(cell[x], value);
      }
    }
    const xs = [...points.keys()].sort((a, b) => a - b);
    return { ...looks, table: [xs, xs.map((each) => points.get(each))] };
  }

  function perClient(cells, x, figure) {
    return clients.map((client) =>
      line(style(client), cells.filter((cell) => cell.client === client), x, figure),
    );
  }

  function draw(title, x, lines, more) {
    const known = lines.filter((each) => each.table[0].length > 0);
    if (known.length === 0) {
      return [];
    }
    const table = uPlot.join(known.map((each) => each.table));
    const xs = table[0];
    const range = xs.length > 1 ? [xs[0], xs.at(-1)] : [xs[0] / 2, xs[0] * 2];
    return [
      charts.plot(place, {
        title,
        height: 240,
        log: true,
        lines: known,
        data: table,
        xLabel: x === "n" ? "requests" : "limit",
        xText: numbers.count,
        xScale: { distr: 3, range },
        xAxis: graph.markedAxis(xs, numbers.count, 6),
        ...more,
      }),
    ];
  }

  function perSecond(cell) {
    return cell.n / cell.predictedS;
  }

  function overRequests(m) {
    const beside = data.cells.filter((cell) => cell.m === m || sequential(cell.client));
    const concurrent = beside.filter((cell) => cell.m === m);
    const one = beside.filter((cell) => cell.m === 1 && m !== 1);
    const lines = (measured, predicted) => [
      ...perClient(beside, "n", measured),
      line(model("n·t/m"), concurrent, "n", predicted),
      line(model("n·t"), one, "n", predicted),
    ];
    const within = `limit ${numbers.count(m)}`;
    return [
      ...draw(`Time over requests, s, ${within}`, "n", lines((c) => c.wallS, (c) => c.predictedS)),
      ...draw(`Requests/s over requests, ${within}`, "n", lines((c) => c.throughputPerS, perSecond)),
    ];
  }

  function overLimits(n) {
    const cells = data.cells.filter((cell) => cell.n === n);
    const of = `${numbers.count(n)} ${n === 1 ? "request" : "requests"}`;
    const lines = (measured, predicted) => [
      ...perClient(cells, "m", measured),
      line(model("n·t/m"), cells, "m", predicted),
    ];
    const alone = cells.find((cell) => cell.client === ONE_BY_ONE);
    const aloneS = alone?.wallS ?? alone?.predictedS ?? null;
    const faster = (seconds) => (aloneS === null || !seconds ? null : aloneS / seconds);
    return [
      ...draw(`Time over limit, s, ${of}`, "m", lines((c) => c.wallS, (c) => c.predictedS)),
      ...draw(`Requests/s over limit, ${of}`, "m", lines((c) => c.throughputPerS, perSecond)),
      ...draw(`x over limit, ${of}`, "m", costs(cells), { log: false }),
      ...draw(
        `Times as fast as one after the other, ${of}`,
        "m",
        aloneS === null ? [] : lines((c) => faster(c.wallS), (c) => faster(c.predictedS)),
      ),
    ];
  }

  function costs(cells) {
    const measured = perClient(cells, "m", (cell) => cell.x);
    const fitted = perClient(cells, "m", (cell) => cell.fittedX).map((each) => ({
      ...each,
      label: `${each.label}, fitted`,
      dash: true,
      width: 1,
    }));
    return [...measured, ...fitted, line(model("least"), cells, "m", (cell) => cell.leastX)];
  }

  function drawAll() {
    charted.forEach(charts.remove);
    place.replaceChildren();
    charted = [...overRequests(Number(limit.value)), ...overLimits(Number(requests.value))];
    charts.sheet(
      place,
      charted.length === 0,
      "There is nothing to draw: no cell has been run.",
    );
  }

  drawAll();
  controls.forEach((control) => control.addEventListener("change", drawAll));

  return { charts: () => charted };
})();
