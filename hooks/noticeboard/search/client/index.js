/* The index, as index.py writes it: what is known of each text, and which texts can have a term. */

const hasOwn = Object.prototype.hasOwnProperty;
const MOST_GRAMS = 10;

/* The place of the last of rising `values` that is not above `value`. */
function slot(values, value) {
  let low = 0, high = values.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle] <= value) low = middle;
    else high = middle;
  }
  return low;
}

/* Whether a term is the initials of syllables in a row, or what some begin with; see pinyin.py. */
function soundsLike(term, sound) {
  const syllables = sound.split(" "), whole = syllables.join("");
  let start = 0;
  return syllables.map((one) => one[0]).join("").includes(term)
    || syllables.some((one) => whole.startsWith(term, (start += one.length) - one.length));
}

/* Texts in any of the lists, with their best tiers. */
function union(lists) {
  const found = new Map();
  lists.forEach((list) => list.forEach((entry, text) => {
    const before = found.get(text);
    found.set(text, before && before.tier <= entry.tier ? Object.assign({}, entry, before) : Object.assign({}, before, entry));
  }));
  return found;
}

/* Texts in all of the lists, with their worst tiers. */
function intersection(lists) {
  const found = new Map();
  lists.sort((one, other) => one.size - other.size)[0].forEach((_, text) => {
    const entries = lists.map((list) => list.get(text));
    if (entries.every(Boolean)) {
      found.set(text, { tier: Math.max(...entries.map((entry) => entry.tier)), sure: entries.every((entry) => entry.sure) });
    }
  });
  return found;
}

class Index {
  constructor(head, version) {
    Object.assign(this, head);
    this.version = version;
    this.broken = false;
    this.writing = new Writing(head);
    this.digits = new Map(Array.from(head.signs.join(""), (sign, digit) => [sign, digit]));
    ["type", "day", "unit", "category"].forEach((name) => { this[name] = this.numbers(head[name]); });
  }

  /* See numerals.py. Postings rise, and a mark in them says at which block they go on. */
  numbers(signs, rising) {
    const found = [], base = this.digits.size / 2;
    let value = 0, sum = 0, mark = false;
    for (const sign of signs) {
      const digit = this.digits.get(sign);
      if (digit === undefined) mark = true;
      else if (digit >= base) value = value * base + digit - base + 1;
      else {
        value = value * base + digit;
        if (mark) sum = value * this.block * this.tiers;
        else found.push(rising ? (sum += value) : value);
        mark = false;
        value = 0;
      }
    }
    return found;
  }

  async file(name) {
    const got = await load(name, this.version);
    if (!got) this.broken = true;
    return got && got.data;
  }

  shard(gram) { return this.file("g/" + slot(this.shards, gram)); }

  /* Text → its best tier, for one gram; null when the shard is missing. */
  async gram(gram) {
    const shard = await this.shard(gram);
    return shard && new Map((hasOwn.call(shard, gram) ? this.numbers(shard[gram], true) : [])
      .map((value) => [Math.floor(value / this.tiers), { tier: value % this.tiers }]));
  }

  /* Texts that can have the term: `sure` where no reading is needed, `given` where it may not show in the text itself.
     null when the index cannot tell. */
  async candidates(term) {
    const runs = term.text.split(this.writing.gap).filter(Boolean), whole = Array.from(runs.join(""));
    let groups = [];
    if (term.quoted && whole.length > 1) groups = whole.slice(1).map((sign, i) => [whole[i] + sign, whole[i] + " " + sign]);
    else {
      runs.forEach((run) => {
        const signs = Array.from(run), size = Math.min(signs.length, 3);
        for (let i = size; i <= signs.length; i++) groups.push([signs.slice(i - size, i).join("")]);
      });
    }
    const sure = groups.length === 1 && (term.quoted || runs[0] === term.text), step = Math.ceil(groups.length / MOST_GRAMS);
    groups = groups.filter((_, i) => i % step === 0 || i === groups.length - 1);
    const lists = (await Promise.all(groups.map((group) => Promise.all(group.map((gram) => this.gram(gram))))))
      .filter((group) => !group.includes(null)).map(union);
    const more = term.date ? await this.gram(keyOf(term.date))
      : !term.quoted && /^[a-z]{2,}$/.test(term.text) ? await this.bySound(term.text) : new Map();
    if (!lists.length || !more) return null;
    const found = intersection(lists);
    found.forEach((entry) => { entry.sure = sure && lists.length === 1; });
    more.forEach((entry) => { entry.sure = true; entry.given = entry.tier; });
    return union([found, more]);
  }

  async bySound(term) {
    const sounds = await this.file("pinyin"), units = this.units.map((unit) => soundsLike(term, unit[2]));
    const tiers = sounds && sounds.map((sound, text) => (soundsLike(term, sound) ? 0 : units[this.unit[text]] ? this.tiers - 1 : -1));
    return tiers && new Map(tiers.map((tier, text) => [text, { tier }]).filter(([text]) => tiers[text] >= 0));
  }

  /* [address, ...passages], each [kind and anchor, text, label]; null when its file is missing. */
  async text(text) {
    const place = slot(this.stores, text), store = await this.file("t/" + place);
    return store && store[text - this.stores[place]];
  }

  tier(kind) { return "tgh".includes(kind) ? 0 : "an".includes(kind) ? 1 : 2; }

  /* In days from today; hand-written pages have no day and come last. */
  distance(text) { return this.day[text] ? Math.abs(this.day[text] - this.today) : 1e9; }

  date(text) { return this.day[text] && new Date(this.day[text] * 864e5); }
}

const openIndex = async () => {
  const got = await load("index");
  return got && (got.index || (got.index = new Index(got.data, got.version)));
};
