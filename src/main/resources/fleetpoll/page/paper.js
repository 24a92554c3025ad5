"use strict";

// Adapts the page to a screen of either theme, or to paper, which is light and narrow and hides
// nothing. Scripts that draw on a canvas register as followers.
const paper = (() => {
  const followers = [charts];
  let unfolded = [];

  function print(begins) {
    document.documentElement.classList.toggle("printing", begins);
    unfolded = begins ? [...document.querySelectorAll("details:not([open])")] : unfolded;
    unfolded.forEach((each) => (each.open = begins));
    followers.forEach((each) => each.print(begins));
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    followers.forEach((each) => each.redraw()),
  );
  window.addEventListener("beforeprint", () => print(true));
  window.addEventListener("afterprint", () => print(false));

  // A follower has redraw() and print(begins).
  return { follow: (follower) => followers.push(follower) };
})();
