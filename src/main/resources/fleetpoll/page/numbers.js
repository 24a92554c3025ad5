"use strict";

// Writes numbers for readers, with the same marks everywhere: 66,000 and 99.99.
const numbers = (() => {
  const NONE = "-";
  // In floating point, 0.57 * 100 is a little less than 57.
  const TINY = 1e-6;

  const decimals = [0, 1, 2, 3].map(
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
  function measure(value) {
    if (value > 0 && value < 0.005) {
      return "<0.01";
    }
    return decimals[value < 9.995 ? 2 : value < 99.95 ? 1 : 0].format(value);
  }

  // The same without trailing zeros, for axes.
  function brief(value) {
    const text = value > 0 && value < 0.1 ? decimals[3].format(value) : measure(value);
    return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  }

  function tenths(value) {
    return decimals[1].format(value);
  }

  // Rounded down: 100 only if no poll failed.
  function percent(value) {
    return value > 0 && value < 0.01 ? "<0.01" : decimals[2].format(Math.floor(value * 100 + TINY) / 100);
  }

  // An instant of the run: 42.5 s in a short one, 1:05 or 2:01:05 in a longer one.
  function clock(seconds, spanSeconds) {
    if (spanSeconds <= 120) {
      return `${brief(seconds)} s`;
    }
    const whole = Math.floor(seconds);
    const parts = [Math.floor(whole / 60) % 60, whole % 60];
    const hours = Math.floor(whole / 3600);
    const text = parts.map((part) => String(part).padStart(2, "0")).join(":");
    const tenth = Math.floor((seconds - whole) * 10 + TINY);
    return `${hours > 0 ? `${hours}:${text}` : text.replace(/^0/, "")}${tenth > 0 ? `.${tenth}` : ""}`;
  }

  // Distances at which instants are marked, ascending.
  function clockSteps(spanSeconds) {
    const tens = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];
    const sixties = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200];
    return spanSeconds <= 120 ? tens : [...sixties, 86_400, 172_800];
  }

  function orNone(format, value) {
    return value === null || value === undefined || Number.isNaN(value) ? NONE : format(value);
  }

  return { count, measure, brief, tenths, percent, clock, clockSteps, orNone };
})();
