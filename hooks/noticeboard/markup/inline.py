"""The inline parts of a text: emphasis, links, code, tags (SPECIFICATION section 4). One pass, whatever stands in it.

Text is text: a sign is markup only where nothing else can be meant. A single ``*`` never is; officers write names
(``张*明``) and products (``3*4``) with it. Brackets and tags bind before emphasis, as in CommonMark 0.31 section 6.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from noticeboard.markup import nodes, signs
from noticeboard.markup.allowed import INLINE
from noticeboard.markup.enclosures import COMMENT_END
from noticeboard.markup.line_breaks import settled
from noticeboard.markup.link_forms import plain_target, read_poor_link
from noticeboard.markup.lists import BLANKS
from noticeboard.markup.plain import plain_text
from noticeboard.markup.urls import is_website

Piece = tuple[int, int, str]
"""1-based line and column in the file, and what stands there up to the line's end."""
Definition = tuple[str, str]
"""The target and the title that a name stands for."""

_SPECIAL = re.compile(r"[\n\\`!\[\]<&*_~！【［@]|(?<![a-zA-Z0-9\"'=/:])https?://")
_BARE_ADDRESS = re.compile(r"https?://[!#-;=?-Z_a-z~]*")
_AFTER_ADDRESS = ".,;:!?'*_~)"
"""What stands behind an address in a sentence rather than at its end; a bracket that it opens itself is its own."""
_MAIL_NAME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9._+-]{0,63}$")
_MAIL_HOST = re.compile(r"@(?:[a-zA-Z0-9-]{1,63}\.){1,8}[a-zA-Z]{2,24}(?![a-zA-Z0-9@-])")
_ESCAPE = re.compile(r"\\([!-/:-@\[\]^_`{|}~]|\\(?!\w))")
"""A ``\\\\`` before a letter begins a path in a network: ``\\\\server``."""
_CODE_SIGNS = re.compile("`+")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_NOTE = re.compile(r"\[\^([^\[\]\n]+)\]")
_ADDRESS = re.compile(r"<((?:https?|ftp|mailto|tel):[^<>\s]*|[^<>\s@:/\"'=]+@[^<>\s@]+)>", re.IGNORECASE)
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:[\s/](?:(?:[^<>"']|"[^"]*"|'[^']*')*+|[^<>]*))?>""")
"""A quoted value may hold ``>``; where a quotation mark stands alone, the tag ends at the first one."""
OLD_TAG = re.compile(
    r"</?(?P<name>font|center|big|tt|strike|nobr|blink|basefont|(?:o|v|w|st1):[a-z]{1,20})(?:[\s/][^<>\n]{0,500})?/?>",
    re.IGNORECASE,
)
"""Tags of web pages and word processors of old: what stands between them stays, they say nothing."""
_VOID = {"br": "br", "img": "img", "image": "img"}
"""Tags that hold nothing; a browser reads ``image`` as ``img`` (HTML standard, 13.2.6.4.7)."""
_PLAIN = r"[^()\\\n]|\\."
_NESTED = rf"(?:{_PLAIN}|\((?:{_PLAIN}|\((?:{_PLAIN})*+\))*+\))*+"
_TARGET = re.compile(rf"\(({_NESTED})\)")
"""What stands behind a link's text; round brackets within it may be nested twice."""
_TITLE = re.compile(r"""\s+(?:"([^"]*)"|'([^']*)')$""")
_NAME = re.compile(r"\[([^\[\]]*)\]")
_LONGEST_NAME = 200
_DEEPEST = 8
"""Parts inside each other; signs that would nest deeper stay text."""


def read_inline(
    pieces: Sequence[Piece], definitions: Mapping[str, Definition] = {}, notes: Set[str] = frozenset()
) -> nodes.Parts:
    """The parts of a paragraph whose lines are `pieces`.

    `definitions` are the links that the body defines, by `name_key`; `notes` the names of its footnotes.
    """
    if len(pieces) == 1 and _SPECIAL.search(pieces[0][2]) is None:
        # Most texts are of this kind.
        line, column, text = pieces[0]
        text = text.rstrip(BLANKS)
        return (nodes.Text(line, column, text),) if text else ()
    parts = _InlineReader(_Source(pieces), definitions, notes).read()
    return settled(parts) if len(pieces) > 1 else parts


def plain_of(text: str) -> str:
    """What a reader sees of a line that stands by itself."""
    return plain_text(read_inline([(1, 1, text)])).strip()


def name_key(name: str) -> str:
    """A name as links are joined to their definitions by it: case and blanks do not count."""
    return " ".join(name.split()).casefold()


class _Source:
    """A paragraph's lines as one text that knows its places."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._starts = [0]
        self.hard: set[int] = set()
        """Places of line ends that two blanks before them make hard."""
        lines = []
        for _, _, written in pieces:
            line = written.rstrip(BLANKS)
            lines.append(line)
            end = self._starts[-1] + len(line)
            if written.endswith("  "):
                self.hard.add(end)
            self._starts.append(end + 1)
        self.text = "\n".join(lines)

    def place(self, offset: int) -> tuple[int, int]:
        """1-based line and column of a character."""
        index = bisect_right(self._starts, offset, hi=len(self._pieces)) - 1
        line, column, _ = self._pieces[index]
        return line, column + offset - self._starts[index]


@dataclass(slots=True)
class _Sign:
    """Characters that are text unless they are found to open or close something."""

    start: int
    end: int
    mark: signs.Delimiter | None = None
    """Of emphasis."""


_Token = _Sign | nodes.Part
_Holding = nodes.Strong | nodes.Emphasis | nodes.Strike | nodes.Link | nodes.Tag


def _mark(token: _Token) -> signs.Delimiter:
    """The mark of a token that was kept as opened: it is one of emphasis."""
    assert isinstance(token, _Sign) and token.mark is not None
    return token.mark


class _InlineReader:
    """One pass over a text, with what is open."""

    def __init__(self, source: _Source, definitions: Mapping[str, Definition], notes: Set[str]) -> None:
        self.source = source
        self.text = source.text
        self.definitions = definitions
        self.notes = notes
        self.at = 0
        self.tokens: list[_Token] = []
        self.brackets: list[int] = []
        """Places in `tokens` of the ``[`` and ``![`` that are open."""
        self.tags: list[tuple[int, str]] = []
        """Places in `tokens` and names of the tags that are open."""
        self.open_names: Counter[str] = Counter()
        self.depths: dict[int, int] = {}
        """A part's identity → how many parts are in each other there."""
        self.code_signs: dict[int, list[int]] | None = None
        """Length of a run of code signs → where such runs stand."""
        self.last_comment_end = -2

    def read(self) -> nodes.Parts:
        text = self.text
        while self.at < len(text):
            found = _SPECIAL.search(text, self.at)
            end = found.start() if found else len(text)
            if end > self.at:
                self.tokens.append(_Sign(self.at, end))
                self.at = end
            if found and not _READERS[found[0][0]](self):
                self._say(end + 1)
        return self._paired(self.tokens)

    def _say(self, end: int) -> None:
        """What stands up to `end` is text."""
        self.tokens.append(_Sign(self.at, end))
        self.at = end

    def _put(self, part: nodes.Part, end: int) -> bool:
        self.tokens.append(part)
        self.at = end
        return True

    def _line_end(self) -> bool:
        return self._put(nodes.Break(*self.source.place(self.at), self.at in self.source.hard), self.at + 1)

    def _escape(self) -> bool:
        found = _ESCAPE.match(self.text, self.at)
        return found is not None and self._put(nodes.Text(*self.source.place(self.at), found[1]), found.end())

    def _entity(self) -> bool:
        found = _ENTITY.match(self.text, self.at)
        if found is None or (shown := html.unescape(found[0])) == found[0]:
            return False
        return self._put(nodes.Text(*self.source.place(self.at), shown), found.end())

    def _code(self) -> bool:
        if self.code_signs is None:
            self.code_signs = {}
            for found in _CODE_SIGNS.finditer(self.text):
                self.code_signs.setdefault(found.end() - found.start(), []).append(found.start())
        signs_here = _CODE_SIGNS.match(self.text, self.at)
        assert signs_here is not None  # The first of them is why we are here.
        length = signs_here.end() - self.at
        places = self.code_signs.get(length, ())
        following = bisect_right(places, self.at)
        if following == len(places):
            self._say(signs_here.end())
            return True
        inner = self.text[signs_here.end() : places[following]].replace("\n", " ").strip()
        return self._put(nodes.CodeSpan(*self.source.place(self.at), inner), places[following] + length)

    def _emphasis(self) -> bool:
        mark = signs.read_delimiter(self.text, self.at)
        self.tokens.append(_Sign(mark.start, mark.end, mark if mark.opens or mark.closes else None))
        self.at = mark.end
        return True

    def _exclamation(self) -> bool:
        return self._poor_link() or (self.text.startswith("[", self.at + 1) and self._open(2))

    def _poor_link(self) -> bool:
        """A link in full-width brackets, or of full-width slashes."""
        poor = read_poor_link(self.text, self.at)
        if poor is None:
            return False
        place, inner = self.source.place(poor.start), self.source.place(poor.text_offset)
        if poor.is_picture:
            return self._put(nodes.Image(*place, poor.text, poor.target, ""), poor.end)
        parts = _without_links(read_inline([(*inner, poor.text)]))
        self.brackets.clear()
        return self._put(self._deep(nodes.Link(*place, parts, poor.target, "")), poor.end)

    def _bare_address(self) -> bool:
        """An address that stands in the text as it is; where 汉字 go on with its path, nobody knows where it ends."""
        address = _BARE_ADDRESS.match(self.text, self.at)
        assert address is not None  # Its first signs are why we are here.
        shown = address[0]
        while shown[-1] in _AFTER_ADDRESS and (shown[-1] != ")" or shown.count(")") > shown.count("(")):
            shown = shown[:-1]
        end = self.at + len(shown)
        if not is_website(shown) or (shown[-1] in "/=" and signs.is_han(self.text[end : end + 1])):
            return False
        return self._put(self._address_link(self.at, shown, shown), end)

    def _mail_address(self) -> bool:
        """A mail box; its name has been taken for text already."""
        host = _MAIL_HOST.match(self.text, self.at)
        before = self.tokens[-1] if self.tokens else None
        if host is None or not isinstance(before, _Sign) or before.mark or before.end != self.at:
            return False
        name = _MAIL_NAME.search(self.text, max(before.start, self.at - 64), self.at)
        if name is None or self.text[name.start() - 1 : name.start()] in (":", "/"):
            return False
        before.end = name.start()
        if before.start == before.end:
            self.tokens.pop()
        shown = self.text[name.start() : host.end()]
        return self._put(self._address_link(name.start(), shown, f"mailto:{shown}"), host.end())

    def _address_link(self, start: int, shown: str, target: str) -> nodes.Part:
        place = self.source.place(start)
        return self._deep(nodes.Link(*place, (nodes.Text(*place, shown),), target, ""))

    def _bracket(self) -> bool:
        if self._poor_link():
            return True
        note = _NOTE.match(self.text, self.at)
        if note and note[1] in self.notes:
            return self._put(nodes.FootnoteReference(*self.source.place(self.at), note[1]), note.end())
        return self._open(1)

    def _open(self, length: int) -> bool:
        self.brackets.append(len(self.tokens))
        self._say(self.at + length)
        return True

    def _close(self) -> bool:
        """A ``]``: with a target behind it, what the last bracket opened is a link or a picture."""
        if not self.brackets:
            return False
        index = self.brackets.pop()
        opening = self.tokens[index]
        assert isinstance(opening, _Sign)  # Nothing else is kept as open.
        end, target, title = self._target(opening)
        if end == 0:
            return False
        self._leave(index)
        parts = _without_links(self._taken(index))
        place = self.source.place(opening.start)
        if self.text[opening.start] == "!":
            return self._put(nodes.Image(*place, plain_text(parts), target, title), end)
        # A link holds no other.
        self.brackets.clear()
        return self._put(self._deep(nodes.Link(*place, parts, target, title)), end)

    def _target(self, opening: _Sign) -> tuple[int, str, str]:
        """Where the link ends, its target and its title; 0 for the end when it is none."""
        found = _TARGET.match(self.text, self.at + 1)
        if found:
            target, title = parted(found[1])
            return found.end(), plain_target(target), title
        if not self.definitions or self.at - opening.end > _LONGEST_NAME:
            return 0, "", ""
        name = _NAME.match(self.text, self.at + 1)
        asked = (name[1] if name else "") or self.text[opening.end : self.at]
        known = self.definitions.get(name_key(asked))
        return (name.end() if name else self.at + 1, *known) if known else (0, "", "")

    def _angle(self) -> bool:
        """An address, a comment or a tag."""
        text = self.text
        if address := _ADDRESS.match(text, self.at):
            shown = address[1]
            target = shown if ":" in shown else f"mailto:{shown}"
            label = nodes.Text(*self.source.place(self.at + 1), shown)
            return self._put(nodes.Link(*self.source.place(self.at), (label,), target, ""), address.end())
        if text.startswith("<!--", self.at):
            return self._comment()
        if old := OLD_TAG.match(text, self.at):
            self.at = old.end()
            return True
        tag = _TAG.match(text, self.at)
        if tag is None:
            return False
        name = tag[2].lower()
        if name in INLINE:
            return self._end_tag(name, tag.end()) if tag[1] else self._begin_tag(name, tag.end())
        if name not in _VOID or tag[1]:
            return False
        place = self.source.place(self.at)
        return self._put(
            nodes.Break(*place, True) if name == "br" else nodes.Tag(*place, (), _VOID[name], tag[0]),
            tag.end(),
        )

    def _comment(self) -> bool:
        if self.last_comment_end == -2:
            self.last_comment_end = max(self.text.rfind("-->"), self.text.rfind("--!>"))
        ended = COMMENT_END.search(self.text, self.at + 2) if self.last_comment_end > self.at else None
        if ended is None:
            return False
        self.at = ended.end()
        return True

    def _begin_tag(self, name: str, end: int) -> bool:
        if len(self.tags) < _DEEPEST:
            self.tags.append((len(self.tokens), name))
            self.open_names[name] += 1
        self._say(end)
        return True

    def _end_tag(self, name: str, end: int) -> bool:
        """Closes the last element of that name; without one the tag says nothing."""
        if not self.open_names[name]:
            self.at = end
            return True
        while True:
            index, opened = self.tags.pop()
            self.open_names[opened] -= 1
            if opened == name:
                break
        while self.brackets and self.brackets[-1] > index:
            self.brackets.pop()
        opening = self.tokens[index]
        assert isinstance(opening, _Sign)  # Nothing else is kept as open.
        written = self.text[opening.start : opening.end]
        parts = self._taken(index)
        if name == "a":
            parts = _without_links(parts)
        return self._put(self._deep(nodes.Tag(*self.source.place(opening.start), parts, name, written)), end)

    def _leave(self, index: int) -> None:
        """Forgets the tags that were opened behind a place in `tokens`: they are text."""
        while self.tags and self.tags[-1][0] > index:
            self.open_names[self.tags.pop()[1]] -= 1

    def _taken(self, index: int) -> nodes.Parts:
        """Takes what opens at a place in `tokens` off them; the parts behind it."""
        inner = self.tokens[index + 1 :]
        del self.tokens[index:]
        return self._paired(inner)

    def _deep(self, part: _Holding) -> nodes.Part:
        self.depths[id(part)] = self._depth(part.parts) + 1
        return part

    def _depth(self, parts: Sequence[_Token]) -> int:
        return max((self.depths.get(id(part), 0) for part in parts), default=0)

    def _paired(self, tokens: Sequence[_Token]) -> nodes.Parts:
        """The tokens as parts: marks of emphasis that belong together with what stands between them."""
        out: list[_Token] = []
        opened: dict[str, list[int]] = {}
        for token in tokens:
            mark = token.mark if isinstance(token, _Sign) else None
            if mark is not None:
                places = opened.setdefault(mark.sign, [])
                index = places.pop() if mark.closes and places else None
                if index is not None and signs.belong_together(self.text, _mark(out[index]), mark):
                    self._emphasise(out, index, opened)
                    continue
                if mark.opens:
                    places.append(len(out))
            out.append(token)
        return self._texts(out)

    def _emphasise(self, out: list[_Token], index: int, opened: Mapping[str, list[int]]) -> None:
        """Makes one part of what stands behind the mark at `index`; what was opened there since is text."""
        opening, *inner = out[index:]
        del out[index:]
        mark = _mark(opening)
        kind = _EMPHASES[mark.sign[0], len(mark.sign) == 1]
        part = self._deep(kind(*self.source.place(mark.start), self._texts(inner)))
        out.append(part)
        # Nothing is put around a part that is as deep as may be, so that no one looks for it again.
        first = 0 if self.depths[id(part)] >= _DEEPEST else index
        for places in opened.values():
            while places and places[-1] >= first:
                places.pop()

    def _texts(self, tokens: Sequence[_Token]) -> nodes.Parts:
        """The tokens with what is text joined to texts of one line."""
        parts: list[nodes.Part] = []
        start = end = 0
        for token in tokens:
            if isinstance(token, _Sign):
                if token.start != end:
                    self._add_text(parts, start, end)
                    start = token.start
                end = token.end
            else:
                self._add_text(parts, start, end)
                start = end = 0
                parts.append(token)
        self._add_text(parts, start, end)
        return tuple(parts)

    def _add_text(self, parts: list[nodes.Part], start: int, end: int) -> None:
        """Adds the text from `start` to `end`, line by line: a tag that nobody has closed may go on over a line's end."""
        for line in self.text[start:end].split("\n"):
            if line:
                parts.append(nodes.Text(*self.source.place(start), line))
            start += len(line)
            if start < end:
                parts.append(nodes.Break(*self.source.place(start), start in self.source.hard))
            start += 1


_EMPHASES: Mapping[tuple[str, bool], type[nodes.Strong | nodes.Emphasis | nodes.Strike]] = {
    ("*", False): nodes.Strong,
    ("_", False): nodes.Strong,
    ("_", True): nodes.Emphasis,
    ("~", False): nodes.Strike,
}
"""Sign, and whether it stands alone → the part between two of them."""
_READERS = {
    "\n": _InlineReader._line_end,
    "\\": _InlineReader._escape,
    "`": _InlineReader._code,
    "!": _InlineReader._exclamation,
    "[": _InlineReader._bracket,
    "]": _InlineReader._close,
    "<": _InlineReader._angle,
    "&": _InlineReader._entity,
    "*": _InlineReader._emphasis,
    "_": _InlineReader._emphasis,
    "~": _InlineReader._emphasis,
    "！": _InlineReader._poor_link,
    "【": _InlineReader._poor_link,
    "［": _InlineReader._poor_link,
    "@": _InlineReader._mail_address,
    "h": _InlineReader._bare_address,
}
"""What reads a text from each sign on; it says whether it has read anything."""


def _without_links(parts: nodes.Parts) -> nodes.Parts:
    """`parts` with the text of the addresses in them: a link holds no other."""
    found: list[nodes.Part] = []
    for part in parts:
        if isinstance(part, nodes.Link):
            found += part.parts
        elif isinstance(part, nodes.Written):
            found.append(replace(part, parts=_without_links(part.parts)))
        else:
            found.append(part)
    return tuple(found)


def parted(written: str) -> tuple[str, str]:
    """The target and the title of a link from what stands between its round brackets."""
    title = _TITLE.search(written := written.strip())
    target = written[: title.start()] if title else written
    if target.startswith("<") and target.endswith(">"):
        target = target[1:-1].strip()
    return target, (title[1] or title[2] or "") if title else ""
