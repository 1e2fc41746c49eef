/* The ledger: filter by text, year, category and department, sort by column. What is chosen stands behind the # of the
   address, so that it can be passed on, also from a disk. The table is complete without this script. */
(function () {
  "use strict";

  const form = document.querySelector(".nb-filter");
  const table = document.querySelector(".nb-table--ledger");
  if (!form || !table) {
    return;
  }

  const PORTION = 30; // Milliseconds at a time: a slow phone must stay able to answer a finger in between.
  const NAMES = ["text", "year", "category", "department", "sort"];
  const size = table.tBodies[0].rows.length; // How many rows every part holds, but the last.
  const headers = Array.from(table.tHead.rows[0].cells);
  const columns = headers.map((header) => header.textContent);
  const shown = document.querySelector(".nb-shown");
  const compare = new Intl.Collator("zh-CN", { numeric: true }).compare;
  const entries = new Map();
  let parts = [];
  let written = []; // The rows as the page was built: newest first.
  let order = "";
  let turn = 0;

  function cell(row, name) {
    return row.cells[columns.indexOf(name)];
  }

  /* What is looked for in a row, read from it once. */
  function entry(row) {
    let found = entries.get(row);
    if (!found) {
      found = {
        year: cell(row, "日期").querySelector("time").dateTime.slice(0, 4),
        category: cell(row, "类别").textContent.trim(),
        department: cell(row, "责任部门").textContent.trim(),
        text: plain(row.textContent),
      };
      entries.set(row, found);
    }
    return found;
  }

  /* Full width and half width, capitals and small letters are the same to a reader. */
  function plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
  }

  function key(row, name) {
    const found = cell(row, name);
    const time = name === "日期" && found.querySelector("time");
    return time ? time.dateTime : found.textContent.trim();
  }

  function chosen() {
    const values = {};
    NAMES.forEach((name) => {
      values[name] = form.elements[name].value.trim();
    });
    return values;
  }

  function fits(row, values, words) {
    const found = entry(row);
    return (
      (!values.year || values.year === found.year) &&
      (!values.category || values.category === found.category) &&
      (!values.department || values.department === found.department) &&
      words.every((word) => found.text.includes(word))
    );
  }

  /* Calls `each` for every item, a portion at a time; what a later choice has overtaken stops. */
  function inPortions(items, mine, each, done) {
    let place = 0;
    function next() {
      if (mine !== turn) {
        return;
      }
      const end = performance.now() + PORTION;
      while (place < items.length && performance.now() < end) {
        each(items[place], place);
        place += 1;
      }
      setTimeout(place < items.length ? next : done, 0);
    }
    next();
  }

  function filter(mine) {
    const values = chosen();
    const words = plain(values.text).split(" ").filter(Boolean);
    let count = 0;
    inPortions(
      parts,
      mine,
      (part) => {
        count += show(part, (row) => fits(row, values, words));
      },
      () => {
        shown.textContent =
          count === written.length ? "共 " + count + " 份" : count ? "找到 " + count + " 份，共 " + written.length + " 份" : "没有符合的，共 " + written.length + " 份";
        table.setAttribute("aria-busy", "false");
      }
    );
  }

  /* Shows the rows of a part that fit, and returns how many they are. */
  function show(part, fit) {
    let count = 0;
    Array.from(part.rows).forEach((row) => {
      row.hidden = !fit(row);
      count += !row.hidden;
    });
    part.hidden = count === 0;
    part.style.setProperty("--nb-rows", count);
    return count;
  }

  function sort(mine, done) {
    const wanted = form.elements.sort.value;
    if (wanted === order) {
      done();
      return;
    }
    const name = wanted.replace("-", "");
    const keyed = [];
    inPortions(written, mine, (row) => keyed.push([name ? key(row, name) : "", keyed.length, row]), () => {
      const sign = wanted.startsWith("-") ? -1 : 1;
      if (name) {
        keyed.sort((one, other) => sign * compare(one[0], other[0]) || one[1] - other[1]);
      }
      order = null; // Until all rows stand: whatever overtakes this must not take the order for done.
      inPortions(keyed, mine, (item, place) => parts[Math.floor(place / size)].append(item[2]), () => {
        order = wanted;
        tellOrder();
        done();
      });
    });
  }

  function tellOrder() {
    const name = order.replace("-", "") || "日期";
    headers.forEach((header, place) => {
      if (columns[place] === name) {
        header.setAttribute("aria-sort", order === "" || order.startsWith("-") ? "descending" : "ascending");
      } else {
        header.removeAttribute("aria-sort");
      }
    });
  }

  function apply() {
    if (!written.length) {
      return; // Once all rows are there, what is chosen then holds.
    }
    const mine = ++turn;
    table.setAttribute("aria-busy", "true");
    sort(mine, () => filter(mine));
  }

  function remember() {
    const values = chosen();
    const parts = NAMES.filter((name) => values[name]).map((name) => name + "=" + encodeURIComponent(values[name]));
    history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.pathname + location.search);
  }

  /* Takes the choices from the address; false when it holds none. */
  function recall() {
    const values = {};
    location.hash
      .slice(1)
      .split("&")
      .forEach((part) => {
        const [name, value] = part.split("=");
        if (NAMES.includes(name) && value) {
          values[name] = decoded(value);
        }
      });
    if (location.hash && !Object.keys(values).length) {
      return false; // An anchor.
    }
    NAMES.forEach((name) => {
      const field = form.elements[name];
      field.value = values[name] || "";
      if (field.selectedIndex === -1) {
        field.value = "";
      }
    });
    if (Object.keys(values).some((name) => name !== "text")) {
      form.classList.add("nb-unfolded");
    }
    return Object.keys(values).length > 0;
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (error) {
      return ""; // An address cut short in passing on.
    }
  }

  /* A column's header gets a button: first one way, then the other. The name stays a text of its own, for paper. */
  function makeButton(header) {
    const name = header.textContent;
    const options = Array.from(form.elements.sort.options).map((option) => option.value);
    if (!options.includes(name)) {
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "nb-sorter";
    button.setAttribute("aria-label", "按" + name + "排序");
    button.addEventListener("click", () => {
      const backwards = name === "日期" ? "" : "-" + name;
      form.elements.sort.value = form.elements.sort.value === name ? backwards : name;
      choose();
    });
    header.classList.add("nb-sorted");
    header.append(button);
  }

  function choose() {
    remember();
    apply();
  }

  let waiting = 0;
  let composing = false; // While an input method puts a word together, its letters are no search.
  function typed() {
    clearTimeout(waiting);
    if (!composing) {
      waiting = setTimeout(choose, 200);
    }
  }

  form.elements.text.addEventListener("compositionstart", () => {
    composing = true;
  });
  form.elements.text.addEventListener("compositionend", () => {
    composing = false;
    typed();
  });
  form.elements.text.addEventListener("input", typed);
  form.addEventListener("change", (event) => {
    if (event.target !== form.elements.text) {
      choose();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose();
  });
  /* On a phone the choices stay folded until somebody wants them, or has chosen. */
  form.querySelector(".nb-filter__unfold button").addEventListener("click", () => {
    form.classList.add("nb-unfolded");
    form.elements.year.focus();
  });
  form.addEventListener("reset", () => setTimeout(choose, 0));
  window.addEventListener("hashchange", () => {
    if (recall() || !location.hash) {
      apply();
    }
  });

  /* Puts into a plain row what the page leaves out there: labels, the day in words, how states and codes look. */
  function dress(row) {
    Array.from(row.cells).forEach((found, place) => {
      found.dataset.label = columns[place];
    });
    cell(row, "标题").scope = "row";
    const day = cell(row, "日期").textContent;
    wrap(cell(row, "日期"), "time").dateTime = day;
    cell(row, "日期").firstChild.textContent = day.replace(/(\d+)-0?(\d+)-0?(\d+)/, "$1年$2月$3日");
    if (!cell(row, "状态").firstElementChild) {
      wrap(cell(row, "状态"), "span").className = "nb-state";
    }
    const code = cell(row, "核对码").firstChild;
    if (code && code.nodeType === Node.TEXT_NODE && code.data.trim()) {
      const element = document.createElement("code");
      element.className = "nb-code";
      element.textContent = code.data.trim();
      code.replaceWith(element, " ");
    }
  }

  /* Puts all that a cell holds into an element. */
  function wrap(found, name) {
    const element = document.createElement(name);
    element.append(...found.childNodes);
    found.append(element);
    return element;
  }

  /* Turns the rows that the page holds as text into rows. */
  function load(done) {
    const more = table.parentNode.querySelector("noscript");
    const texts = more ? more.textContent.split(/(?=<tbody)/).slice(1) : [];
    inPortions(
      texts,
      turn,
      (text) => {
        const holder = document.createElement("table");
        holder.innerHTML = text;
        const part = holder.tBodies[0];
        Array.from(part.rows).forEach(dress);
        table.append(part);
        part.dispatchEvent(new CustomEvent("nb-added", { bubbles: true }));
      },
      () => {
        const note = table.parentNode.querySelector(".nb-more");
        if (note) {
          note.remove();
        }
        parts = Array.from(table.tBodies);
        written = Array.from(table.querySelectorAll("tbody > tr"));
        done();
      }
    );
  }

  headers.forEach(makeButton);
  form.hidden = false;
  tellOrder();
  recall();
  load(apply);
})();
