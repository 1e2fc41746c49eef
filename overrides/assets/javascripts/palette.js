/* Light or dark: what the reader chose last time, else what the device prefers; before the page is painted. */
(function () {
  "use strict";

  const inputs = [...document.querySelectorAll("[name=__palette]")];
  const parts = ["media", "scheme", "primary", "accent"];

  function part(input, name) {
    return input.getAttribute("data-md-color-" + name);
  }

  function isPreferred(input) {
    return matchMedia(part(input, "media")).matches;
  }

  /* A choice may be to follow the device. */
  function colours(input) {
    const follows = part(input, "media") === "(prefers-color-scheme)";
    return follows ? inputs.find((other) => other !== input && isPreferred(other)) || input : input;
  }

  function show(input) {
    const shown = colours(input);
    parts.forEach((name) => document.body.setAttribute("data-md-color-" + name, part(shown, name)));
    input.checked = true;
    inputs.forEach((other) => {
      const label = other.nextElementSibling;
      if (label && label.tagName === "LABEL") label.hidden = other !== input;
    });
  }

  const kept = __md_get("__palette");
  const first = (kept && inputs[kept.index]) || inputs.find(isPreferred) || inputs[0];
  if (first) show(first);
  inputs.forEach((input, index) => {
    input.addEventListener("change", () => {
      const color = {};
      parts.forEach((name) => {
        color[name] = part(input, name);
      });
      show(input);
      __md_set("__palette", { index: index, color: color });
    });
  });
})();
