/* A year's months as a strip to swipe on a phone: it begins at the month that is shown. Without this script they stand in two rows. */
(function () {
  "use strict";

  const strip = document.querySelector(".nb-strip");
  const current = strip && strip.querySelector("[aria-current]");
  if (current) {
    strip.scrollLeft = current.offsetLeft - strip.offsetLeft - (strip.clientWidth - current.offsetWidth) / 2;
  }
})();
