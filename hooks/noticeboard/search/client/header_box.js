/* The search box in the header, with its panel of the best results. */

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
    this.input.addEventListener("focus", () => this.open());
    document.addEventListener("click", (event) => { if (!event.composedPath().includes(form)) this.close(); });
    form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) this.close(); });
    if (document.activeElement === this.input) this.open();
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
