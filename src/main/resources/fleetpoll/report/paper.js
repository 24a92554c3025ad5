"use strict";

// What the charts are drawn for: a screen of either theme, or paper, which is light and narrow and
// on which nothing is folded away.
(() => {
  let unfolded = [];

  function print(begins) {
    document.documentElement.classList.toggle("printing", begins);
    unfolded = begins ? [...document.querySelectorAll("details:not([open])")] : unfolded;
    unfolded.forEach((each) => (each.open = begins));
    charts.print(begins);
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", charts.redraw);
  window.addEventListener("beforeprint", () => print(true));
  window.addEventListener("afterprint", () => print(false));
})();
