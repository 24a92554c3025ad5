"use strict";

// The content of the time chart's panels: the fleet second by second, and the resources.
const panels = (() => {
  const PERCENTILES = ["p50", "p95", "p99"];

  const timeline = elements.data("timeline-data") ?? { stepS: 1, endpoints: [] };
  const sources = elements.data("resource-data")?.sources ?? {};
  const points = timeline.endpoints[0]?.ok.length ?? 0;
  const seconds = graph.starts(points, timeline.stepS);
  const endS = Math.max(1, seconds.at(-1), ...Object.values(sources).map((s) => s.tS.at(-1) ?? 0));

  function total(key) {
    const sums = new Array(points).fill(0);
    timeline.endpoints.forEach((lines) => lines[key].forEach((each, i) => (sums[i] += each)));
    return graph.held(sums);
  }

  function times(name, lines, log) {
    const ofMeasure = (measure, dash) =>
      PERCENTILES.map((percentile, i) => ({
        label: `${measure} ${percentile}`,
        colour: percentile,
        dash,
        step: 1,
        values: graph.held(graph.positive(lines[measure][i])),
      }));
    const none = [lines.service, lines.response].every(([p50]) => p50.every((ms) => ms === null));
    const planned = [lines.ok, lines.ko, lines.missed].some((each) => each.some((n) => n > 0));
    const why = planned ? "no poll succeeded" : "no poll was planned";
    return {
      title: none ? `Times of ${name}: none, as ${why}` : `Times of ${name}, ms`,
      empty: none,
      height: 170,
      log,
      lines: [...ofMeasure("service", false), ...ofMeasure("response", true)],
    };
  }

  function counts() {
    const ko = { label: "KO", colour: "ko", fill: "ko-fill", step: 1, values: total("ko") };
    const ok = { label: "OK", colour: "ok", fill: "ok-fill", step: 1, values: total("ok") };
    const missed = { label: "missed", colour: "missed", dash: true, step: 1, values: total("missed") };
    return [
      { title: "Throughput, polls/s", lines: [ok, ko], height: 120, format: numbers.brief },
      { title: "Failed and missed, polls/s", lines: [ko, missed], height: 90, format: numbers.brief },
    ];
  }

  function resources(title, key, names, step) {
    const shown = Object.entries(names).filter(([source]) =>
      sources[source]?.[key].some((each) => each !== null),
    );
    return {
      title,
      height: 110,
      data: shown.length > 0 && uPlot.join(shown.map(([source]) => [sources[source].tS, sources[source][key]])),
      lines: shown.map(([, line]) => ({ ...line, step })),
    };
  }

  const SERVER = { label: "server", colour: "server" };
  const GENERATOR = { label: "generator", colour: "generator", dash: true };
  // A merged run has a generator for each shard; more lines than these cannot be told apart.
  const MOST_GENERATORS = 8;

  function busiest(name) {
    return Math.max(0, ...sources[name].cpuCores.filter((cores) => cores !== null));
  }

  const generators = Object.fromEntries(
    Object.keys(sources)
      .filter((name) => name.split("-")[0] === "generator")
      .sort((one, other) => busiest(other) - busiest(one))
      .slice(0, MOST_GENERATORS)
      .map((name) => [name, { ...GENERATOR, label: name.replace("-", " ") }]),
  );

  const MACHINE = { label: "machine", colour: "machine", width: 1 };

  // The panels from top to bottom; there is none for what is not known.
  function all(log) {
    const found = points === 0 ? [] : counts();
    if (points > 0) {
      timeline.endpoints.forEach((lines, i) => found.push(times(fleet.endpoints[i], lines, log)));
    }
    found.push(resources("CPU, cores in use", "cpuCores", { target: SERVER, ...generators, host: MACHINE }, -1));
    if (Object.keys(generators).some((name) => sources[name].stallMs.some((ms) => ms > 0))) {
      found.push(resources("Longest stall of the generator, ms", "stallMs", generators, -1));
    }
    found.push(resources("Resident memory, MB", "rssMb", { target: SERVER, ...generators }, 0));
    return found
      .filter((panel) => panel.lines.length > 0)
      .map((panel) => ({
        ...panel,
        data: panel.data ?? [seconds, ...panel.lines.map((line) => line.values)],
      }));
  }

  return { stepS: timeline.stepS, endS, all };
})();
