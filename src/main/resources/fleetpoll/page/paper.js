"use strict";

// What the page is drawn for: a screen of either theme, or paper, which is light and narrow and on
// which nothing is folded away. Whoever draws on a canvas follows.
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
