"use strict";

// What concerns the page as a whole: theme and printer.
{
  const root = document.documentElement;

  function redraw() {
    charts.redraw();
    map?.redraw();
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

  // Paper is light and narrow, and what is folded away is not printed.
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    root.classList.add("printing");
    unfolded = [...document.querySelectorAll("details:not([open])")];
    unfolded.forEach((each) => (each.open = true));
    charts.print(true);
    map?.print(true);
  });
  window.addEventListener("afterprint", () => {
    root.classList.remove("printing");
    unfolded.forEach((each) => (each.open = false));
    charts.print(false);
    map?.print(false);
  });
}
