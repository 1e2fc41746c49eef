/* 我的单位: what a page shows of other units is folded, and the choice is remembered on this device. Without this script
   everything is shown. An option's value is the units whose rows are shown with it. */
(function () {
  "use strict";

  const box = document.getElementById("nb-own-unit");
  if (!box) {
    return;
  }
  const folds = document.querySelectorAll(".nb-others");

  function count() {
    folds.forEach((fold) => {
      const others = fold.parentNode.querySelectorAll("li.nb-other:not([hidden])").length;
      fold.hidden = !others;
      fold.firstElementChild.textContent = others;
    });
  }

  function show() {
    const units = box.value.split(" ");
    const link = document.querySelector(".nb-chosen");
    document.querySelectorAll("[data-unit]").forEach((row) => {
      row.classList.toggle("nb-other", box.value && !row.dataset.unit.split(" ").some((unit) => units.includes(unit)));
    });
    link.hidden = !box.value;
    link.textContent = box.selectedOptions[0].text;
    document.dispatchEvent(new Event("nb-added")); // notice-state.js fills the places of what is folded.
    count();
  }

  function recall() {
    box.value = __md_get("__unit") || "";
    if (!box.selectedOptions[0]) {
      box.value = ""; // A unit that is no more.
    }
    show();
  }

  box.addEventListener("change", () => {
    __md_set("__unit", box.value);
    show();
  });
  folds.forEach((fold) => fold.addEventListener("click", () => {
    fold.setAttribute("aria-expanded", fold.parentNode.classList.toggle("nb-unfolded"));
  }));
  document.addEventListener("visibilitychange", count); // After notice-state.js, which comes first.
  window.addEventListener("pageshow", recall);
  box.parentNode.hidden = false;
})();
