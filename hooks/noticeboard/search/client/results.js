/* Building what readers see: always from text, never from markup. */

function make(name, className, ...content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content.filter((part) => part));
  return element;
}

function link(className, href, ...content) {
  const element = make("a", className, ...content);
  element.href = href;
  return element;
}

function button(className, text, act) {
  const element = make("button", className, text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

function parameter(name, value) {
  const given = new URLSearchParams();
  given.set(name, value);
  return "?" + given;
}

/* A text with the terms marked; no more of it than `around` signs, from the sentence of the first match. */
function marked(search, text, around) {
  const spots = search.index.writing.ranges(search.wanted, text), parts = document.createDocumentFragment();
  let from = 0, to = text.length;
  if (to > around) {
    const [start, end] = spots[0] || [0, 0];
    const sentence = Math.max(...Array.from("。！？；", (sign) => (start ? text.lastIndexOf(sign, start - 1) : -1))) + 1;
    from = start - sentence < around / 2 ? sentence : start - Math.floor(around / 3);
    to = Math.min(to, Math.max(end, from + around));
  }
  let place = from;
  parts.append(from ? "…" : "");
  spots.filter(([start]) => start < to).forEach(([start, end]) => {
    parts.append(text.slice(place, start), make("mark", "", text.slice(start, end)));
    place = end;
  });
  parts.append(text.slice(place, to), to < text.length ? "…" : "");
  return parts;
}

function hrefOf({ index, query }, address, anchor) {
  // Of a site of many boards an address is whole.
  const whole = new URL(address, root).href, end = index.end || (whole.startsWith("file:") ? "index.html" : "");
  return whole + (whole.endsWith("/") ? end : "") + parameter("h", query) + (anchor ? "#" + anchor : "");
}

function item(search, hit, most) {
  const { index } = search, first = hit.places[0], date = index.date(hit.number);
  const facts = [index.types[index.type[hit.number]][1], index.units[index.unit[hit.number]][1],
    date && date.getUTCFullYear() + "年" + (date.getUTCMonth() + 1) + "月" + date.getUTCDate() + "日"];
  const until = index.until[hit.number], left = until && make("span", "nb-deadline");
  if (left) left.dataset.until = until; // notice-state.js says in it what is left on the reader's day.
  return make("li", "nb-hit",
    link("nb-hit__title", hrefOf(search, hit.address, hit.inTitle || !first ? "" : first.anchor), marked(search, hit.title, 200)),
    make("span", "nb-hit__facts", facts.filter(Boolean).join(" · "), left && " ", left),
    ...hit.places.slice(0, most).map((place) => link("nb-hit__place", hrefOf(search, hit.address, place.anchor),
      place.label && make("span", "nb-hit__label", marked(search, place.label, 60), "　"), marked(search, place.text, 90))));
}

/* Queries on this device, where it lets us keep them. */
const recent = {
  name: "nb-search-recent",
  all() {
    try {
      return JSON.parse(localStorage.getItem(this.name)).filter((one) => typeof one === "string").slice(0, 8);
    } catch (_) {
      return [];
    }
  },
  keep(list) {
    try {
      localStorage.setItem(this.name, JSON.stringify(list.slice(0, 8)));
    } catch (_) { /* not here */ }
  },
  add(query) {
    if (query.trim()) this.keep([query.trim(), ...this.all().filter((one) => one !== query.trim())]);
  },
};
