/* The page of search: all results, and the filters that narrow them. */

const FILTERS = { type: "类型", when: "时间", unit: "单位", category: "类别" };

class Page extends Box {
  constructor(form) {
    super(form, document.getElementById("nb-results"), document.getElementById("nb-found"), 3, 10);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.composing) return;
      recent.add(this.input.value);
      this.commit();
      this.run();
    });
    this.input.addEventListener("change", () => this.commit());
    window.addEventListener("popstate", () => this.restore());
    this.restore();
  }

  /* From a disk some browsers let only the fragment of an address change. */
  address() { return location.hash.startsWith("#?") ? location.hash.slice(1) : location.search; }

  restore() {
    const given = new URLSearchParams(this.address());
    this.input.value = given.get("q") || "";
    this.filters = {};
    Object.keys(FILTERS).forEach((name) => { this.filters[name] = given.get(name) || ""; });
    this.run();
  }

  commit() {
    const given = new URLSearchParams();
    [["q", this.input.value.trim()], ...Object.entries(this.filters)].forEach(([name, value]) => { if (value) given.set(name, value); });
    const wanted = String(given) && "?" + given;
    if (wanted === this.address()) return;
    try {
      history.pushState(null, "", location.pathname + wanted);
    } catch (_) {
      location.hash = wanted;
    }
  }

  escape() { this.ask(""); }

  /* What a filter knows of a text: [value, words] for each choice that it falls under. */
  choices(index, name, text) {
    const date = index.date(text);
    if (name !== "when") return [index[name === "category" ? "categories" : name + "s"][index[name][text]]];
    if (!date) return [];
    const year = date.getUTCFullYear(), month = date.getUTCMonth() + 1;
    return [[String(year), year + "年"], [year + "-" + two(month), "　" + year + "年" + month + "月"]];
  }

  passes(index, text, but) {
    return Object.keys(FILTERS).every((name) => name === but || !this.filters[name]
      || this.choices(index, name, text).some(([value]) => value === this.filters[name]));
  }

  /* A choice for each filter, with how many results each would leave. */
  bar({ index }, texts) {
    return Object.keys(FILTERS).map((name) => {
      const counts = new Map(), chosen = this.filters[name], within = texts.filter((text) => this.passes(index, text, name));
      within.forEach((text) => this.choices(index, name, text).forEach(([value, words]) => {
        if (value) counts.set(value, [words, (counts.get(value) || [0, 0])[1] + 1]);
      }));
      if (chosen && !counts.has(chosen)) counts.set(chosen, [chosen, 0]);
      // The latest year first, and each year before its months.
      const values = Array.from(counts.keys());
      if (name === "when") values.sort((one, other) => other.slice(0, 4) - one.slice(0, 4) || (one < other ? -1 : 1));
      const select = make("select", "", new Option(FILTERS[name] + "（" + within.length + "）", ""), ...values.map((value) =>
        new Option(counts.get(value).join("（") + "）", value, false, value === chosen)));
      select.name = name;
      select.setAttribute("aria-label", FILTERS[name]);
      select.addEventListener("change", async () => {
        this.filters[name] = select.value;
        this.commit();
        await this.run();
        const same = this.out.querySelector("select[name=" + name + "]");
        if (same) same.focus();
      });
      return select;
    });
  }

  async show(search, still) {
    const { index } = search, passing = (text) => this.passes(index, text), bar = make("div", "nb-filters"), list = make("ol", "nb-hits");
    const tell = (done) => {
      const results = search.texts.filter((text) => search.holds(text));
      this.say("找到 " + results.filter(passing).length + " 份" + (done ? "" : "，还在核对……"));
      if (bar.contains(document.activeElement)) return;
      bar.textContent = "";
      bar.append(...this.bar(search, results));
    };
    const next = search.ranked(search.texts.filter(passing));
    const more = await this.fill(search, next, list, still, () => { tell(); this.put(bar, list); });
    if (!still()) return;
    if (more) {
      const all = button("nb-search__all", "再看 " + this.count + " 份", async () => {
        all.disabled = true;
        const again = await this.fill(search, next, list, still, () => list.lastChild.firstChild.focus());
        all.disabled = false;
        if (!again) all.remove();
      });
      this.out.append(all);
    }
    await search.settle(still, tell);
    if (!still() || list.firstChild) return;
    if (!search.texts.some((text) => search.holds(text))) return this.none(search, still);
    this.put(bar, make("p", "nb-empty", "在别的类型、时间、单位或类别里有结果，请放宽筛选。"));
  }
}
