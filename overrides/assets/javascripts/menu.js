/* The theme opens its menu with a label, which no key reaches: a button that does the same takes its place. */
(function () {
  "use strict";

  const toggle = document.getElementById("__drawer");
  const label = document.querySelector(".md-header [for=__drawer]");
  const button = document.createElement("button");

  function tell() {
    button.setAttribute("aria-expanded", String(toggle.checked));
  }

  button.type = "button";
  button.className = label.className + " nb-menu";
  button.append(...label.childNodes);
  button.addEventListener("click", () => toggle.click());
  label.replaceWith(button);
  tell();
  toggle.addEventListener("change", tell);
  // A link in the menu may lead to a place on the same page.
  window.addEventListener("hashchange", () => toggle.checked && toggle.click());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) {
      toggle.click();
      button.focus();
    }
  });
})();
