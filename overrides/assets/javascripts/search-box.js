/* The script of search is as large as all others together: it is fetched when somebody is about to search, or comes from a result. */
(function () {
  "use strict";

  const form = document.querySelector(".md-header .nb-search");
  const input = form && form.querySelector("input");
  if (!input) return;
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

  ["focusin", "input"].forEach((what) => form.addEventListener(what, fetchSearch));
  form.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    form.classList.add("is-open");
    input.focus();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") input.blur();
  });
  form.addEventListener("focusout", (event) => {
    if (!window.boardSearch) form.classList.toggle("is-open", form.contains(event.relatedTarget));
  });
  /* The page of search has a script of its own; the archive is for those who have none. */
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = input.value.trim();
    if (query && !window.boardSearch) location.href = form.dataset.page + "?q=" + encodeURIComponent(query);
  });
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (window.boardSearch || key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(input|textarea|select)$/i.test(target.tagName)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  if (form.contains(document.activeElement) || input.value || /[?&]h=/.test(location.search)) fetchSearch();
})();
