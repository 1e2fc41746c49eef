/* Reading what is written: folding, dates, terms, and where a term stands; the same as folding.py, dates.py, query.py and
   matching.py do it. */

const isIdeograph = (sign) => /[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff]/.test(sign);
const DIGITS = "〇一二三四五六七八九", IN_NUMBER = /[0-9一二三四五六七八九十廿卅百千万〇零○]/;

/* 2026, 二〇二六, 二十一, 廿一; 0 for what is no number. The same as `number` of times/numerals.py. */
function number(written) {
  if (!written) return null;
  if (/^[0-9]+$/.test(written)) return Number(written);
  const digit = (sign) => (/[0-9]/.test(sign) ? Number(sign) : Math.max(0, DIGITS.indexOf(sign)));
  if (written.length === 4) return Number(Array.from(written, digit).join(""));
  const [tens, units] = written.replace("廿", "二十").replace("卅", "三十").split("十");
  if (units === undefined) return digit(written[written.length - 1]);
  return (tens ? digit(tens) : 1) * 10 + (units ? digit(units) : 0);
}

const QUOTES = "\"“”„‟‘’‚‛「」『』﹁﹂﹃﹄〝〞〟《》〈〉·・‧";
const NOTHING = new RegExp("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff" + QUOTES + "]");
const AT_THE_END = new RegExp("[\\s" + QUOTES + "]+$");
const two = (value) => String(value).padStart(2, "0");
const keyOf = (date) => "@" + (date.year ? date.year + "-" : "") + two(date.month) + (date.day ? "-" + two(date.day) : "");

/* Strictly, a date without its year is another one. */
const sameDate = (asked, written, strictly) => asked.month === written.month && (!asked.day || asked.day === written.day)
  && (!asked.year || (!written.year && !strictly) || asked.year === written.year);

class Writing {
  constructor(head) {
    this.folded = new Map();
    const variants = Array.from(head.variants);
    for (let i = 0; i < variants.length; i += 2) this.folded.set(variants[i], variants[i + 1]);
    this.gap = new RegExp("[" + head.separators + "]+");
    this.word = new RegExp("[^" + head.separators + "]");
    this.date = new RegExp(head.dates, "g");
    this.most = head.most;
  }

  sign(sign) {
    if (!this.folded.has(sign)) {
      this.folded.set(sign, Array.from(sign.normalize("NFKD").toLowerCase())
        .filter((one) => !NOTHING.test(one))
        .map((one) => this.folded.get(one) || one).join(""));
    }
    return this.folded.get(sign);
  }

  /* The folded text; `at` gets for each of its units the place that it came from. */
  fold(text, at) {
    let folded = "", place = 0, space = false;
    for (const sign of text) {
      for (const plain of this.sign(sign)) {
        if (plain <= " ") space = true;
        else {
          if (space && folded && !isIdeograph(plain) && !isIdeograph(folded[folded.length - 1])) {
            folded += " ";
            if (at) at.push(place);
          }
          space = false;
          folded += plain;
          for (let i = 0; at && i < plain.length; i++) at.push(place);
        }
      }
      place += sign.length;
    }
    if (at) at.push(place);
    return folded;
  }

  mentions(folded) {
    const found = [];
    let match;
    this.date.lastIndex = 0;
    while ((match = this.date.exec(folded))) {
      const month = number(match[2] || match[5]), day = number(match[3] || match[6]);
      if (month < 1 || month > 12 || day === 0 || day > 31) continue;
      const start = match.index + (match[2] || /^[0-9]/.test(match[0]) ? 0 : 1);
      if (match[2] && start && IN_NUMBER.test(folded[start - 1])) continue;
      found.push({ start, end: match.index + match[0].length, year: number(match[1] || match[4]), month, day });
    }
    return found;
  }

  terms(query) {
    const terms = new Map(), pattern = /([-－]?)["“”＂「『]([^"“”＂」』]*)["“”＂」』]?|(\S+)/g;
    const typed = Array.from(query).slice(0, this.most).join("");
    let match;
    while ((match = pattern.exec(typed))) {
      const quoted = !match[3], minus = match[1] || (match[3] && /^[-－]./.test(match[3]));
      const text = this.fold(quoted ? match[2] : match[3].slice(minus ? 1 : 0));
      if (!this.word.test(text)) continue;
      const date = quoted ? null : this.mentions(text).find((one) => !one.start && one.end === text.length);
      terms.set([text, quoted, minus].join(), { text, quoted, excluded: Boolean(minus), date });
    }
    return Array.from(terms.values());
  }

  /* Where a term stands in a folded passage, as [start, end]. */
  spots(term, folded, strictly) {
    const spots = [], { text } = term;
    if (term.date) return this.mentions(folded).filter((one) => sameDate(term.date, one, strictly)).map((one) => [one.start, one.end]);
    if (term.quoted) this.phrases(text, folded, spots);
    else for (let start = folded.indexOf(text); start >= 0; start = folded.indexOf(text, start + text.length)) spots.push([start, start + text.length]);
    /* 5日 is not in 15日. */
    return /^[0-9]/.test(text) ? spots.filter(([start]) => !start || !/[0-9]/.test(folded[start - 1])) : spots;
  }

  phrases(phrase, folded, spots) {
    const places = this.places(folded), own = this.places(phrase);
    const letters = places.map((place) => folded[place]).join(""), wanted = own.map((place) => phrase[place]).join("");
    for (let start = letters.indexOf(wanted); start >= 0; start = letters.indexOf(wanted, start + 1)) {
      const held = places.slice(start, start + own.length);
      if (own.every((place, i) => !i || place - own[i - 1] === 1 || held[i] - held[i - 1] > 1)) spots.push([held[0], held[held.length - 1] + 1]);
    }
  }

  places(text) {
    return Array.from({ length: text.length }, (_, i) => i).filter((i) => this.word.test(text[i]));
  }

  /* Where any of the terms stands in a text as it is written: in order, without overlaps. */
  ranges(terms, text) {
    const at = [], folded = this.fold(text, at), found = [];
    terms.forEach((term) => this.spots(term, folded).forEach(([start, end]) => {
      let after = end;
      while (at[after] === at[end - 1] && after < at.length - 1) after++;
      const to = at[end - 1] + Math.max(1, text.slice(at[end - 1], at[after]).replace(AT_THE_END, "").length);
      found.push([at[start], to]);
    }));
    let last = 0;
    return found.sort((one, other) => one[0] - other[0] || other[1] - one[1])
      .filter(([start, end]) => start >= last && (last = end));
  }
}
