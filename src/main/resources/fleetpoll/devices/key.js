"use strict";

// The map's key, and the words for a cell.
const key = (() => {
  const counted = (word, nothing) => ({
    text: (number) => numbers.count(Math.round(number)),
    unit: `polls ${word}`,
    nothing,
    words: (number) => `${numbers.count(number)} ${word}`,
  });
  const MEASURES = {
    slowest: {
      isTime: true,
      text: (ms) => `${numbers.brief(ms)} ms`,
      unit: "slowest success",
      nothing: "There was no success.",
      words: (ms) => `slowest about ${numbers.measure(ms)} ms`,
    },
    ko: counted("failed", "No poll failed."),
    missed: counted("missed", "No poll was missed."),
    silence: {
      isTime: true,
      text: (ms) => `${numbers.brief(ms / 1e3)} s`,
      unit: "longest time without any success, of each device",
      nothing: "No device was silent.",
      words: (ms) =>
        ms > 0 ? `in its longest silence, ${numbers.measure(ms / 1e3)} s` : "not in its longest silence",
    },
  };

  function isTime(shown) {
    return MEASURES[shown.measure].isTime;
  }

  function describe(made, shown) {
    const measure = MEASURES[shown.measure];
    const [least, middle, most] = [0, 0.5, 1].map((part) =>
      measure.text(heat.unshare(made, part)),
    );
    elements.find("map-scale").hidden = made.most === 0;
    elements.find("map-least").textContent = least;
    elements.find("map-middle").textContent = measure.isTime || made.most > 2 ? middle : "";
    elements.find("map-most").textContent = most;
    elements.find("map-unit").textContent = `${measure.unit}, logarithmic`;
    elements.find("map-none").hidden = !made.values.includes(-1);
    const nothing = elements.find("map-nothing");
    nothing.hidden = made.most > 0;
    nothing.textContent = measure.nothing;
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
    return number < 0 ? "no poll succeeded" : MEASURES[shown.measure].words(number);
  }

  return { isTime, describe, words };
})();
