"use strict";

// Makes tables into CSV, RFC 4180, in the browser: a page that was moved has no files next to it.
const csv = (() => {
  // As in the run's own CSV files: an apostrophe keeps a spreadsheet from running it.
  const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

  function safe(text) {
    return formula.test(text) ? `'${text}` : text;
  }

  function cell(value) {
    const text = typeof value === "string" ? safe(value) : String(value ?? "");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  function text(rows) {
    return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
  }

  function save(name, rows) {
    const url = URL.createObjectURL(new Blob([text(rows)], { type: "text/csv" }));
    elements.make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1_000);
  }

  return { text, save };
})();
