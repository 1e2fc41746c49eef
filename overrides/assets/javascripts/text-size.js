/* Large type: a switch that is remembered, applied before the page is painted. Without scripts the browser's own zoom serves. */
(function () {
  "use strict";

  const button = document.querySelector(".nb-larger");
  document.documentElement.classList.add("nb-scripts");

  function show() {
    const large = __md_get("__text") === "large";
    document.documentElement.classList.toggle("nb-large", large);
    button.setAttribute("aria-pressed", String(large));
  }

  button.addEventListener("click", () => {
    __md_set("__text", button.getAttribute("aria-pressed") === "true" ? "usual" : "large");
    show();
  });
  window.addEventListener("pageshow", show); // A page that the browser kept while the switch was used on another.
  button.hidden = false;
  show();
})();
