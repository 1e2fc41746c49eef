/* The script of search is as large as all others together: it is fetched when somebody is about to search, or comes from a result. */
(function () {
  "use strict";

  const form = document.querySelector(".md-header .nb-search");
  const input = form.querySelector("input");
  const own = document.querySelector("#nb-search input");
  const address = new URL("search.js", document.currentScript.src).href;
  let isAsked = false;

  function fetchSearch() {
    if (isAsked || window.boardSearch) return;
    isAsked = true;
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("error", () => {
      isAsked = false;
    });
    document.head.appendChild(script);
  }

  form.addEventListener("focusin", fetchSearch);
  form.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    form.classList.add("is-open");
    input.focus();
  });
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(input|textarea|select)$/i.test(target.tagName)) return;
    event.preventDefault();
    (own || input).focus();
    (own || input).select();
  });
  if (/[?&]h=/.test(location.search)) fetchSearch();
})();
