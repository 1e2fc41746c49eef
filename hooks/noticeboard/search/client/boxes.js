/* A search box with its results: below the header's, or on the page of search. */

class Box {
  constructor(form, out, status, places, count) {
    Object.assign(this, { form, out, status, places, count, input: form.querySelector("input"), turn: 0 });
    const { input } = this;
    input.addEventListener("compositionstart", () => { this.composing = true; clearTimeout(this.timer); });
    input.addEventListener("compositionend", () => { this.composing = false; this.later(); });
    input.addEventListener("input", (event) => { if (!this.composing && !event.isComposing) this.later(); });
    [form, out].forEach((part) => part.addEventListener("keydown", (event) => this.key(event)));
    out.addEventListener("click", (event) => { if (event.target.closest("a")) recent.add(input.value); });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), 80);
  }

  key(event) {
    if (this.composing || event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    const stops = [this.input, ...this.out.querySelectorAll("a, button")], at = stops.indexOf(document.activeElement);
    const next = stops[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] || NaN)];
    if (at >= 0 && next) {
      event.preventDefault();
      next.focus();
    }
    if (event.key === "Escape") this.escape();
  }

  say(text) {
    const whole = (this.search && this.search.index.broken ? "搜索的索引有一部分没有读到，可能是网站正在更新或上传没有完成，结果可能不全。" : "") + text;
    if (this.status.textContent !== whole) this.status.textContent = whole;
  }

  put(...parts) {
    this.out.textContent = "";
    this.out.append(...parts);
  }

  archive() { return make("p", "nb-search__more", link("", this.form.action, this.form.dataset.way || "到档案里按年份查找")); }

  /* Looks for what stands in the box; `still()` tells whether the reader has not typed on meanwhile. */
  async run() {
    clearTimeout(this.timer);
    const turn = ++this.turn, still = () => turn === this.turn;
    this.out.setAttribute("aria-busy", "true");
    await this.find(this.input.value, still);
    const { search } = this;
    if (still() && search && search.index.broken && await renewIndex(search.index) && still()) await this.find(this.input.value, still);
    if (still()) this.out.removeAttribute("aria-busy");
  }

  async find(query, still) {
    this.search = null;
    if (!query.trim()) return this.idle();
    const index = await openIndex();
    if (!still()) return;
    if (!index) {
      this.say("搜索的索引没有读到，请刷新再试，或到档案里查找。");
      return this.put(this.archive());
    }
    index.broken = false;
    const search = await new Search(index, query).prepare();
    if (!still()) return;
    this.search = search;
    if (search.wanted.length) return this.show(search, still);
    this.put();
    this.say(search.terms.length ? "还要写上要找的词，只写不要的词找不到东西。" : "请写要找的字，标点和空格不算。");
  }

  idle() {
    const list = recent.all();
    this.say("");
    this.put();
    if (!list.length) return;
    const clear = button("", "清除记录", () => { recent.keep([]); this.ask(""); });
    this.out.append(make("p", "nb-search__head", "最近搜索 ", clear),
      make("ul", "nb-search__recent", ...list.map((query) => make("li", "", button("", query, () => this.ask(query))))));
  }

  ask(query) {
    this.input.value = query;
    this.input.focus();
    this.run();
  }

  async none(search, still) {
    this.say("没有找到“" + search.query + "”。");
    const near = await search.near();
    if (!still()) return;
    this.put();
    if (near.spelling) this.out.append(make("p", "", "是不是要找：", button("", near.spelling, () => this.ask(near.spelling))));
    if (near.texts.length) {
      this.out.append(make("p", "nb-search__head", "写法相近的文件"), make("ul", "nb-hits", ...near.texts.map((text) =>
        make("li", "nb-hit", link("nb-hit__title", hrefOf(search, text.address, ""), text.title)))));
    }
    this.out.append(this.archive());
  }

  /* Puts the next hits into the list as they come; whether there may be more. */
  async fill(search, next, list, still, begin) {
    for (let i = 0; i < this.count; i++) {
      const hit = await next();
      if (!still() || !hit) return false;
      list.append(item(search, hit, this.places));
      if (!i) begin(list);
      list.lastChild.dispatchEvent(new Event("nb-added", { bubbles: true }));
    }
    return true;
  }
}

class Panel extends Box {
  constructor(form) {
    const status = make("p", "nb-search__status"), out = make("div", "nb-search__out");
    super(form, out, status, 1, 6);
    status.setAttribute("role", "status");
    this.panel = make("div", "nb-search__panel", status, out);
    this.panel.hidden = true;
    form.append(this.panel);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.composing && this.input.value.trim()) this.leave();
    });
    form.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      this.open();
    });
    this.input.addEventListener("focus", () => this.open());
    document.addEventListener("click", (event) => { if (!event.composedPath().includes(form)) this.close(); });
    form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) this.close(); });
  }

  open() {
    if (!this.panel.hidden) return;
    openIndex();
    this.form.classList.add("is-open");
    this.panel.hidden = false;
    this.input.focus();
    this.run();
  }

  close() {
    this.turn++;
    this.panel.hidden = true;
    this.form.classList.remove("is-open");
  }

  escape() {
    this.close();
    this.input.blur();
  }

  leave() {
    recent.add(this.input.value);
    location.href = this.form.dataset.page + parameter("q", this.input.value.trim());
  }

  async show(search, still) {
    const { texts } = search, list = make("ol", "nb-hits");
    const more = await this.fill(search, search.ranked(texts), list, still, () => this.put(list));
    if (!still()) return;
    if (!list.firstChild) return this.none(search, still);
    const open = texts.some((text) => search.holds(text) === undefined);
    this.say("找到 " + texts.filter((text) => search.holds(text)).length + " 份" + (open ? "以上" : ""));
    const all = link("", this.form.dataset.page + parameter("q", search.query), more ? "查看全部结果" : "到搜索页筛选");
    this.out.append(make("p", "nb-search__more", all));
  }
}

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
