// The board's part of the forms: how the CMS reads and writes our files, and the way to those who review.
//
// What an officer does not touch stays as it was typed, sign by sign: the lines of the front matter are kept beside the
// values, and only those of a field whose value has changed are written anew. What no input can show stays too.
import { keepTelling } from "./checks.js";
import { start } from "./forms.js";

const FENCE = /^﻿?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)(\s*\n)?/m;
const KEY = /^([^\s#'"\-\[\]{}][^:：]*?)[ \t]*(?:：[ \t]*|:(?:[ \t]+|$))(.*)$/;

/** The fields of a front matter: each with its key, and its lines as they stand. Comments and blanks belong to the field above them. */
function fieldsOf(head) {
  const fields = [];
  for (const line of head.split("\n")) {
    const found = /^\S/.test(line) && KEY.exec(line.replace(/\r$/, ""));
    if (found) fields.push({ key: found[1], first: found[2], lines: [line] });
    else if (fields.length) fields[fields.length - 1].lines.push(line);
    else fields.push({ key: "", first: "", lines: [line] });
  }
  return fields;
}

/** A text as it is meant: without the marks around it. */
function meant(text) {
  const bare = text.trim();
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(bare);
  if (quoted) return quoted[1].replace(/\\(["\\])/g, "$1");
  const single = /^'((?:[^']|'')*)'$/.exec(bare);
  return single ? single[1].replace(/''/g, "'") : bare.replace(/\s+#.*$/, "");
}

const isPlain = text => !/^[|>&*!%@`{[]/.test(text.trim());

/** The items of a list below or behind a key; undefined for what is no simple list. */
function itemsOf(field) {
  const below = field.lines.slice(1).map(line => line.replace(/\r$/, "")).filter(line => line.trim() && !/^\s*#/.test(line));
  const first = field.first.trim();
  if (!below.length) {
    const inline = /^\[(.*)\]$/.exec(first);
    if (inline) return inline[1].split(/[,，]/).map(meant).filter(Boolean).map(text => [text]);
    return isPlain(first) ? [[meant(first)]] : undefined;
  }
  if (first) return undefined;
  const items = [];
  for (const line of below) {
    const begun = /^\s*-\s+(.*)$/.exec(line);
    if (begun) items.push([begun[1]]);
    else if (items.length) items[items.length - 1].push(line.trim());
    else return undefined;
  }
  return items;
}

const pairOf = text => {
  const found = /^(.+?)\s*[:：]\s*(.+)$/.exec(meant(text));
  return found && isPlain(text) ? [meant(found[1]), meant(found[2])] : undefined;
};

const READ = {
  text(field) {
    return field.lines.slice(1).some(line => line.trim()) || !isPlain(field.first) ? undefined : meant(field.first);
  },
  choice(field, words) {
    const text = READ.text(field);
    const truth = { true: "是", false: "否", yes: "是", no: "否" }[text];
    return text === undefined ? undefined : words[text] || truth || text;
  },
  day(field) {
    const text = READ.text(field) || "";
    const found = /^(\d{4})\s*[-\/.年]\s*(\d{1,2})\s*[-\/.月]\s*(\d{1,2})\s*日?$/.exec(text);
    return found ? [found[1], found[2].padStart(2, "0"), found[3].padStart(2, "0")].join("-") : undefined;
  },
  texts(field) {
    const items = itemsOf(field);
    if (!items || items.some(item => item.length > 1 || !isPlain(item[0]))) return undefined;
    const one = items.length === 1 && field.lines.filter(line => line.trim()).length === 1;
    const texts = items.map(item => meant(item[0]));
    return one && !/^\s*\[/.test(field.first) ? texts[0].split(/[、，,；;]/).map(text => text.trim()).filter(Boolean) : texts;
  },
  pairs(field) {
    const items = itemsOf(field);
    const pairs = items && items.map(item => (item.length === 1 ? pairOf(item[0]) : undefined));
    if (!pairs || pairs.includes(undefined) || new Set(pairs.map(([name]) => name)).size < pairs.length) return undefined;
    return Object.fromEntries(pairs);
  },
  files(field) {
    const items = itemsOf(field);
    if (!items) return undefined;
    const files = items.map(parts => {
      if (parts.length === 1 && !pairOf(parts[0])) return isPlain(parts[0]) ? { 文件: meant(parts[0]) } : undefined;
      const pairs = parts.map(pairOf);
      const file = pairs.includes(undefined) ? {} : Object.fromEntries(pairs.map(([name, value]) => [{ file: "文件", name: "名称" }[name] || name, value]));
      return Object.keys(file).every(name => name === "文件" || name === "名称") && file.文件 ? file : undefined;
    });
    return files.includes(undefined) ? undefined : files;
  },
};

/** A text as it must be typed to be read back as it is. */
function typed(text) {
  const line = String(text).replace(/\s+/g, " ").trim();
  const risky = /^[\s>|"'[\]{}&*!%@`#?,-]|: |:$| #/.test(line);
  return risky ? `"${line.replace(/["\\]/g, "\\$&")}"` : line;
}

const isEmpty = value =>
  value === undefined || value === null || value === "" || (typeof value === "object" && !Object.keys(value).length);

/** The lines of a field. */
function written(name, holds, value) {
  if (holds === "texts") return [`${name}:`, ...value.filter(text => !isEmpty(text)).map(text => `  - ${typed(text)}`)];
  if (holds === "pairs") return [`${name}:`, ...Object.entries(value).map(([key, text]) => `  - ${key}: ${typed(text)}`)];
  if (holds === "files") {
    const lines = value.filter(file => file.文件).map(file => {
      const title = file.名称 ? `\n    名称: ${typed(file.名称)}` : "";
      return title ? `  - 文件: ${typed(decoded(file.文件))}${title}` : `  - ${typed(decoded(file.文件))}`;
    });
    return lines.length ? [`${name}:`, ...lines] : [];
  }
  return [`${name}: ${typed(value)}`];
}

/** The CMS writes paths as addresses; our files have them as they are. */
function decoded(path) {
  try {
    return decodeURI(path).replace(/^\.\//, "");
  } catch {
    return path;
  }
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function formatOf({ raw, types, type_keys, fields }) {
  const typeOf = list => {
    const said = list.find(field => type_keys.includes(field.key));
    return said && types[meant(said.first)];
  };

  /** Chinese name → what its input shows; what it cannot show is not there. */
  function valuesOf(list, type) {
    const values = {};
    for (const field of list) {
      const known = (fields[type] || {})[field.key];
      const value = known && READ[known.holds](field, known.words);
      if (!isEmpty(value)) values[known.name] = value;
    }
    return values;
  }

  function fromFile(text) {
    const found = FENCE.exec(text);
    if (!found || found.index > 0) return { body: text };
    const list = fieldsOf(found[1]);
    const type = typeOf(list);
    return { ...(type ? { 类型: type } : {}), ...valuesOf(list, type), [raw]: JSON.stringify(found[0]), body: text.slice(found[0].length) };
  }

  function toFile(data) {
    if (!data.类型) return data.body || "";
    const known = fields[data.类型] || {};
    // The CMS takes blanks and empty lines off the ends of every text, so the front matter travels in quotation marks.
    const head = data[raw] && JSON.parse(data[raw]);
    const before = head ? fieldsOf(FENCE.exec(head)[1]) : [{ key: "类型", first: data.类型, lines: [`类型: ${data.类型}`] }];
    const old = head ? valuesOf(before, data.类型) : {};
    const lines = [];
    const done = new Set();
    for (const field of before) {
      const name = known[field.key] && known[field.key].name;
      const shown = name && name in old;
      if (!shown || same(old[name], data[name])) {
        // The line that ends the front matter has an end of its own.
        lines.push(...(field.lines[field.lines.length - 1] === "" && field === before[before.length - 1] ? field.lines.slice(0, -1) : field.lines));
      } else if (!isEmpty(data[name])) {
        lines.push(...written(field.key, known[field.key].holds, data[name]));
      }
      if (shown) done.add(name);
    }
    const kept = new Set(before.map(field => known[field.key] && known[field.key].name));
    for (const [key, { name, holds }] of Object.entries(known)) {
      // What an input could not show is left alone, unless somebody has filled it in.
      if (key !== name || done.has(name) || isEmpty(data[name])) continue;
      if (kept.has(name)) {
        const at = lines.findIndex(line => KEY.test(line) && (known[KEY.exec(line)[1]] || {}).name === name);
        let end = at + 1;
        while (end < lines.length && !KEY.test(lines[end])) end += 1;
        lines.splice(at, end - at, ...written(name, holds, data[name]));
      } else lines.push(...written(name, holds, data[name]));
    }
    const body = data.body || "";
    const unchanged = head && same(lines.join("\n") + "\n", FENCE.exec(head)[1]);
    if (unchanged) return head + body;
    const gap = head ? FENCE.exec(head)[2] || "" : "\n";
    return `---\n${lines.join("\n")}\n---\n${gap}${head ? body : body.replace(/^\n+/, "")}`;
  }

  return { fromFile, toFile };
}

/** The page on the site of the document that is open; undefined for one that the site does not have. */
function pageOf(documents) {
  const found = /^#\/collections\/[^/]+\/entries\/(.+)$/.exec(location.hash);
  const path = found && `plans/${decoded(found[1])}.md`;
  const known = documents.find(document => document.source === path);
  return known && `../${known.url}`;
}

/** A link that leads to the page of the document that is open, as the site has it now. */
function pageLink(link, documents) {
  const words = "看登出来的这一页";
  const made = link(words, "../");
  made.addEventListener("click", event => {
    const page = pageOf(documents);
    made.textContent = page ? words : "这一份还没有登出来";
    if (page) made.href = page;
    else event.preventDefault();
  });
  return made;
}

/** A line at the foot of the page: where what was saved is looked at, and where a review is asked for. */
function showReview(review, documents) {
  const bar = document.createElement("p");
  bar.id = "board-review";
  bar.style.cssText = "position:fixed;left:12px;bottom:8px;z-index:9;margin:0;font:14px sans-serif;background:#fff;color:#222;padding:4px 8px;border:1px solid #bbb;border-radius:4px";
  const link = (text, address) => {
    const made = document.createElement("a");
    Object.assign(made, { textContent: text, href: address, target: "_blank", rel: "noopener noreferrer" });
    return made;
  };
  if (documents.length) bar.append(pageLink(link, documents), review ? "　" : "");
  if (review && review.ask) bar.append("保存以后：", link("请人审核", review.ask), "　");
  if (review) {
    const checks = bar.appendChild(document.createElement("span"));
    bar.append(link("所有待审核的", review.open));
    keepTelling(checks, link, review.checks);
  }
  document.body.append(bar);
}

const told = await (await fetch("config.json", { cache: "no-cache" })).json();
export const format = formatOf(told.board);
start(told.cms, told.board.format, format);
const site = await fetch("../board.json", { cache: "no-cache" }).then(answer => (answer.ok ? answer.json() : { documents: [] }), () => ({ documents: [] }));
if (told.board.review || site.documents.length) showReview(told.board.review, site.documents);
