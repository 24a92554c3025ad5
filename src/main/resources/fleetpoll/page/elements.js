"use strict";

// Makes elements. Text is always set as text, so that nothing a server said becomes markup.
const elements = (() => {
  function make(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function find(id) {
    return document.getElementById(id);
  }

  // The data in the page; null if the run's file was missing.
  function data(id) {
    return JSON.parse(find(id).textContent);
  }

  function scrolling(label, child) {
    const made = make("div", { className: "scroll", tabIndex: 0, role: "region" }, child);
    made.setAttribute("aria-label", label);
    return made;
  }

  // Columns have a label, and text: true if they are not numbers.
  function table(columns, rows) {
    const heads = columns.map((column) =>
      make("th", {
        scope: "col",
        className: column.text ? "text" : "",
        textContent: column.label,
      }),
    );
    return make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows));
  }

  return { make, find, data, scrolling, table };
})();
