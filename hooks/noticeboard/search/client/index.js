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

/* Lists say of each text 0, or 1 and the best tier in which something occurs there. */
const either = (lists) => lists.reduce((found, list) => found.map((tier, text) => (list[text] && (!tier || list[text] < tier) ? list[text] : tier)));
const both = (lists) => lists.reduce((found, list) => found.map((tier, text) => tier && list[text] && Math.max(tier, list[text])));

class Index {
  constructor(head, version) {
    Object.assign(this, head);
    this.version = version;
    this.broken = false;
    this.writing = new Writing(head);
    this.digits = [];
    Array.from(head.signs.join(""), (sign, digit) => { this.digits[sign.charCodeAt(0)] = digit; });
    ["type", "day", "unit", "category"].forEach((name) => { this[name] = this.numbers(head[name]); });
    // From the nearest to today to the farthest.
    this.nearest = this.day.map((_, text) => text).sort((one, other) => this.distance(one) - this.distance(other) || other - one);
  }

  /* See numerals.py. Postings rise, and a mark in them says at which block they go on. */
  numbers(signs, rising) {
    const found = [], base = this.signs[0].length;
    let value = 0, sum = 0, mark = false;
    for (let i = 0; i < signs.length; i++) {
      const digit = this.digits[signs.charCodeAt(i)];
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
    const [kind, number = 0] = name.split("/"), size = this.version.length;
    /* An index that an earlier program made names no versions; a server or a browser may still keep one. */
    const got = this.versions ? await load(name, this.versions[kind].substr(size * number, size)) : null;
    if (!got) this.broken = true;
    return got && got.data;
  }

  shard(gram) { return this.file("g/" + slot(this.shards, gram)); }

  /* The shards of all grams that begin like this one; they may be parted anywhere between them. */
  shardsOf(gram) {
    const first = slot(this.shards, gram[0]), last = slot(this.shards, gram[0] + "\uffff");
    return Promise.all(this.shards.slice(first, last + 1).map((_, i) => this.file("g/" + (first + i))));
  }

  /* The list of one gram; null when its shard is missing. */
  async gram(gram) {
    const shard = await this.shard(gram), found = new Uint8Array(this.count);
    if (shard && hasOwn.call(shard, gram)) {
      this.numbers(shard[gram], true).forEach((value) => { found[Math.floor(value / this.tiers)] = value % this.tiers + 1; });
    }
    return shard && found;
  }

  /* Which texts can have the term (`tiers`), whether that needs no reading (`sure`), and which ones have it for certain though
     it may not show in them (`given`). */
  async candidates(term) {
    if (term.date) {
      const dated = await this.gram(keyOf(term.date));
      term.sure = false;
      term.given = dated || new Uint8Array(this.count);
      term.tiers = dated || new Uint8Array(this.count).fill(1);
      return;
    }
    const runs = term.text.split(this.writing.gap).filter(Boolean), whole = Array.from(runs.join(""));
    let groups = [];
    if (term.quoted && whole.length > 1) groups = whole.slice(1).map((sign, i) => [whole[i] + sign, whole[i] + " " + sign]);
    else {
      runs.forEach((run) => {
        const signs = Array.from(run), size = Math.min(signs.length, 3);
        for (let i = size; i <= signs.length; i++) groups.push([signs.slice(i - size, i).join("")]);
      });
    }
    const step = Math.ceil(groups.length / MOST_GRAMS);
    term.sure = groups.length === 1 && (term.quoted || runs[0] === term.text) && !/^[0-9]/.test(term.text);
    const lists = (await Promise.all(groups.filter((_, i) => i % step === 0 || i === groups.length - 1)
      .map((group) => Promise.all(group.map((gram) => this.gram(gram)))))).filter((group) => !group.includes(null)).map(either);
    term.given = (!term.quoted && /^[a-z]{2,}$/.test(term.text) && await this.bySound(term.text)) || new Uint8Array(this.count);
    if (!lists.length) term.sure = false;
    term.tiers = either([lists.length ? both(lists) : new Uint8Array(this.count).fill(1), term.given]);
  }

  async bySound(term) {
    const sounds = await this.file("pinyin"), units = this.units.map((unit) => soundsLike(term, unit[2]));
    return sounds && Uint8Array.from(sounds, (sound, text) => (soundsLike(term, sound) ? 1 : units[this.unit[text]] ? this.tiers : 0));
  }

  /* [address, ...passages], each [kind and anchor, text, label]; null when its file is missing. */
  async text(text) {
    const place = slot(this.stores, text), store = await this.file("t/" + place);
    return store && store[text - this.stores[place]];
  }

  tier(kind) { return "tgh".includes(kind) ? 0 : "an".includes(kind) ? 1 : 2; }

  isPage(text) { return !this.day[text]; }

  /* In days from today; hand-written pages have no day and come last. */
  distance(text) { return this.day[text] ? Math.abs(this.day[text] - this.today) : 1e9; }

  date(text) { return this.day[text] && new Date(this.day[text] * 864e5); }
}

/* Of a site that was published meanwhile: what the page knows of the old index is let go. */
const renewIndex = async (old) => {
  forget();
  const index = await openIndex();
  return index && index.version !== old.version ? index : null;
};

/* In milliseconds: when what a page holds is that old, it asks whether the site was published meanwhile. */
const STALE = 5000;
let asked = 0, checked;

const check = async () => {
  const held = await load("index");
  if (held && await isOther("index", held.version)) forget();
};

/* Whoever asks while that is being found out waits for it too. */
const openIndex = async () => {
  const now = performance.now();
  if (asked && now - asked > STALE) checked = check();
  if (!asked || now - asked > STALE) asked = now;
  await checked;
  const got = await load("index");
  return got && (got.index || (got.index = new Index(got.data, got.version)));
};
