"use strict";
{
  const STEP = 200;
  const SLOW = 3;

  const MEASURES = [
    { key: "sent", label: "sent", text: count },
    { key: "missed", label: "missed", text: count, mark: (value) => value > 0 && "missed" },
    { key: "ko", label: "ko", text: count, mark: (value) => value > 0 && "ko" },
    { key: "success", label: "success, %", text: percent, ascending: true },
    { key: "serviceP50", label: "service p50", text: millis },
    { key: "serviceP99", label: "service p99", text: millis, mark: slow },
    { key: "serviceMax", label: "service max", text: millis },
    { key: "responseP99", label: "response p99", text: millis, mark: slow },
    { key: "lateP99", label: "lateness p99", text: millis },
  ];

  const DETAILS = [
    ["planned", "planned", count],
    ["sent", "sent", count],
    ["missed", "missed", count],
    ["ok", "ok", count],
    ["ko", "ko", count],
    ["success", "success, %", percent],
    ["resent", "resent", count],
    ["bytes", "received, MB", (value) => millis(value / 1e6)],
    ["serviceP50", "service p50, ms", millis],
    ["serviceP95", "service p95, ms", millis],
    ["serviceP99", "service p99, ms", millis],
    ["serviceMax", "service max, ms", millis],
    ["responseP50", "response p50, ms", millis],
    ["responseP95", "response p95, ms", millis],
    ["responseP99", "response p99, ms", millis],
    ["responseMax", "response max, ms", millis],
    ["lateP99", "lateness p99, ms", millis],
    ["lateMax", "lateness max, ms", millis],
  ];

  const data = JSON.parse(document.getElementById("data").textContent);
  const position = Object.fromEntries(data.columns.map((name, index) => [name, index]));
  const failurePosition = Object.fromEntries(data.errorColumns.map((name, index) => [name, index]));
  const indices = data.devices.map((_, index) => index);

  // ---- numbers ----

  const decimals = [0, 1, 2].map(
    (digits) =>
      new Intl.NumberFormat("en", {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );

  function count(value) {
    return decimals[0].format(value);
  }

  // Three digits, which is all that a percentile exact to 1 % has.
  function millis(value) {
    if (value > 0 && value < 0.005) {
      return "<0.01";
    }
    return decimals[value < 9.995 ? 2 : value < 99.95 ? 1 : 0].format(value);
  }

  // Rounded down: 100 only where no poll failed.
  function percent(value) {
    return value > 0 && value < 0.01 ? "<0.01" : decimals[2].format(Math.floor(value * 100) / 100);
  }

  function value(device, endpoint, key) {
    const cell = data.devices[device][1][endpoint];
    if (!cell) {
      return null;
    }
    if (key === "success") {
      const sent = cell[position.sent];
      return sent === 0 ? null : (cell[position.ok] * 100) / sent;
    }
    return cell[position[key]];
  }

  function text(measure, number) {
    return number === null || Number.isNaN(number) ? "-" : measure(number);
  }

  // ---- columns: a number per device, NaN where there is none ----

  function numbers(endpoint, key) {
    return Float64Array.from(indices, (device) => value(device, endpoint, key) ?? NaN);
  }

  function median(values) {
    const known = values.filter((each) => !Number.isNaN(each)).sort();
    return known.length === 0 ? NaN : known[(known.length - 1) >> 1];
  }

  const columns = data.endpoints.flatMap((name, endpoint) =>
    MEASURES.map((measure, index) => {
      const values = numbers(endpoint, measure.key);
      return { ...measure, endpoint, values, median: median(values), begin: index === 0 };
    }),
  );

  function slow(number, column) {
    return number >= SLOW * column.median && "slow";
  }

  function sum(key) {
    const sums = new Float64Array(indices.length);
    for (const column of columns) {
      if (column.key === key) {
        column.values.forEach((each, device) => (sums[device] += each || 0));
      }
    }
    return sums;
  }

  const ko = sum("ko");
  const missed = sum("missed");

  function slowness(device) {
    let most = 0;
    for (const column of columns) {
      if (column.key === "serviceP99") {
        most = Math.max(most, column.values[device] / column.median || 0);
      }
    }
    return most;
  }

  function idRanks() {
    const collator = new Intl.Collator("en", { numeric: true });
    const ranks = new Float64Array(indices.length);
    indices
      .slice()
      .sort((a, b) => collator.compare(data.devices[a][0], data.devices[b][0]))
      .forEach((device, rank) => (ranks[device] = rank));
    return ranks;
  }

  // ---- order and filter ----

  const worstFirst = (() => {
    const slownesses = Float64Array.from(indices, slowness);
    return indices
      .slice()
      .sort(
        (a, b) =>
          ko[b] - ko[a] || missed[b] - missed[a] || slownesses[b] - slownesses[a] || a - b,
      );
  })();

  const state = { order: worstFirst, sorted: null, limit: STEP, rows: [] };

  function ordered(values, descending) {
    const sign = descending ? -1 : 1;
    return indices.slice().sort((a, b) => {
      const x = values[a];
      const y = values[b];
      if (Number.isNaN(x) || Number.isNaN(y)) {
        return Number.isNaN(x) - Number.isNaN(y) || a - b;
      }
      return sign * (x - y) || a - b;
    });
  }

  const inputs = {
    text: document.getElementById("filter-text"),
    failing: document.getElementById("filter-failing"),
    missed: document.getElementById("filter-missed"),
  };

  function matching() {
    const wanted = inputs.text.value.trim().toLowerCase();
    return state.order.filter(
      (device) =>
        (!inputs.failing.checked || ko[device] > 0) &&
        (!inputs.missed.checked || missed[device] > 0) &&
        (wanted === "" || data.devices[device][0].toLowerCase().includes(wanted)),
    );
  }

  // ---- elements ----

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  const head = document.getElementById("device-head");
  const body = document.getElementById("device-rows");
  const more = document.getElementById("more");
  const shown = document.getElementById("shown");
  const noRows = document.getElementById("no-rows");
  const worstButton = document.getElementById("worst-first");

  function drawHead() {
    const groups = element("tr", {}, element("td"));
    for (const name of data.endpoints) {
      groups.append(
        element("th", {
          scope: "colgroup",
          colSpan: MEASURES.length,
          className: "group begin",
          textContent: name,
        }),
      );
    }
    const names = element("tr", {}, headCell({ label: "device", ascending: true }));
    columns.forEach((column) => names.append(headCell(column)));
    head.append(groups, names);
  }

  function headCell(column) {
    const button = element("button", { type: "button", textContent: column.label });
    const cell = element("th", { scope: "col", className: column.begin ? "begin" : "" }, button);
    if (column.endpoint !== undefined) {
      button.setAttribute("aria-label", `${data.endpoints[column.endpoint]} ${column.label}`);
    }
    cell.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => sortBy(column, cell));
    return cell;
  }

  function sortBy(column, cell) {
    column.values ??= idRanks();
    const before = cell.getAttribute("aria-sort");
    const descending = before === "none" ? !column.ascending : before === "ascending";
    state.order = ordered(column.values, descending);
    markSorted(cell, descending ? "descending" : "ascending");
    redraw();
  }

  function markSorted(cell, direction) {
    state.sorted?.setAttribute("aria-sort", "none");
    cell?.setAttribute("aria-sort", direction);
    state.sorted = cell;
    worstButton.setAttribute("aria-pressed", String(cell === null));
  }

  function row(device) {
    const id = data.devices[device][0];
    const button = element("button", { type: "button", textContent: id, title: id });
    const made = element("tr", {}, element("th", { scope: "row" }, button));
    for (const column of columns) {
      const number = column.values[device];
      const mark = column.mark?.(number, column);
      made.append(
        element("td", {
          className: [mark, column.begin && "begin"].filter(Boolean).join(" "),
          textContent: text(column.text, number),
        }),
      );
    }
    made.addEventListener("click", () => open(device));
    return made;
  }

  function redraw() {
    state.rows = matching();
    state.limit = STEP;
    body.replaceChildren(...state.rows.slice(0, STEP).map(row));
    body.closest(".scroll").scrollTop = 0;
    announce();
  }

  function showMore() {
    const added = state.rows.slice(state.limit, state.limit + STEP).map(row);
    state.limit += STEP;
    body.append(...added);
    announce();
    added[0].querySelector("button").focus();
  }

  function announce() {
    const rows = Math.min(state.limit, state.rows.length);
    const left = state.rows.length - rows;
    const all = count(indices.length);
    const found =
      state.rows.length === indices.length ? all : `${count(state.rows.length)} of ${all}`;
    const noun = indices.length === 1 ? "device" : "devices";
    shown.textContent = `${found} ${noun}${left > 0 ? `, ${count(rows)} shown` : ""}`;
    more.hidden = left === 0;
    more.textContent = `Show ${count(Math.min(STEP, left))} more`;
    noRows.hidden = rows > 0;
    noRows.textContent = indices.length === 0 ? "The run had no devices." : "No device matches.";
    body.closest(".scroll").hidden = rows === 0;
  }

  // ---- one device ----

  const detail = document.getElementById("detail");

  function open(device) {
    document.getElementById("detail-title").textContent = data.devices[device][0];
    const failures = data.errors.filter((each) => each[failurePosition.device] === device);
    const parts = [scrolling("Numbers by endpoint", numbersTable(device))];
    if (failures.length > 0) {
      parts.push(element("h3", { textContent: "Errors" }));
      parts.push(scrolling("Errors", failuresTable(failures)));
    } else {
      parts.push(element("p", { className: "hint", textContent: "No poll of this device failed." }));
    }
    document.getElementById("detail-body").replaceChildren(...parts);
    detail.showModal();
  }

  function scrolling(label, child) {
    const made = element("div", { className: "scroll", tabIndex: 0, role: "region" }, child);
    made.setAttribute("aria-label", label);
    return made;
  }

  function table(names, rows) {
    const heads = names.map((name) =>
      element("th", { scope: "col", className: name.text ? "text" : "", textContent: name.label }),
    );
    return element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...heads)),
      element("tbody", {}, ...rows),
    );
  }

  function numbersTable(device) {
    const names = [{ label: "" }, ...data.endpoints.map((label) => ({ label }))];
    const rows = DETAILS.map(([key, label, format]) =>
      element(
        "tr",
        {},
        element("th", { scope: "row", textContent: label }),
        ...data.endpoints.map((_, endpoint) => {
          const number = value(device, endpoint, key);
          const mark = (key === "ko" || key === "missed") && number > 0 ? key : "";
          return element("td", { className: mark, textContent: text(format, number) });
        }),
      ),
    );
    return table(names, rows);
  }

  function failuresTable(failures) {
    const names = [
      { label: "reason", text: true },
      { label: "endpoint", text: true },
      { label: "count" },
      { label: "first, s" },
      { label: "last, s" },
      { label: "message of the first", text: true },
    ];
    const rows = failures.map((failure) => {
      const at = (name) => failure[failurePosition[name]];
      return element(
        "tr",
        {},
        element("th", { scope: "row", className: "text", textContent: data.texts[at("reason")] }),
        element("td", { className: "text", textContent: data.endpoints[at("endpoint")] }),
        element("td", { textContent: count(at("count")) }),
        element("td", { textContent: decimals[1].format(at("firstS")) }),
        element("td", { textContent: decimals[1].format(at("lastS")) }),
        element("td", {
          className: "text message foreign",
          textContent: data.texts[at("message")],
        }),
      );
    });
    return table(names, rows);
  }

  // ---- begin ----

  const section = document.getElementById("device-table");
  if (section) {
    drawHead();
    redraw();
    section.hidden = false;
    inputs.text.addEventListener("input", redraw);
    inputs.failing.addEventListener("change", redraw);
    inputs.missed.addEventListener("change", redraw);
    more.addEventListener("click", showMore);
    worstButton.addEventListener("click", () => {
      state.order = worstFirst;
      markSorted(null);
      redraw();
    });
    document.getElementById("detail-close").addEventListener("click", () => detail.close());
    detail.addEventListener("click", (event) => event.target === detail && detail.close());
  }

  // What is folded away is not printed.
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")];
    unfolded.forEach((each) => (each.open = true));
  });
  window.addEventListener("afterprint", () => unfolded.forEach((each) => (each.open = false)));
}
