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
    document.addEventListener("visibilitychange", () => this.lookAgain());
  }

  /* What a reader comes back to is looked for anew where the site was published meanwhile. */
  async lookAgain() {
    const { search } = this;
    if (!document.hidden && search && await openIndex() !== search.index && search === this.search) this.run();
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
