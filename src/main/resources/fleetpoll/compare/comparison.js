"use strict";

// Servers side by side, over time and by percentile, a round at a time.
const comparison = (() => {
  const data = elements.data("comparison-data");
  const places = { time: elements.find("time-panels"), curves: elements.find("curve-charts") };
  const controls = ["round", "measure", "log"].map((name) => elements.find(`chart-${name}`));
  const [round, measure, log] = controls;
  let charted = [];

  // The line of an invalid run is dashed and thin.
  function line(run, values, step) {
    const looks = graph.looks(run.target);
    return {
      ...looks,
      label: data.targets[run.target] + (run.valid ? "" : " (INVALID)"),
      dash: looks.dash || !run.valid,
      width: run.valid ? 1.5 : 1,
      step,
      values,
    };
  }

  function held(run, values) {
    return [graph.starts(values.length, run.stepS), graph.held(values)];
  }

  // One table of all lines; a run without values has no line.
  function panel(title, shown, more) {
    const known = shown.filter(({ table }) => table[1].some((value) => value !== null));
    return {
      title,
      ...more,
      lines: known.map(({ run, table }) => line(run, table[1], more.step)),
      data: known.length > 0 && uPlot.join(known.map(({ table }) => table)),
    };
  }

  function times(runs, endpoint) {
    const shown = runs
      .filter((run) => run.endpoints[endpoint])
      .map((run) => ({ run, table: held(run, graph.positive(run.endpoints[endpoint][measure.value])) }));
    const title = `p99 of the ${measure.value} time of ${data.endpoints[endpoint]}, ms`;
    return panel(title, shown, { height: 190, log: log.checked, step: 1 });
  }

  function successes(runs) {
    const shown = runs.map((run) => {
      const known = run.endpoints.filter((endpoint) => endpoint);
      const sums = (known[0]?.ok ?? []).map((_, i) => known.reduce((sum, e) => sum + e.ok[i], 0));
      return { run, table: held(run, sums) };
    });
    return panel("Successes, polls/s", shown, { height: 130, format: numbers.brief, step: 1 });
  }

  function resources(runs, title, key, step) {
    const shown = runs
      .filter((run) => run.server)
      .map((run) => ({ run, table: [run.server.tS, run.server[key]] }));
    return panel(title, shown, { height: 130, step });
  }

  function drawTimes(runs) {
    const all = [
      ...data.endpoints.map((_, endpoint) => times(runs, endpoint)),
      successes(runs),
      resources(runs, "The server's CPU, cores in use", "cpuCores", -1),
      resources(runs, "The server's resident memory, MB", "rssMb", 0),
    ].filter((each) => each.lines.length > 0);
    const end = Math.max(1, ...all.map((each) => each.data[0].at(-1)));
    return all.map((each) =>
      charts.plot(places.time, {
        ...each,
        xLabel: "at",
        xText: (x) => numbers.clock(x, end),
        xScale: { range: [0, end] },
        xAxis: graph.clockAxis(end),
        cursor: { dataIdx: graph.known, sync: { key: "time", scales: ["x", null] } },
      }),
    );
  }

  function drawCurves(runs) {
    const key = `${measure.value}Curve`;
    return data.endpoints.flatMap((name, endpoint) => {
      const lines = runs
        .filter((run) => run.endpoints[endpoint]?.[key].length > 0)
        .map((run) => {
          const curve = graph.positive(run.endpoints[endpoint][key]);
          return { ...line(run, data.x.map((_, i) => curve[i] ?? null)), width: run.valid ? 2 : 1 };
        });
      if (lines.length === 0) {
        return [];
      }
      return graph.distribution(places.curves, data.x, {
        title: `${measure.value === "service" ? "Service" : "Response"} time of ${name} by percentile, ms`,
        height: 300,
        lines,
      });
    });
  }

  function draw() {
    charted.forEach(charts.remove);
    places.time.replaceChildren();
    places.curves.replaceChildren();
    const runs = data.runs.filter((run) => run.round === Number(round.value));
    charted = [...drawTimes(runs), ...drawCurves(runs)];
    Object.values(places).forEach((place) =>
      charts.sheet(
        place,
        place.childElementCount === 0,
        "There is nothing to draw of this round.",
      ),
    );
  }

  draw();
  controls.forEach((control) => control.addEventListener("change", draw));

  return { charts: () => charted };
})();
