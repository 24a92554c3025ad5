"use strict";

// The map's key, and the words for a cell.
const key = (() => {
  const WORDS = { ko: "failed", missed: "missed" };

  function describe(made, shown) {
    const slowest = shown.measure === "slowest";
    const text = (number) =>
      slowest ? `${numbers.brief(number)} ms` : numbers.count(Math.round(number));
    const [least, middle, most] = [0, 0.5, 1].map((part) => text(heat.unshare(made, part)));
    elements.find("map-scale").hidden = made.most === 0;
    elements.find("map-least").textContent = least;
    elements.find("map-middle").textContent = slowest || made.most > 2 ? middle : "";
    elements.find("map-most").textContent = most;
    elements.find("map-unit").textContent = slowest
      ? "slowest success, logarithmic"
      : `polls ${WORDS[shown.measure]}, logarithmic`;
    elements.find("map-none").hidden = !slowest || !made.values.includes(-1);
    const nothing = elements.find("map-nothing");
    nothing.hidden = made.most > 0;
    nothing.textContent = slowest
      ? "No poll succeeded."
      : `No poll ${shown.measure === "ko" ? "failed" : "was missed"}.`;
    elements.find("map-rows").textContent =
      made.perRow === 1
        ? "One row per device"
        : `Each row is the worst of ${numbers.count(made.perRow)} devices`;
  }

  function words(made, shown, cell) {
    const number = made.values[cell.row * cells.bins + cell.bin];
    if (Number.isNaN(number)) {
      return "no poll planned";
    }
    if (number < 0) {
      return "no poll succeeded";
    }
    return shown.measure === "slowest"
      ? `slowest about ${numbers.measure(number)} ms`
      : `${numbers.count(number)} ${WORDS[shown.measure]}`;
  }

  return { describe, words };
})();
