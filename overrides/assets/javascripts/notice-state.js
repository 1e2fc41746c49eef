/* Keeps right on the reader's day what depends on a day: the states of notice periods, the day in the calendar of its month,
   and the front page's month and what is coming up. The page is right on the day it was built; without this script it stays
   as it was then. */
(function () {
  "use strict";

  const WORDS = { upcoming: "即将公示", open: "公示中", ended: "公示结束" };
  const DAY = 24 * 60 * 60 * 1000;

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const read = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
    const meta = document.querySelector("meta[name=nb-built]");
    // No page is read before it was built: such a device's clock is wrong.
    return meta && meta.content > read ? meta.content : read;
  }

  function stateOf(notice, day) {
    if (day < notice.dataset.start) {
      return "upcoming";
    }
    return day <= notice.dataset.end ? "open" : "ended";
  }

  /* Days on which one can still object, the given one included. */
  function daysLeft(notice, day) {
    return Math.round((Date.parse(notice.dataset.end) - Date.parse(day)) / DAY) + 1;
  }

  function write(element, text) {
    if (element && element.textContent !== text) {
      element.textContent = text;
    }
  }

  function tell(notice, day) {
    const state = stateOf(notice, day);
    const word = notice.querySelector(".nb-state");
    const known = /nb-state--notice-(\w+)/.exec(word.className)[1];
    if (state !== known) {
      word.className = word.className.replace("notice-" + known, "notice-" + state);
      write(word, word.textContent.replace(WORDS[known], WORDS[state]));
    }
    write(notice.querySelector(".nb-left"), state === "open" ? " 还有 " + daysLeft(notice, day) + " 天" : "");
    return state;
  }

  /* Lists of what is open and what comes: a row moves to the list of its state, or is hidden when it is over. */
  function sort(lists, day) {
    const rows = [];
    lists.forEach((list) => rows.push(...list.querySelectorAll("li")));
    rows.forEach((row) => {
      const state = stateOf(row.querySelector(".nb-notice"), day);
      const owner = lists.find((list) => list.dataset.notices === state);
      row.hidden = !owner;
      if (owner && !owner.contains(row)) {
        owner.querySelector("ul").append(row);
      }
    });
    lists.forEach((list) => {
      const count = list.querySelectorAll("li:not([hidden])").length;
      const empty = list.querySelector(".nb-empty");
      write(list.querySelector(".nb-count"), String(count));
      if (empty) {
        empty.hidden = count > 0;
      } else {
        list.hidden = count === 0;
      }
    });
  }

  /* The front page: the reader's day and month, and what is coming up from there. */
  function front(day) {
    const time = document.querySelector(".nb-today");
    if (!time) {
      return;
    }
    if (time.dateTime !== day) {
      const [year, month, number] = day.split("-").map(Number);
      time.dateTime = day;
      write(time, year + "年" + month + "月" + number + "日（周" + "日一二三四五六"[new Date(day).getUTCDay()] + "）");
    }
    const months = Array.from(document.querySelectorAll("[data-month]"));
    if (months.some((month) => day.startsWith(month.dataset.month))) {
      months.forEach((month) => {
        month.hidden = !day.startsWith(month.dataset.month);
      });
    }
    document.querySelectorAll("[data-coming]").forEach((list) => ahead(list, day));
  }

  function ahead(list, day) {
    const most = Number(list.dataset.coming);
    const rows = Array.from(list.querySelectorAll(".nb-entry:not(.nb-other)"));
    const isOfDay = (row) => row.dataset.from <= day && day <= row.dataset.until;
    let shown = rows.filter(isOfDay);
    const further = list.querySelector(".nb-further");
    further.hidden = shown.length <= most;
    write(further.querySelector("strong"), String(shown.length - most));
    // A quiet time has an end: what comes then.
    if (!shown.length && list.querySelector("#nb-later")) {
      shown = rows.filter((row) => row.dataset.from > day).slice(0, 1);
    }
    rows.forEach((row) => {
      row.hidden = shown.indexOf(row) < 0 || shown.indexOf(row) >= most;
    });
    // Those of other units are folded (own-unit.js) and take nobody's place.
    list.querySelectorAll(".nb-other").forEach((row) => {
      row.hidden = !isOfDay(row);
    });
    list.querySelector(".nb-empty").hidden = shown.length > 0;
  }

  /* What is left to a deadline; on its day the reader's clock counts too. */
  function left(until, day) {
    const days = Math.round((Date.parse(until.slice(0, 10)) - Date.parse(day)) / DAY);
    const clock = until.slice(11);
    const now = new Date();
    const passed = clock && !days && now.getHours() * 60 + now.getMinutes() > Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
    if (days < 0 || passed) {
      return "已截止";
    }
    return days > 1 ? "还有" + days + "天" : (days ? "明天" : "今天") + clock + "截止";
  }

  function close(mark, day) {
    const word = left(mark.dataset.until, day);
    const over = word === "已截止";
    write(mark, word);
    mark.className = "nb-deadline nb-state nb-state--" + (over ? "over" : "due");
    const list = mark.closest("[data-closing]");
    if (list) {
      mark.closest("li").hidden = over;
      list.hidden = !list.querySelector("li:not([hidden])");
    }
  }

  function update(part) {
    const day = today();
    front(day);
    part.querySelectorAll(".nb-notice").forEach((notice) => tell(notice, day));
    part.querySelectorAll(".nb-deadline").forEach((mark) => close(mark, day));
    part.querySelectorAll(".nb-wall time").forEach((time) => {
      if (time.dateTime === day) {
        time.setAttribute("aria-current", "date");
      } else {
        time.removeAttribute("aria-current");
      }
    });
    const lists = Array.from(part.querySelectorAll("[data-notices]"));
    if (lists.length) {
      sort(lists, day);
    }
  }

  update(document);
  document.addEventListener("visibilitychange", () => update(document));
  document.addEventListener("nb-added", (event) => update(event.target));
})();
