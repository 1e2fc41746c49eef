/* One query: its candidates, and what reading them has shown. */

class Search {
  constructor(index, query) {
    this.index = index;
    this.query = query.trim();
    this.terms = index.writing.terms(query);
    this.wanted = this.terms.filter((term) => !term.excluded);
    this.read = new Map();
  }

  async prepare() {
    const all = { length: this.index.count };
    await Promise.all(this.terms.map(async (term) => {
      term.texts = await this.index.candidates(term) || new Map(Array.from(all, (_, text) => [text, { tier: 0 }]));
    }));
    this.texts = this.wanted.length ? intersection(this.wanted.map((term) => term.texts)) : new Map();
    this.terms.filter((term) => term.excluded).forEach((term) => term.texts.forEach((other, text) => {
      if (other.sure) this.texts.delete(text);
      else if (this.texts.has(text)) this.texts.get(text).sure = false;
    }));
    return this;
  }

  /* The text, read and compared: a hit or null, and until then a promise of it. */
  hit(text) {
    if (!this.read.has(text)) {
      this.read.set(text, this.index.text(text).then((page) => {
        const hit = page && this.compare(text, page);
        this.read.set(text, hit);
        return hit;
      }));
    }
    return this.read.get(text);
  }

  compare(text, [address, ...passages]) {
    const { index, wanted } = this, { writing } = index;
    const folded = passages.map((passage) => writing.fold(passage[1]).text), counts = passages.map(() => 0);
    const kinds = passages.map((passage) => passage[0][0]), tiers = kinds.map(index.tier);
    let tier = 0;
    for (const term of this.terms) {
      const entry = term.texts.get(text) || {}, given = "given" in entry;
      const found = passages.map((_, i) => i).filter((i) => writing.spots(term, folded[i], !given).length
        || (given && term.date && kinds[i] === "a" && passages[i][2]
          && writing.mentions(passages[i][2]).some((one) => sameDate(term.date, one))));
      const best = Math.min(index.tiers, given ? entry.given : index.tiers, ...found.map((i) => tiers[i]));
      if ((best < index.tiers) === term.excluded) return null;
      if (term.excluded) continue;
      tier = Math.max(tier, best);
      found.forEach((i) => { counts[i]++; });
    }
    const rank = (i) => ("gf".includes(kinds[i]) ? 9 : tiers[i]) - 10 * counts[i];
    return {
      number: text, tier, address, title: passages[0][1], inTitle: counts[0] === wanted.length,
      scattered: wanted.length > 1 && Math.max(...counts) < wanted.length ? 1 : 0,
      places: counts.map((_, i) => i).filter((i) => i && counts[i]).sort((one, other) => rank(one) - rank(other) || one - other)
        .map((i) => ({ anchor: passages[i][0].slice(1), text: passages[i][1], label: passages[i][2] })),
    };
  }

  /* Whether the text is one of the results; undefined until that is known. */
  holds(text) {
    const hit = this.read.get(text);
    return hit === null ? false : (hit && !hit.then) || this.texts.get(text).sure || undefined;
  }

  /* Reads all that the index alone cannot be sure of. */
  async settle(still, tell) {
    const open = Array.from(this.texts.keys()).filter((text) => this.holds(text) === undefined);
    let told = performance.now();
    for (let i = 0; i < open.length && still(); i++) {
      open.slice(i, i + 12).forEach((text) => this.hit(text));
      await this.hit(open[i]);
      await pause();
      if (performance.now() - told > 400) {
        tell();
        told = performance.now();
      }
    }
    if (still()) tell(true);
  }

  order(one, other) {
    const { index } = this;
    return one.tier - other.tier || one.scattered - other.scattered
      || index.distance(one.number) - index.distance(other.number) || other.number - one.number;
  }

  /* Gives the next best hit among `texts` at each call, reading no more of them than it takes; then null. */
  ranked(texts) {
    const order = this.order.bind(this), ready = [];
    const waiting = texts.filter((text) => this.holds(text) !== false)
      .map((text) => ({ number: text, tier: this.texts.get(text).tier, scattered: 0 })).sort(order);
    let at = 0, ahead = 2;
    return async () => {
      while (at < waiting.length && !(ready.length && order(ready[0], waiting[at]) <= 0)) {
        waiting.slice(at, at + ahead).forEach((one) => this.hit(one.number));
        const hit = await this.hit(waiting[at++].number);
        await pause();
        if (!hit) ahead = Math.min(ahead * 2, 16);
        else ready.splice(ready.filter((one) => order(one, hit) < 0).length, 0, hit);
      }
      return ready.shift() || null;
    };
  }

  /* For a query without hits: what is spelt nearly alike, and the texts that have most of its pairs of signs. */
  async near() {
    const { index } = this, counts = new Map();
    const signs = Array.from(this.wanted.map((term) => term.text).sort((one, other) => other.length - one.length)[0]);
    const count = (list) => list && list.forEach((_, text) => counts.set(text, (counts.get(text) || 0) + 1));
    for (let i = 1; i < Math.min(signs.length, 12); i++) count(await index.gram(signs[i - 1] + signs[i]));
    const best = Array.from(counts.keys()).sort((one, other) =>
      counts.get(other) - counts.get(one) || index.distance(one) - index.distance(other)).slice(0, 5);
    const texts = (await Promise.all(best.map((text) => index.text(text)))).filter(Boolean);
    return { spelling: await this.spelling(signs), texts: texts.map(([address, title]) => ({ address, title: title[1] })) };
  }

  /* The term with one sign changed so that three in a row, which no text has, become three that most texts have. */
  async spelling(signs) {
    let spelling = "", most = 0;
    for (let i = 0; i + 3 <= Math.min(signs.length, 12); i++) {
      const three = signs.slice(i, i + 3), shard = await this.index.shard(three.join(""));
      if (!shard || hasOwn.call(shard, three.join(""))) continue;
      for (const key of Object.keys(shard)) {
        const other = Array.from(key), alike = other.filter((sign, j) => sign === three[j]).length;
        if (other.length === 3 && other[1] !== " " && alike === 2 && shard[key].length > most) {
          most = shard[key].length;
          spelling = signs.slice(0, i).join("") + key + signs.slice(i + 3).join("");
        }
      }
    }
    return spelling;
  }
}
