"use strict";

// The list of the longest silences: each opens its device's own view.
document
  .querySelectorAll("#silence-rows button")
  .forEach((button) =>
    button.addEventListener("click", () => device.show(Number(button.dataset.device))),
  );
