"use strict";

// The table of devices: sorted, filtered, and saved as CSV.
const table = (() => {
  const section = elements.find("device-table");
  if (!section) {
    return null;
  }
  const STEP = 100;
  const WORST = 10;

  const MEASURES = [
    { key: "sent", label: "sent", text: numbers.count },
    { key: "missed", label: "missed", text: numbers.count, mark: (n) => n > 0 && "missed" },
    { key: "ko", label: "ko", text: numbers.count, mark: (n) => n > 0 && "ko" },
    { key: "success", label: "success, %", text: numbers.percent, ascending: true },
    { key: "serviceP50Ms", label: "service p50", text: numbers.measure },
    { key: "serviceP99Ms", label: "service p99", text: numbers.measure, mark: slow },
    { key: "serviceMaxMs", label: "service max", text: numbers.measure },
    { key: "responseP99Ms", label: "response p99", text: numbers.measure, mark: slow },
    { key: "lateP99Ms", label: "lateness p99", text: numbers.measure },
  ];
  const silence = {
    label: "silence",
    text: numbers.measure,
    mark: (ms) => fleet.isSilent(ms) && "slow",
    values: fleet.silence.ms,
    begin: true,
  };
  const ofEndpoints = fleet.endpoints.flatMap((_, endpoint) =>
    MEASURES.map((measure, index) => ({
      ...measure,
      endpoint,
      values: fleet.values(endpoint, measure.key),
      begin: index === 0,
    })),
  );
  const columns = [silence, ...ofEndpoints];

  const late = fleet.late();
  const inputs = {
    text: elements.find("filter-text"),
    failing: elements.find("filter-failing"),
    missed: elements.find("filter-missed"),
    late: elements.find("filter-late"),
  };
  const body = elements.find("device-rows");
  const more = elements.find("more");
  const worstButton = elements.find("worst-first");

  // ---- filter ----

  const state = { order: ranking.worstFirst, sorted: null, limit: STEP, rows: [] };

  function slow(number, column) {
    return fleet.isSlow(number, column.endpoint, column.key) && "slow";
  }

  function matching() {
    const wanted = inputs.text.value.trim().toLowerCase();
    return state.order.filter(
      (index) =>
        (!inputs.failing.checked || fleet.ko[index] > 0) &&
        (!inputs.missed.checked || fleet.missed[index] > 0) &&
        (!inputs.late.checked || late[index]) &&
        (wanted === "" || fleet.ids[index].toLowerCase().includes(wanted)),
    );
  }

  // ---- head ----

  function drawHead() {
    const groups = elements.make("tr", {}, elements.make("td"), group("any endpoint", 1));
    groups.append(...fleet.endpoints.map((name) => group(name, MEASURES.length)));
    const names = elements.make("tr", {}, headCell({ label: "device", ascending: true }));
    columns.forEach((column) => names.append(headCell(column)));
    elements.find("device-head").append(groups, names);
  }

  function group(textContent, colSpan) {
    return elements.make("th", { scope: "colgroup", colSpan, className: "group begin", textContent });
  }

  function headCell(column) {
    const button = elements.make("button", { type: "button", textContent: column.label });
    const className = column.begin ? "begin" : "";
    const cell = elements.make("th", { scope: "col", className }, button);
    if (column.endpoint !== undefined) {
      button.setAttribute("aria-label", `${fleet.endpoints[column.endpoint]} ${column.label}`);
    }
    cell.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => sortBy(column, cell));
    return cell;
  }

  function sortBy(column, cell) {
    column.values ??= ranking.byId();
    const before = cell.getAttribute("aria-sort");
    const descending = before === "none" ? !column.ascending : before === "ascending";
    state.order = ranking.by(column.values, descending);
    markSorted(cell, descending ? "descending" : "ascending");
    redraw();
  }

  function markSorted(cell, direction) {
    state.sorted?.setAttribute("aria-sort", "none");
    cell?.setAttribute("aria-sort", direction);
    state.sorted = cell;
    worstButton.setAttribute("aria-pressed", String(cell === null));
  }

  // ---- rows ----

  function row(index, place) {
    const id = fleet.ids[index];
    const button = elements.make("button", { type: "button", textContent: id, title: id });
    const made = elements.make("tr", {}, elements.make("th", { scope: "row" }, button));
    if (state.sorted === null && place < WORST && state.rows.length > WORST) {
      made.className = "worst";
    }
    for (const column of columns) {
      const number = column.values[index];
      const mark = column.mark?.(number, column);
      const few = fleet.isFew(index, column.endpoint, column.key);
      made.append(
        elements.make("td", {
          className: [mark, few && "few", column.begin && "begin"].filter(Boolean).join(" "),
          textContent: numbers.orNone(column.text, number),
        }),
      );
    }
    made.addEventListener("click", () => device.show(index));
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
    const added = state.rows
      .slice(state.limit, state.limit + STEP)
      .map((index, place) => row(index, state.limit + place));
    state.limit += STEP;
    body.append(...added);
    announce();
    added[0].querySelector("button").focus();
  }

  function announce() {
    const rows = Math.min(state.limit, state.rows.length);
    const left = state.rows.length - rows;
    const all = numbers.count(fleet.ids.length);
    const found =
      state.rows.length === fleet.ids.length ? all : `${numbers.count(state.rows.length)} of ${all}`;
    const noun = fleet.ids.length === 1 ? "device" : "devices";
    elements.find("shown").textContent =
      `${found} ${noun}${left > 0 ? `, ${numbers.count(rows)} shown` : ""}`;
    more.hidden = left === 0;
    more.textContent = `Show ${numbers.count(Math.min(STEP, left))} more`;
    const none = elements.find("no-rows");
    none.hidden = rows > 0;
    none.textContent =
      fleet.ids.length === 0 ? "The run had no devices." : "No device matches.";
    body.closest(".scroll").hidden = rows === 0;
  }

  // ---- CSV ----

  // The devices that are shown, in their order, with the columns of devices.csv.
  function rowsForCsv() {
    const names = fleet.columns.map((name) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`));
    const rows = state.rows.flatMap((index) =>
      fleet.endpoints.map((endpoint, i) => [
        fleet.ids[index],
        endpoint,
        ...(fleet.row(index, i) ?? names.map(() => null)),
      ]),
    );
    return [["device", "endpoint", ...names], ...rows];
  }

  drawHead();
  redraw();
  section.hidden = false;
  inputs.text.addEventListener("input", redraw);
  [inputs.failing, inputs.missed, inputs.late].forEach((input) =>
    input.addEventListener("change", redraw),
  );
  more.addEventListener("click", showMore);
  worstButton.addEventListener("click", () => {
    state.order = ranking.worstFirst;
    markSorted(null);
    redraw();
  });
  elements
    .find("save-csv")
    .addEventListener("click", () => csv.save("devices-shown.csv", rowsForCsv()));
  return { rowsForCsv };
})();
