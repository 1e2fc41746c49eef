/* What moves around a page: the title in the header, the list of contents, the way back to the top, parts that are folded.
   The theme's own script does this and much more; it is ten times as long as all of ours (noticeboard_mkdocs/theme_script.py). */
(function () {
  "use strict";

  const root = document.documentElement;
  const header = document.querySelector(".md-header");
  const title = document.querySelector(".md-header__title");
  const main = document.querySelector(".md-main");
  const heading = document.querySelector("article h1");
  const back = document.querySelector(".md-top");
  const contents = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap");
  const links = [...document.querySelectorAll(".md-nav--secondary .md-nav__link[href*='#']")].filter(target);
  let height = 0;
  let waits = false;
  let current;

  /* Where a link or an address leads on this page. Apps cut addresses in the middle of a sign. */
  function target(link) {
    const name = link.hash.slice(1);
    try {
      return document.getElementById(decodeURIComponent(name));
    } catch (error) {
      return document.getElementById(name);
    }
  }

  /* The line below which the reader reads. */
  function edge() {
    return header ? header.getBoundingClientRect().bottom : 0;
  }

  function isAbove(element, line) {
    return Boolean(element) && element.getBoundingClientRect().bottom <= line;
  }

  function markContents(line) {
    const atEnd = window.pageYOffset + window.innerHeight >= root.scrollHeight - 1;
    const passed = links.filter((link) => atEnd || target(link).getBoundingClientRect().top <= line + 32);
    const last = passed[passed.length - 1];
    if (last === current) return;
    current = last;
    links.forEach((link) => {
      link.classList.toggle("md-nav__link--passed", passed.indexOf(link) >= 0);
      link.classList.toggle("md-nav__link--active", link === last);
    });
    if (last && contents) {
      const away = last.getBoundingClientRect().top - contents.getBoundingClientRect().top;
      contents.scrollTop += away - contents.clientHeight / 2;
    }
  }

  /* Only for those who are on their way back already. */
  function offerTheTop(line) {
    const is = window.pageYOffset < height && isBelow(line);
    height = window.pageYOffset;
    if (!back || back.hidden === !is) return;
    back.hidden = !is;
    if (is) back.removeAttribute("tabindex");
    else back.tabIndex = -1;
  }

  function isBelow(line) {
    return Boolean(main) && main.getBoundingClientRect().top < line;
  }

  function scrolled() {
    const line = edge();
    waits = false;
    if (header) header.classList.toggle("md-header--shadow", isBelow(line));
    if (title) title.classList.toggle("md-header__title--active", isAbove(heading, line));
    markContents(line);
    offerTheTop(line);
  }

  function later() {
    if (!waits) window.requestAnimationFrame(scrolled);
    waits = true;
  }

  /* What is scrolled sideways is scrolled by keys too. */
  function measure() {
    document.querySelectorAll(".md-typeset pre > code, .md-typeset table:not([class])").forEach((part) => {
      if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
      else part.removeAttribute("tabindex");
    });
    later();
  }

  /* An address may lead into what is folded. */
  function unfoldTarget() {
    const element = location.hash && target(location);
    let folded = element && element.closest("details:not([open])");
    if (!folded) return;
    for (; folded; folded = element.closest("details:not([open])")) folded.open = true;
    element.scrollIntoView();
  }

  /* Nothing is folded on paper. */
  let unfolded = [];
  function forPaper(isPaper) {
    unfolded.forEach((part) => {
      part.open = false;
    });
    unfolded = isPaper ? [...document.querySelectorAll("details:not([open])")] : [];
    unfolded.forEach((part) => {
      part.open = true;
    });
  }

  if (back) {
    back.tabIndex = -1;
    back.addEventListener("click", () => window.scrollTo(0, 0));
  }
  document.querySelectorAll(".md-ellipsis").forEach((cut) => {
    if (cut.offsetWidth < cut.scrollWidth) (cut.closest("a") || cut).title = cut.textContent.trim();
  });
  window.addEventListener("scroll", later, { passive: true });
  window.addEventListener("resize", measure);
  document.addEventListener("click", measure); // Large type; what was folded.
  window.addEventListener("hashchange", unfoldTarget);
  window.addEventListener("beforeprint", () => forPaper(true));
  window.addEventListener("afterprint", () => forPaper(false));
  window.matchMedia("print").addListener((media) => forPaper(media.matches));
  unfoldTarget();
  measure();
  scrolled();
  root.classList.remove("no-js");
  root.classList.add("js");
})();
