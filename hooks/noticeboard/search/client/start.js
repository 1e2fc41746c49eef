/* What begins with a page: the match marked where a result leads, and the box that the page has. */

async function highlight() {
  const query = new URLSearchParams(location.search).get("h"), body = document.getElementById("board") || document.body;
  const index = query && body && await openIndex();
  if (!index) return;
  const terms = index.writing.terms(query).filter((term) => !term.excluded);
  const blocks = new Map(), walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, block = node.parentNode.closest("p, li, td, th, dd, dt, h1, h2, h3, h4, h5, h6, pre, div");
    blocks.set(block, [...(blocks.get(block) || []), node]);
  }
  blocks.forEach((nodes) => {
    const spots = index.writing.ranges(terms, nodes.map((node) => node.data).join("")).reverse();
    let from = 0;
    nodes.forEach((node) => {
      const { length } = node.data;
      spots.forEach(([start, end]) => {
        if (start >= from + length || end <= from) return;
        if (end < from + length) node.splitText(end - from);
        const piece = node.splitText(Math.max(start - from, 0)), mark = make("mark", "nb-match");
        piece.replaceWith(mark);
        mark.append(piece);
      });
      from += length;
    });
  });
  const target = location.hash && document.getElementById(location.hash.slice(1)), first = target || body.querySelector("mark.nb-match");
  if (target) target.classList.add("nb-found");
  if (first) first.scrollIntoView({ block: target ? "start" : "center" });
}

function start() {
  const own = document.getElementById("nb-search"), header = document.querySelector(".md-header .nb-search");
  if (own && header) header.hidden = true;
  const box = own ? new Page(own) : header && new Panel(header);
  if (!box) return;
  if (own && !box.input.value) box.input.focus();
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(input|textarea|select)$/i.test(target.tagName)) return;
    event.preventDefault();
    box.input.focus();
    box.input.select();
  });
}

start();
highlight();

/* All texts that a query finds, by their numbers in the index: for measurements. */
window.boardSearch.find = async (query) => {
  const search = await new Search(await openIndex(), query).prepare();
  await search.settle(() => true, () => {});
  return search.texts.filter((text) => search.holds(text));
};
