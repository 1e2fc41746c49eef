/* Search in the board's own index, which hooks/noticeboard/search writes and describes. What counts as a hit and what comes
   first is defined there, in matching.py; this is the same for the browser. Nothing newer than ES2017: old WebViews. */
(function () {
  "use strict";
  if (window.boardSearch) return;

  const root = new URL("../../", document.currentScript.src).href;
  const RECENT = "nb-search-recent";
  const MOST_GRAMS = 10, ON_PANEL = 6, ON_PAGE = 10, PATIENCE = 120, SLICE = 16;
  const BROKEN = "搜索的索引有一部分没有读到，可能是网站正在更新或上传没有完成，结果可能不全。请刷新再试。";

  /* Files of the index: scripts that call boardSearch, so that they load from a disk too. */

  const arrived = {}, loading = {};
  window.boardSearch = (name, version, data) => { arrived[name] = { version, data }; };

  /* The file's data; null when it is missing, cut off, or of another build than the index. */
  function load(name, version) {
    if (!loading[name]) {
      loading[name] = new Promise((done) => {
        const script = document.createElement("script");
        script.charset = "utf-8";
        script.src = root + "search/" + name + ".js" + (version ? "?" + version : "");
        script.onload = script.onerror = () => {
          const got = arrived[name];
          delete arrived[name];
          script.remove();
          if (got && (!version || got.version === version)) return done(got);
          delete loading[name];
          done(null);
        };
        document.head.appendChild(script);
      });
    }
    return loading[name];
  }

  const openIndex = () => load("index").then((got) => got && (got.index || (got.index = new Index(got.data, got.version))));

  let lastPause = 0;
  const pause = () => {
    if (performance.now() - lastPause < SLICE) return null;
    return new Promise((done) => setTimeout(() => { lastPause = performance.now(); done(); }));
  };

  const isIdeograph = (sign) => /[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff]/.test(sign);

  class Index {
    constructor(head, version) {
      Object.assign(this, head);
      this.version = version;
      this.broken = false;
      this.digits = [];
      head.signs.forEach((signs, which) => {
        for (let digit = 0; digit < signs.length; digit++) this.digits[signs.charCodeAt(digit)] = digit + which * signs.length;
      });
      ["type", "day", "unit", "category"].forEach((name) => { this[name] = this.numbers(head[name]); });
      this.folded = new Map();
      const variants = Array.from(head.variants);
      for (let i = 0; i < variants.length; i += 2) this.folded.set(variants[i], variants[i + 1]);
      this.gap = new RegExp("[" + head.separators + "]+");
      this.word = new RegExp("[^" + head.separators + "]");
      this.date = new RegExp(head.dates, "g");
    }

    /* See numerals.py. A mark in postings sets the value to where a block begins. */
    numbers(signs, rising) {
      const found = [], base = 45;
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

    sign(sign) {
      let folded = this.folded.get(sign);
      if (folded === undefined) {
        folded = Array.from(sign.normalize("NFKD").toLowerCase())
          .filter((one) => !/[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]/.test(one))
          .map((one) => this.folded.get(one) || one).join("");
        this.folded.set(sign, folded);
      }
      return folded;
    }

    /* As folding.py does it; `at` says for each folded unit where it came from. */
    fold(text) {
      const at = [];
      let folded = "", place = 0, space = -1;
      for (const sign of text) {
        const plain = this.sign(sign);
        for (let i = 0; i < plain.length; i++) {
          if (/\s/.test(plain[i])) {
            if (space < 0) space = place;
            continue;
          }
          if (space >= 0 && folded && !isIdeograph(plain[i]) && !isIdeograph(folded[folded.length - 1])) {
            folded += " ";
            at.push(space);
          }
          space = -1;
          folded += plain[i];
          at.push(place);
        }
        place += sign.length;
      }
      at.push(place);
      return { text: folded, at };
    }

    mentions(text) {
      const found = [];
      let match;
      this.date.lastIndex = 0;
      while ((match = this.date.exec(text))) {
        const month = number(match[2] || match[5]), day = number(match[3] || match[6]);
        if (month < 1 || month > 12 || day === 0 || day > 31) continue;
        found.push({
          start: match[2] || /^[0-9]/.test(match[0]) ? match.index : match.index + 1,
          end: match.index + match[0].length,
          year: number(match[1] || match[4]), month, day,
        });
      }
      return found;
    }

    terms(query) {
      const terms = [], known = new Set(), pattern = /([-－]?)["“”＂「『]([^"“”＂」』]*)["“”＂」』]?|(\S+)/g;
      const typed = Array.from(query).slice(0, this.most).join("");
      let match;
      while ((match = pattern.exec(typed))) {
        let excluded = Boolean(match[1]), written = match[2] || match[3] || "";
        if (match[3] && /^[-－]./.test(written)) {
          excluded = true;
          written = written.slice(1);
        }
        const term = { text: this.fold(written).text, quoted: !match[3], excluded, date: null };
        const key = [term.text, term.quoted, excluded].join();
        if (!this.word.test(term.text) || known.has(key)) continue;
        known.add(key);
        if (!term.quoted) term.date = this.mentions(term.text).find((one) => !one.start && one.end === term.text.length) || null;
        terms.push(term);
      }
      return terms;
    }

    /* Text number → best tier, for one gram; null when its shard is missing. */
    async gram(gram) {
      let low = 0, high = this.shards.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.shards[middle] <= gram) low = middle + 1;
        else high = middle;
      }
      if (!low) return new Map();
      const shard = await load("g/" + (low - 1), this.version);
      if (!shard) {
        this.broken = true;
        return null;
      }
      const found = new Map();
      if (Object.prototype.hasOwnProperty.call(shard.data, gram)) {
        this.numbers(shard.data[gram], true).forEach((value) => found.set(Math.floor(value / this.tiers), { tier: value % this.tiers }));
      }
      return found;
    }

    /* Texts that can have the term: number → {tier, sure}; null when the index cannot tell. */
    async candidates(term) {
      const signs = (run) => Array.from(run);
      const runs = term.text.split(this.gap).filter(Boolean);
      let groups = [], sure;
      if (term.quoted) {
        const whole = signs(runs.join(""));
        groups = whole.length < 2 ? [whole] : whole.slice(1).map((sign, i) => [whole[i] + sign, whole[i] + " " + sign]);
        sure = runs.length === 1 && whole.length < 3;
      } else {
        runs.map(signs).forEach((run) => {
          if (run.length < 3) groups.push([run.join("")]);
          else for (let i = 2; i < run.length; i++) groups.push([run.slice(i - 2, i + 1).join("")]);
        });
        sure = groups.length === 1 && runs[0] === term.text;
      }
      if (groups.length > MOST_GRAMS) {
        const step = (groups.length - 1) / (MOST_GRAMS - 1), all = groups;
        groups = Array.from({ length: MOST_GRAMS }, (_, i) => all[Math.round(i * step)]);
      }
      const lists = (await Promise.all(groups.map((group) => this.either(group)))).filter(Boolean);
      if (lists.length < groups.length) sure = false;
      const found = lists.length ? intersection(lists) : null;
      if (found) found.forEach((entry) => { entry.sure = sure; });
      const more = [];
      if (term.date) more.push(await this.gram(keyOf(term.date)));
      if (!term.quoted && /^[a-z]{2,}$/.test(term.text)) more.push(await this.bySound(term.text));
      if (!found || more.includes(null)) return null;
      more.forEach((list) => list.forEach((entry, text) => {
        const before = found.get(text);
        const tier = before ? Math.min(before.tier, entry.tier) : entry.tier;
        found.set(text, { tier, sure: true, given: entry.tier });
      }));
      return found;
    }

    async either(grams) {
      const lists = await Promise.all(grams.map((gram) => this.gram(gram)));
      if (lists.includes(null)) return null;
      const found = new Map();
      lists.forEach((list) => list.forEach((entry, text) => {
        const before = found.get(text);
        found.set(text, { tier: before ? Math.min(before.tier, entry.tier) : entry.tier });
      }));
      return found;
    }

    async bySound(term) {
      const sounds = await load("pinyin", this.version);
      if (!sounds) {
        this.broken = true;
        return null;
      }
      const units = this.units.map((unit) => soundsLike(term, unit[2])), found = new Map();
      sounds.data.forEach((sound, text) => {
        if (soundsLike(term, sound)) found.set(text, { tier: 0 });
        else if (units[this.unit[text]]) found.set(text, { tier: this.tiers - 1 });
      });
      return found;
    }

    /* The passages of a text: [kind and anchor, text, label]; null when its file is missing. */
    async text(number) {
      let low = 0, high = this.stores.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.stores[middle] <= number) low = middle + 1;
        else high = middle;
      }
      const store = await load("t/" + (low - 1), this.version);
      if (!store) this.broken = true;
      return store && store.data[number - this.stores[low - 1]];
    }

    /* Where a term stands in a folded passage; strictly, a date without its year is another one. */
    spots(term, folded, strictly) {
      const spots = [];
      if (term.quoted) this.phrases(term.text, folded, spots);
      else {
        for (let start = folded.indexOf(term.text); start >= 0; start = folded.indexOf(term.text, start + term.text.length)) {
          spots.push([start, start + term.text.length]);
        }
      }
      if (term.date) this.mentions(folded).forEach((one) => { if (sameDate(term.date, one, strictly)) spots.push([one.start, one.end]); });
      return spots;
    }

    phrases(phrase, folded, spots) {
      const places = this.places(folded), own = this.places(phrase);
      const letters = places.map((place) => folded[place]).join(""), wanted = own.map((place) => phrase[place]).join("");
      for (let start = letters.indexOf(wanted); start >= 0; start = letters.indexOf(wanted, start + 1)) {
        const held = places.slice(start, start + own.length);
        if (own.every((place, i) => !i || place - own[i - 1] === 1 || held[i] - held[i - 1] > 1)) {
          spots.push([held[0], held[held.length - 1] + 1]);
        }
      }
    }

    places(text) {
      const found = [];
      for (let i = 0; i < text.length; i++) if (this.word.test(text[i])) found.push(i);
      return found;
    }

    tier(kind) { return "tgh".includes(kind) ? 0 : "an".includes(kind) ? 1 : 2; }

    /* How far from today; hand-written pages have no day and come last. */
    distance(text) { return this.day[text] ? Math.abs(this.day[text] - this.today) : Infinity; }
  }

  const DIGITS = "〇一二三四五六七八九";
  function number(written) {
    if (!written) return null;
    if (/^[0-9]+$/.test(written)) return Number(written);
    const digit = (sign) => Math.max(0, DIGITS.indexOf(sign));
    if (written.length === 4) return Number(Array.from(written, digit).join(""));
    const ten = written.lastIndexOf("十");
    if (ten < 0) return written.length === 1 ? digit(written) : 0;
    return (ten ? (ten === 1 ? digit(written[0]) : 0) : 1) * 10 + digit(written.slice(ten + 1));
  }
  function parameter(name, value) {
    const given = new URLSearchParams();
    given.set(name, value);
    return "?" + given;
  }

  const two = (value) => String(value).padStart(2, "0");
  const keyOf = (date) => "@" + (date.year ? date.year + "-" : "") + two(date.month) + (date.day ? "-" + two(date.day) : "");
  const sameDate = (asked, written, strictly) => asked.month === written.month && (!asked.day || asked.day === written.day)
    && (!asked.year || (!written.year && !strictly) || asked.year === written.year);

  function soundsLike(term, sound) {
    const syllables = sound.split(" "), whole = syllables.join("");
    if (syllables.map((one) => one[0]).join("").includes(term)) return true;
    let start = 0;
    return syllables.some((one) => {
      const here = whole.startsWith(term, start);
      start += one.length;
      return here;
    });
  }

  /* Texts in all lists, each with its worst tier and with whether all are sure. */
  function intersection(lists) {
    const found = new Map();
    lists.sort((one, other) => one.size - other.size)[0].forEach((entry, text) => {
      let { tier, sure } = entry;
      for (let i = 1; i < lists.length; i++) {
        const other = lists[i].get(text);
        if (!other) return;
        tier = Math.max(tier, other.tier);
        sure = sure && other.sure;
      }
      found.set(text, { tier, sure });
    });
    return found;
  }

  /* One query: its candidates, and what reading them has shown. */
  class Search {
    constructor(index, query) {
      this.index = index;
      this.query = query;
      this.terms = index.terms(query);
      this.wanted = this.terms.filter((term) => !term.excluded);
      this.read = new Map();
    }

    async prepare() {
      const index = this.index;
      await Promise.all(this.terms.map(async (term) => { term.texts = await index.candidates(term); }));
      const lists = this.wanted.map((term) => term.texts).filter(Boolean);
      if (!this.wanted.length) this.texts = new Map();
      else if (lists.length) this.texts = intersection(lists);
      else this.texts = new Map(Array.from({ length: index.count }, (_, text) => [text, { tier: 0 }]));
      if (lists.length < this.wanted.length) this.texts.forEach((entry) => { entry.sure = false; });
      this.terms.filter((term) => term.excluded).forEach((term) => this.texts.forEach((entry, text) => {
        const other = term.texts && term.texts.get(text);
        if (other && other.sure) this.texts.delete(text);
        else if (other || !term.texts) entry.sure = false;
      }));
      return this;
    }

    /* The text read and compared: a hit, or null. */
    hit(number) {
      if (!this.read.has(number)) {
        this.read.set(number, this.index.text(number).then((text) => {
          const hit = text ? this.compare(number, text) : null;
          this.read.set(number, hit);
          return hit;
        }));
      }
      return this.read.get(number);
    }

    compare(number, [address, ...passages]) {
      const index = this.index, counts = passages.map(() => 0);
      const folded = passages.map((passage) => index.fold(passage[1]).text);
      let tier = 0;
      for (const term of this.terms) {
        const given = term.texts && term.texts.get(number);
        const found = [];
        passages.forEach((passage, i) => {
          if (index.spots(term, folded[i], !given || given.given === undefined).length || (term.date && passage[2] && passage[0][0] === "a"
            && index.mentions(index.fold(passage[2]).text).some((one) => sameDate(term.date, one)))) found.push(i);
        });
        let best = Math.min(index.tiers, ...found.map((i) => index.tier(passages[i][0][0])));
        if (given && given.given !== undefined) best = Math.min(best, given.given);
        if ((best < index.tiers) === term.excluded) return null;
        if (!term.excluded) {
          tier = Math.max(tier, best);
          found.forEach((i) => { counts[i]++; });
        }
      }
      const rank = (i) => index.tier(passages[i][0][0]);
      const telling = counts.map((_, i) => i).filter((i) => i && counts[i])
        .sort((one, other) => counts[other] - counts[one] || rank(one) - rank(other) || one - other);
      return {
        number, tier, address, title: passages[0][1], inTitle: counts[0] === this.wanted.length,
        scattered: this.wanted.length > 1 && Math.max(...counts) < this.wanted.length,
        places: telling.map((i) => ({ anchor: passages[i][0].slice(1), text: passages[i][1], label: passages[i][2] || "" })),
      };
    }

    /* Whether the text is one of the results, as far as is known: true, false, or undefined. */
    holds(number) {
      const read = this.read.get(number);
      if (read === null) return false;
      return (read && !read.then) || this.texts.get(number).sure ? true : undefined;
    }

    /* Reads all that the index alone could not be sure of. */
    async settle(still, tell) {
      const open = Array.from(this.texts.keys()).filter((text) => this.holds(text) === undefined);
      let told = performance.now();
      for (let i = 0; i < open.length && still(); i++) {
        for (let ahead = i; ahead < Math.min(i + 12, open.length); ahead++) this.hit(open[ahead]);
        await this.hit(open[i]);
        await pause();
        if (performance.now() - told > 400) {
          told = performance.now();
          tell();
        }
      }
      if (still()) tell(true);
    }

    order(one, other) {
      const index = this.index;
      return one.tier - other.tier || (one.scattered ? 1 : 0) - (other.scattered ? 1 : 0)
        || (index.distance(one.number) - index.distance(other.number) || 0) || other.number - one.number;
    }

    /* Hits among `numbers`, the best first, reading no more texts than it takes. */
    ranked(numbers) {
      const waiting = numbers.filter((number) => this.holds(number) !== false)
        .map((number) => ({ number, tier: this.texts.get(number).tier })).sort((one, other) => this.order(one, other));
      const ready = [];
      let at = 0, ahead = 2;
      return async () => {
        for (;;) {
          const first = waiting[at];
          if (ready.length && (!first || this.order(ready[0], first) <= 0)) return ready.shift();
          if (!first) return null;
          waiting.slice(at, at + ahead).forEach((one) => this.hit(one.number));
          at++;
          const hit = await this.hit(first.number);
          await pause();
          if (!hit) ahead = Math.min(ahead * 2, 16);
          else {
            let place = ready.length;
            while (place && this.order(hit, ready[place - 1]) < 0) place--;
            ready.splice(place, 0, hit);
          }
        }
      };
    }

    /* For a query without hits: texts that have most of its pairs of signs, and what in them is spelt nearly alike. */
    async near() {
      const index = this.index, counts = new Map();
      const term = this.wanted.slice().sort((one, other) => other.text.length - one.text.length)[0];
      if (!term) return null;
      const signs = Array.from(term.text).slice(0, 12);
      const pairs = signs.slice(1).map((sign, i) => signs[i] + sign);
      const count = (list) => { if (list) list.forEach((_, text) => counts.set(text, (counts.get(text) || 0) + 1)); };
      (await Promise.all(pairs.map((pair) => index.gram(pair)))).forEach(count);
      if (!counts.size) (await Promise.all(signs.map((sign) => index.gram(sign)))).forEach(count);
      const best = Array.from(counts.keys())
        .sort((one, other) => counts.get(other) - counts.get(one) || index.distance(one) - index.distance(other)).slice(0, 5);
      const texts = (await Promise.all(best.map((number) => index.text(number)))).filter(Boolean);
      let spelling = "", most = Math.max(1, Math.ceil(signs.length / 2) - 1);
      texts.forEach(([, ...passages]) => passages.forEach((passage) => {
        const folded = index.fold(passage[1]).text;
        for (let i = 0; i + signs.length <= folded.length; i++) {
          const window = folded.slice(i, i + signs.length);
          let alike = 0;
          for (let j = 0; j < signs.length; j++) if (window[j] === signs[j]) alike++;
          if (alike > most && !index.gap.test(window)) {
            most = alike;
            spelling = window;
          }
        }
      }));
      return { spelling, texts: texts.map(([address, title]) => ({ address, title: title[1] })) };
    }
  }

  /* Building what readers see: always by text, never by markup. */

  function make(name, className, ...content) {
    const element = document.createElement(name);
    if (className) element.className = className;
    content.forEach((part) => part !== null && element.append(part));
    return element;
  }

  function link(className, href, ...content) {
    const element = make("a", className, ...content);
    element.href = href;
    return element;
  }

  /* [start, end] in the text as written, for all terms, in order and without overlaps. */
  function ranges(index, terms, text) {
    const folded = index.fold(text), found = [];
    terms.forEach((term) => index.spots(term, folded.text).forEach(([start, end]) => {
      const last = folded.at[end - 1];
      let after = end;
      while (after < folded.at.length - 1 && folded.at[after] === last) after++;
      found.push([folded.at[start], end === folded.text.length ? text.length : trimmed(text, last, folded.at[after])]);
    }));
    found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
    return found.filter((range, i) => !i || range[0] >= Math.max(...found.slice(0, i).map((one) => one[1])));
  }
  const trimmed = (text, from, to) => from + Math.max(1, text.slice(from, to).replace(/\s+$/, "").length);

  function marked(index, terms, text, around) {
    const spots = ranges(index, terms, text), parts = document.createDocumentFragment();
    let from = 0, to = text.length;
    if (around && to > around) {
      const [start, end] = spots[0] || [0, 0];
      from = Math.max(0, start - Math.floor(around / 3));
      const sentence = Math.max(...Array.from("。！？；", (sign) => text.lastIndexOf(sign, start - 1))) + 1;
      if (sentence >= from && sentence <= start) from = sentence;
      to = Math.max(end, from + around);
    }
    if (from) parts.append("…");
    let place = from;
    spots.forEach(([start, end]) => {
      if (start < place || start >= to) return;
      parts.append(text.slice(place, start), make("mark", "", text.slice(start, end)));
      place = end;
    });
    parts.append(text.slice(place, Math.max(place, to)), to < text.length ? "…" : "");
    return parts;
  }

  function hrefOf(index, query, address, anchor) {
    const end = index.end || (location.protocol === "file:" ? "index.html" : "");
    const page = !address || address.endsWith("/") ? address + end : address;
    return root + page + parameter("h", query) + (anchor ? "#" + anchor : "");
  }

  function day(index, text) {
    if (!index.day[text]) return "";
    const date = new Date(index.day[text] * 864e5);
    return date.getUTCFullYear() + "年" + (date.getUTCMonth() + 1) + "月" + date.getUTCDate() + "日";
  }

  function item(search, hit, places) {
    const { index, wanted, query } = search, first = hit.places[0];
    const facts = [index.types[index.type[hit.number]][1], index.units[index.unit[hit.number]][1], day(index, hit.number)];
    const list = hit.places.slice(0, places).map((place) => link("nb-hit__place", hrefOf(index, query, hit.address, place.anchor),
      place.label && make("span", "nb-hit__label", marked(index, wanted, place.label), "　"), marked(index, wanted, place.text, 90)));
    return make("li", "nb-hit",
      link("nb-hit__title", hrefOf(index, query, hit.address, hit.inTitle || !first ? "" : first.anchor), marked(index, wanted, hit.title)),
      make("span", "nb-hit__facts", facts.filter(Boolean).join(" · ")), ...list);
  }

  const recent = {
    all() {
      try {
        const found = JSON.parse(localStorage.getItem(RECENT));
        return Array.isArray(found) ? found.filter((one) => typeof one === "string").slice(0, 8) : [];
      } catch (_) { return []; }
    },
    add(query) {
      const text = query.trim();
      if (text) this.keep([text, ...this.all().filter((one) => one !== text)].slice(0, 8));
    },
    keep(list) { try { localStorage.setItem(RECENT, JSON.stringify(list)); } catch (_) { /* not allowed here */ } },
  };

  /* A search box with its results: on a panel below the header's, or on the page of search. */
  class Box {
    constructor(form, out, status, places, count) {
      Object.assign(this, { form, out, status, places, count, input: form.querySelector("input"), composing: false, timer: 0, turn: 0 });
      this.input.addEventListener("compositionstart", () => { this.composing = true; clearTimeout(this.timer); });
      this.input.addEventListener("compositionend", () => { this.composing = false; this.later(); });
      this.input.addEventListener("input", (event) => { if (!this.composing && !event.isComposing) this.later(); });
      form.addEventListener("keydown", (event) => this.key(event));
      out.addEventListener("keydown", (event) => this.key(event));
      out.addEventListener("click", (event) => {
        if (event.target.closest("a")) recent.add(this.input.value);
      });
    }

    later() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.run(), PATIENCE);
    }

    key(event) {
      if (this.composing || event.isComposing || event.keyCode === 229) return;
      const stops = [this.input, ...this.out.querySelectorAll("a, button")], at = stops.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && at >= 0 && stops[at + step]) {
        event.preventDefault();
        stops[at + step].focus();
      }
      if (event.key === "Escape") this.escape();
    }

    say(text) { if (this.status.textContent !== text) this.status.textContent = text; }

    /* What to do next, unless the reader has typed on. */
    async run() {
      clearTimeout(this.timer);
      const turn = ++this.turn, still = () => turn === this.turn, query = this.input.value;
      if (!query.trim()) return this.idle();
      const index = await openIndex();
      if (!still()) return undefined;
      if (!index) {
        this.clear();
        this.say("搜索的索引没有读到，请刷新再试，或到档案里查找。");
        this.out.append(this.archive());
        return undefined;
      }
      index.broken = false;
      const search = await new Search(index, query).prepare();
      if (!still()) return undefined;
      if (!search.wanted.length) {
        this.clear();
        this.say(search.terms.length ? "还要写上要找的词，只写不要的词找不到东西。" : "请写要找的字，标点和空格不算。");
        return undefined;
      }
      return this.show(search, still);
    }

    clear() { this.out.textContent = ""; }

    archive() { return make("p", "nb-search__more", link("", this.form.action, "到档案里按年份查找")); }

    idle() {
      this.clear();
      this.say("");
      const list = recent.all();
      if (!list.length) return;
      const clear = make("button", "nb-search__clear", "清除记录");
      clear.type = "button";
      clear.addEventListener("click", () => { recent.keep([]); this.idle(); this.input.focus(); });
      this.out.append(make("p", "nb-search__head", "最近搜索 ", clear), make("ul", "nb-search__recent", ...list.map((query) => {
        const again = make("button", "", query);
        again.type = "button";
        again.addEventListener("click", () => this.ask(query));
        return make("li", "", again);
      })));
    }

    ask(query) {
      this.input.value = query;
      this.input.focus();
      this.run();
    }

    async none(search, still) {
      const near = await search.near();
      if (!still()) return;
      this.clear();
      if (near && near.spelling) {
        const again = make("button", "nb-search__again", near.spelling);
        again.type = "button";
        again.addEventListener("click", () => this.ask(near.spelling));
        this.out.append(make("p", "", "是不是要找：", again));
      }
      if (near && near.texts.length) {
        this.out.append(make("p", "nb-search__head", "写法相近的文件"), make("ul", "nb-hits", ...near.texts.map((text) =>
          make("li", "nb-hit", link("nb-hit__title", hrefOf(search.index, search.query, text.address, ""), text.title)))));
      }
      this.out.append(this.archive());
    }

    async list(search, numbers, still, into) {
      const next = search.ranked(numbers);
      for (let i = 0; i < this.count; i++) {
        const hit = await next();
        if (!still() || !hit) return null;
        into.append(item(search, hit, this.places));
      }
      return next;
    }
  }

  const found = (search, count, done) => (search.index.broken ? BROKEN : "") + (done ? "找到 " + count + " 份" : "已找到 " + count + " 份，还在核对……");

  class Panel extends Box {
    constructor(form) {
      const status = make("p", "nb-search__status"), out = make("div", "nb-search__out");
      super(form, out, status, 1, ON_PANEL);
      status.setAttribute("role", "status");
      this.panel = make("div", "nb-search__panel", status, out);
      this.panel.hidden = true;
      form.append(this.panel);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (!this.composing && this.input.value.trim()) this.leave();
      });
      form.querySelector(".nb-search__open").addEventListener("click", (event) => {
        event.preventDefault();
        this.open();
      });
      this.input.addEventListener("focus", () => { openIndex(); this.open(); });
      document.addEventListener("click", (event) => { if (!form.contains(event.target)) this.close(); });
      form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) this.close(); });
    }

    open() {
      if (!this.panel.hidden) return;
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
      const numbers = Array.from(search.texts.keys()), list = make("ol", "nb-hits");
      const next = await this.list(search, numbers, () => {
        if (still() && list.firstChild && !list.parentNode) {
          this.clear();
          this.out.append(list);
        }
        return still();
      }, list);
      if (!still()) return;
      if (!list.firstChild) {
        this.say((search.index.broken ? BROKEN : "") + "没有找到“" + search.query.trim() + "”。");
        await this.none(search, still);
        return;
      }
      this.clear();
      const all = link("", "#", next ? "查看全部结果" : "到搜索页筛选");
      all.addEventListener("click", (event) => { event.preventDefault(); this.leave(); });
      this.out.append(list, make("p", "nb-search__more", all));
      const sure = numbers.filter((number) => search.holds(number)), open = numbers.some((number) => search.holds(number) === undefined);
      this.say((search.index.broken ? BROKEN : "") + (open ? "找到 " + sure.length + " 份以上" : "找到 " + sure.length + " 份"));
    }
  }

  const FILTERS = [["type", "类型"], ["when", "时间"], ["unit", "单位"], ["category", "类别"]];

  class Page extends Box {
    constructor(form) {
      const out = document.getElementById("nb-results"), status = document.getElementById("nb-found");
      super(form, out, status, 3, ON_PAGE);
      this.filters = {};
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (this.composing) return;
        recent.add(this.input.value);
        this.commit();
        this.run();
      });
      this.input.addEventListener("change", () => this.commit());
      out.addEventListener("click", () => this.commit());
      window.addEventListener("popstate", () => this.restore());
      this.restore();
    }

    /* From a disk some browsers let only the fragment of an address change. */
    restore() {
      const given = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : location.search);
      this.input.value = given.get("q") || "";
      FILTERS.forEach(([name]) => { this.filters[name] = given.get(name) || ""; });
      this.run();
    }

    commit() {
      const given = new URLSearchParams();
      const query = this.input.value.trim();
      if (query) given.set("q", query);
      FILTERS.forEach(([name]) => { if (this.filters[name]) given.set(name, this.filters[name]); });
      const wanted = given.toString() && "?" + given;
      if (wanted === (location.hash.startsWith("#?") ? location.hash.slice(1) : location.search)) return;
      try {
        history.pushState(null, "", location.pathname + wanted);
      } catch (_) {
        location.hash = wanted;
      }
    }

    escape() {
      this.input.value = "";
      this.input.focus();
      this.run();
    }

    /* What a text says to a filter. */
    values(index, text, name) {
      if (name !== "when") return [index[name === "type" ? "types" : name === "unit" ? "units" : "categories"][index[name][text]][0]];
      if (!index.day[text]) return [];
      const date = new Date(index.day[text] * 864e5), year = String(date.getUTCFullYear());
      return [year, year + "-" + two(date.getUTCMonth() + 1)];
    }

    passes(index, text, but) {
      return FILTERS.every(([name]) => name === but || !this.filters[name] || this.values(index, text, name).includes(this.filters[name]));
    }

    labels(index, name) {
      if (name === "when") return null;
      const rows = name === "type" ? index.types : name === "unit" ? index.units : index.categories;
      return rows.filter((row) => row[0]).map((row) => [row[0], row[1]]);
    }

    /* A choice for each filter, with how many results each would leave. */
    choices(search, numbers) {
      const { index } = search;
      const bar = make("div", "nb-filters");
      FILTERS.forEach(([name, label]) => {
        const counts = new Map(), within = numbers.filter((text) => this.passes(index, text, name));
        within.forEach((text) => this.values(index, text, name).forEach((value) => value && counts.set(value, (counts.get(value) || 0) + 1)));
        const rows = this.labels(index, name) || Array.from(counts.keys()).sort((one, other) =>
          other.slice(0, 4).localeCompare(one.slice(0, 4)) || one.length - other.length || one.localeCompare(other))
          .map((value) => [value, value.length === 4 ? value + "年" : "　" + Number(value.slice(5)) + "月"]);
        const chosen = this.filters[name];
        if (chosen && !rows.some((row) => row[0] === chosen)) rows.push([chosen, chosen]);
        const shown = rows.filter(([value]) => counts.get(value) || value === chosen);
        if (!shown.length) return;
        const select = make("select", "", new Option("全部（" + within.length + "）", ""),
          ...shown.map(([value, text]) => new Option(text + "（" + (counts.get(value) || 0) + "）", value, false, value === chosen)));
        select.dataset.filter = name;
        select.addEventListener("change", () => {
          this.filters[name] = select.value;
          this.commit();
          this.run().then(() => { const same = this.out.querySelector("[data-filter=" + name + "]"); if (same) same.focus(); });
        });
        bar.append(make("label", "", make("span", "", label), select));
      });
      return bar;
    }

    async show(search, still) {
      const { index } = search, all = () => Array.from(search.texts.keys());
      const known = () => all().filter((text) => search.holds(text));
      const numbers = all().filter((text) => this.passes(index, text));
      const bar = make("div", "nb-filterbar"), list = make("ol", "nb-hits");
      let settled = false;
      const tell = (done) => {
        settled = Boolean(done);
        const results = known();
        if (!bar.contains(document.activeElement) || done) {
          const focus = bar.contains(document.activeElement) && document.activeElement.dataset.filter;
          bar.textContent = "";
          bar.append(this.choices(search, results));
          if (focus) bar.querySelector("[data-filter=" + focus + "]").focus();
        }
        this.say(found(search, results.filter((text) => this.passes(index, text)).length, done));
      };
      const begin = () => {
        if (list.parentNode || !list.firstChild) return;
        this.clear();
        this.out.append(bar, list);
        tell(settled);
      };
      const next = await this.list(search, numbers, () => { if (still()) begin(); return still(); }, list);
      if (!still()) return;
      begin();
      if (!list.firstChild) {
        this.say((index.broken ? BROKEN : "") + "没有找到“" + search.query.trim() + "”。");
        if (!known().length) await this.none(search, still);
        else {
          this.clear();
          bar.append(this.choices(search, known()));
          this.out.append(bar, make("p", "nb-empty", "在别的类型、时间、单位或类别里有结果，请放宽筛选。"));
        }
        return;
      }
      if (next) this.more(search, list, next, still);
      await search.settle(still, tell);
    }

    more(search, list, next, still) {
      const button = make("button", "nb-search__all", "再看 " + this.count + " 份");
      button.type = "button";
      this.out.append(button);
      button.addEventListener("click", async () => {
        button.disabled = true;
        for (let i = 0; i < this.count; i++) {
          const hit = await next();
          if (!still()) return;
          if (!hit) return button.remove();
          const entry = item(search, hit, this.places);
          list.append(entry);
          if (!i) entry.querySelector("a").focus();
        }
        button.disabled = false;
      });
    }
  }

  /* On the page that a result leads to: the match, marked. */
  async function highlight() {
    const query = new URLSearchParams(location.search).get("h"), body = document.getElementById("board") || document.querySelector("article");
    const index = query && body && await openIndex();
    if (!index) return;
    const terms = index.terms(query).filter((term) => !term.excluded);
    const blocks = new Map(), walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const block = walker.currentNode.parentNode.closest("p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, pre, blockquote, div");
      if (!blocks.has(block)) blocks.set(block, []);
      blocks.get(block).push(walker.currentNode);
    }
    blocks.forEach((nodes) => {
      const text = nodes.map((node) => node.data).join("");
      const spots = ranges(index, terms, text);
      let from = text.length;
      nodes.reverse().forEach((node) => {
        from -= node.data.length;
        spots.slice().reverse().forEach(([start, end]) => {
          const first = Math.max(start - from, 0), last = Math.min(end - from, node.data.length);
          if (first >= last) return;
          node.splitText(last);
          const piece = node.splitText(first), mark = make("mark", "nb-match");
          piece.replaceWith(mark);
          mark.append(piece);
        });
      });
    });
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const first = target || body.querySelector("mark.nb-match");
    if (target) target.classList.add("nb-found");
    if (first) first.scrollIntoView({ block: target ? "start" : "center" });
  }

  const own = document.getElementById("nb-search"), header = document.querySelector(".md-header .nb-search");
  let box = null;
  if (own) {
    box = new Page(own);
    if (header) header.hidden = true;
    if (!box.input.value && matchMedia("(min-width: 45em)").matches) box.input.focus();
  } else if (header) box = new Panel(header);
  if (box) {
    document.addEventListener("keydown", (event) => {
      const target = event.target;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || target.isContentEditable
        || /^(input|textarea|select)$/i.test(target.tagName)) return;
      event.preventDefault();
      box.input.focus();
      box.input.select();
    });
  }
  highlight();
})();
