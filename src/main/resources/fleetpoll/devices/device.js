"use strict";

// One device's own view: its numbers, its distribution next to the median device's, its errors, and
// its polls over time.
const device = (() => {
  const dialog = elements.find("detail");
  const DETAILS = [
    ["planned", "planned", numbers.count],
    ["sent", "sent", numbers.count],
    ["missed", "missed", numbers.count],
    ["ok", "ok", numbers.count],
    ["ko", "ko", numbers.count],
    ["success", "success, %", numbers.percent],
    ["unanswered", "unanswered", numbers.count],
    ["silenceMaxMs", "longest silence, ms", numbers.measure],
    ["stalled", "generator stalled", numbers.count],
    ["bytes", "received, MB", megabytes],
    ["wireBytes", "on the wire, MB", megabytes],
    ["serviceP50Ms", "service p50, ms", numbers.measure],
    ["serviceP95Ms", "service p95, ms", numbers.measure],
    ["serviceP99Ms", "service p99, ms", numbers.measure],
    ["serviceMaxMs", "service max, ms", numbers.measure],
    ["responseP50Ms", "response p50, ms", numbers.measure],
    ["responseP95Ms", "response p95, ms", numbers.measure],
    ["responseP99Ms", "response p99, ms", numbers.measure],
    ["responseMaxMs", "response max, ms", numbers.measure],
    ["lateP99Ms", "lateness p99, ms", numbers.measure],
    ["lateMaxMs", "lateness max, ms", numbers.measure],
    ["connections", "connections", numbers.count],
    ["connectMeanMs", "connect mean, ms", numbers.measure],
    ["connectMaxMs", "connect max, ms", numbers.measure],
    ["tlsMeanMs", "TLS mean, ms", numbers.measure],
    ["tlsMaxMs", "TLS max, ms", numbers.measure],
    ["warmUpConnections", "connections in the warm-up", numbers.count],
    ["warmUpConnectMeanMs", "connect mean then, ms", numbers.measure],
    ["warmUpTlsMeanMs", "TLS mean then, ms", numbers.measure],
  ];
  // Shown if any device has it: few fleets use TLS, and most connect in the warm-up alone.
  const RARE = [
    "connectMeanMs",
    "connectMaxMs",
    "tlsMeanMs",
    "tlsMaxMs",
    "warmUpConnectMeanMs",
    "warmUpTlsMeanMs",
  ];
  const FIGURES = ["P50", "P95", "P99", "Max"];
  const FIGURE_NAMES = ["p50", "p95", "p99", "max"];

  let charted = [];

  function isThere(key) {
    return (
      !RARE.includes(key) ||
      fleet.endpoints.some((_, endpoint) => !Number.isNaN(fleet.median(endpoint, key)))
    );
  }

  function megabytes(bytes) {
    return numbers.measure(bytes / 1e6);
  }

  function heading(text) {
    return elements.make("h3", { textContent: text });
  }

  function hint(text) {
    return elements.make("p", { className: "hint", textContent: text });
  }

  function numbersTable(index) {
    const columns = [{ label: "" }, ...fleet.endpoints.map((label) => ({ label }))];
    const rows = DETAILS.filter(([key]) => isThere(key)).map(([key, label, format]) =>
      elements.make(
        "tr",
        {},
        elements.make("th", { scope: "row", className: "wrap", textContent: label }),
        ...fleet.endpoints.map((_, endpoint) => {
          const number = fleet.value(index, endpoint, key);
          const mark = (key === "ko" || key === "missed") && number > 0 ? key : "";
          const few = fleet.isFew(index, endpoint, key);
          return elements.make("td", {
            className: few ? "few" : mark,
            textContent: numbers.orNone(format, number),
          });
        }),
      ),
    );
    return elements.table(columns, rows);
  }

  function failuresTable(failures) {
    const columns = [
      { label: "reason", text: true },
      { label: "endpoint", text: true },
      { label: "count" },
      { label: "first, s" },
      { label: "last, s" },
      { label: "message of the first", text: true },
    ];
    const cell = (text, className = "") => elements.make("td", { className, textContent: text });
    const rows = failures.map((failure) =>
      elements.make(
        "tr",
        {},
        elements.make("th", { scope: "row", className: "text", textContent: failure.reason }),
        cell(failure.endpoint, "text"),
        cell(numbers.count(failure.count)),
        cell(numbers.tenths(failure.firstS)),
        cell(numbers.tenths(failure.lastS)),
        cell(failure.message, "text message foreign"),
      ),
    );
    return elements.table(columns, rows);
  }

  function errors(parent, index) {
    const failures = fleet.failures(index);
    if (failures.length > 0) {
      parent.append(heading("Errors"), elements.scrolling("Errors", failuresTable(failures)));
    } else {
      parent.append(hint("No poll of this device failed."));
    }
  }

  function silence(parent, index) {
    const seconds = fleet.silence.ms[index] / 1e3;
    const fromS = fleet.silence.fromS[index];
    if (!Number.isNaN(seconds)) {
      const at = (s) => `${numbers.tenths(s)} s`;
      parent.append(
        hint(
          `Longest without a success of any endpoint: ${numbers.measure(seconds)} s, from ${at(fromS)} to ${at(fromS + seconds)}.`,
        ),
      );
    }
  }

  // ---- charts ----

  function distribution(parent, index, endpoint) {
    const values = (measure, of) => FIGURES.map((figure) => of(`${measure}${figure}Ms`));
    const own = (key) => fleet.value(index, endpoint, key);
    if (own("responseMaxMs") === null) {
      return;
    }
    const lines = [
      { label: "service", colour: "p99", values: values("service", own), width: 2 },
      { label: "response", colour: "p95", dash: true, values: values("response", own), width: 2 },
      {
        label: "median device, service",
        colour: "machine",
        values: values("service", (key) => fleet.median(endpoint, key)),
      },
    ];
    charted.push(
      charts.plot(parent, {
        title: `${fleet.endpoints[endpoint]}, ms`,
        lines,
        log: true,
        data: [[0, 1, 2, 3], ...lines.map((line) => line.values)],
        xLabel: "at",
        xText: (x) => FIGURE_NAMES[x] ?? "",
        xScale: { range: [-0.2, 3.2] },
        xAxis: { splits: [0, 1, 2, 3], values: (_, splits) => splits.map((x) => FIGURE_NAMES[x]) },
      }),
    );
  }

  function inTime(parent, title, lines, more) {
    const bins = Array.from({ length: cells.bins }, (_, bin) => bin);
    charted.push(
      charts.plot(parent, {
        title,
        height: 110,
        lines: lines.map((line) => ({ ...line, step: 1 })),
        data: [
          graph.starts(cells.bins, cells.binS),
          ...lines.map((line) => graph.held(bins.map(line.at))),
        ],
        xLabel: "from",
        xText: (x) => numbers.clock(x, cells.endS),
        xAxis: graph.clockAxis(cells.endS),
        cursor: { sync: { key: "device", scales: ["x", null] } },
        ...more,
      }),
    );
  }

  function polls(parent, index) {
    const of = (key) => (bin) => cells.count(key, index, bin, null);
    const ok = (bin) => of("planned")(bin) - of("ko")(bin) - of("missed")(bin);
    const lines = [
      { label: "OK", colour: "ok", fill: "ok-fill", at: ok },
      { label: "KO", colour: "ko", fill: "ko-fill", at: of("ko") },
      { label: "missed", colour: "missed", dash: true, at: of("missed") },
    ];
    const bin = numbers.clock(cells.binS, 1);
    inTime(parent, `Polls per ${bin}`, lines, { format: numbers.count });
    const slowest = fleet.endpoints.map((label, endpoint) => ({
      label,
      ...graph.looks(endpoint),
      at: (each) => orNull(cells.slowest(index, each, endpoint)),
    }));
    inTime(parent, `Slowest success per ${bin}, ms`, slowest, { log: true });
  }

  function orNull(number) {
    return Number.isNaN(number) ? null : number;
  }

  // ---- dialog ----

  function show(index) {
    elements.find("detail-title").textContent = fleet.ids[index];
    const story = elements.make("div");
    const figures = elements.make("div", { className: "figures" });
    elements.find("detail-body").replaceChildren(story, figures);
    dialog.showModal();
    errors(story, index);
    silence(story, index);
    if (cells && cells.bins > 0) {
      story.append(heading("In time"));
      polls(story, index);
    }
    const pair = elements.make("div", { className: "charts" });
    story.append(heading("Distribution"), pair);
    fleet.endpoints.forEach((_, endpoint) => distribution(pair, index, endpoint));
    figures.append(heading("Numbers"));
    figures.append(elements.scrolling("Numbers by endpoint", numbersTable(index)));
    dialog.scrollTop = 0;
  }

  dialog.addEventListener("close", () => {
    charted.forEach(charts.remove);
    charted = [];
  });
  elements.find("detail-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

  return { show };
})();
