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
    const { index, wanted } = this;
    await Promise.all(this.terms.map((term) => index.candidates(term)));
    if (!wanted.length) this.texts = [];
    else {
      this.tiers = both(wanted.map((term) => term.tiers));
      this.texts = index.nearest.filter((text) => this.tiers[text]
        && !this.terms.some((term) => term.excluded && term.tiers[text] && (term.sure || term.given[text])));
    }
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
    const folded = passages.map((passage) => writing.fold(passage[1])), counts = passages.map(() => 0);
    const kinds = passages.map((passage) => passage[0][0]), tiers = kinds.map(index.tier);
    let tier = 0;
    for (const term of this.terms) {
      const given = term.given[text];
      const found = passages.map((_, i) => i).filter((i) => writing.spots(term, folded[i], !given).length
        || (given && term.date && kinds[i] === "a" && passages[i][2]
          && writing.mentions(passages[i][2]).some((one) => sameDate(term.date, one))));
      const best = Math.min(index.tiers, given ? given - 1 : index.tiers, ...found.map((i) => tiers[i]));
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
    if (hit === null) return false;
    return (hit && !hit.then) || this.terms.every((term) => (term.excluded ? !term.tiers[text] : term.sure || term.given[text])) || undefined;
  }

  /* Reads all that the index alone cannot be sure of. */
  async settle(still, tell) {
    const open = this.texts.filter((text) => this.holds(text) === undefined);
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
    return index.isPage(one.number) - index.isPage(other.number) || one.tier - other.tier || one.scattered - other.scattered
      || index.distance(one.number) - index.distance(other.number) || other.number - one.number;
  }

  /* Gives the next best hit among `texts` at each call, reading no more of them than it takes; then null. */
  ranked(texts) {
    const order = this.order.bind(this), ready = [], waiting = [];
    for (let place = 0; place < 2 * this.index.tiers; place++) {
      const isPage = place >= this.index.tiers, tier = place % this.index.tiers;
      texts.forEach((text) => {
        if (this.tiers[text] === tier + 1 && this.index.isPage(text) === isPage) waiting.push({ number: text, tier, scattered: 0 });
      });
    }
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
    const { index } = this, counts = new Uint8Array(index.count);
    const signs = Array.from(this.wanted.map((term) => term.text).sort((one, other) => other.length - one.length)[0]);
    for (let i = 1; i < Math.min(signs.length, 12); i++) {
      const list = await index.gram(signs[i - 1] + signs[i]);
      if (list) list.forEach((tier, text) => { if (tier) counts[text]++; });
    }
    const best = index.nearest.filter((text) => counts[text])
      .sort((one, other) => counts[other] - counts[one] || index.distance(one) - index.distance(other)).slice(0, 5);
    const texts = (await Promise.all(best.map((text) => index.text(text)))).filter(Boolean);
    return { spelling: await this.spelling(signs), texts: texts.map(([address, title]) => ({ address, title: title[1] })) };
  }

  /* The term with one sign changed so that three in a row, which no text has, become three that most texts have. */
  async spelling(signs) {
    let spelling = "", most = 0;
    for (let i = 0; i + 3 <= Math.min(signs.length, 12); i++) {
      const three = signs.slice(i, i + 3), shards = (await this.index.shardsOf(three.join(""))).filter(Boolean);
      if (!shards.length || shards.some((shard) => hasOwn.call(shard, three.join("")))) continue;
      for (const shard of shards) for (const key of Object.keys(shard)) {
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
