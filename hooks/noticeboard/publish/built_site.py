"""Whether a site that was built may take the place of the one that readers see: looked at as a reader would, from its files."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from noticeboard.build import Site
from noticeboard.content.documents import Document
from noticeboard.content.repository.files import list_hand_written
from noticeboard.content.repository.paths import DOCUMENT, ROOT

_NEEDED = ("index.html", "404.html", "board.json")
_NOT_FOUND = "404.html"
"""Its links are whole addresses: it is shown at any address."""
_TEXTS = frozenset((".html", ".json", ".js", ".xml", ".ics", ".csv", ".txt", ".webmanifest"))
_SCRIPT = re.compile(r"(<script\b[^>]*>).*?</script>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_TARGET = re.compile(r"""\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ENDS = re.compile(r'[<>"\n]|\\n|\\r')
"""What ends a line of a text wherever it is published: in HTML, in JSON."""
_MARKUP = re.compile(r"^[\s>#*+\-|]*(?:\d+[.、)] *)?|[\s|*]+$")
_FIELD = re.compile(r"^[^\s:：]{1,12}[:：]\s*")
_SHORTEST = 12
"""A shorter line may well stand in two documents."""


@dataclass(frozen=True, slots=True)
class SiteFinding:
    """What a look at the site has found, as one Chinese sentence."""

    address: str
    """Of the page or file, below the site's root."""
    message: str
    is_error: bool = True
    """Whether the site must not be published."""


def findings(folder: Path, site: Site, before: frozenset[str]) -> tuple[SiteFinding, ...]:
    """What is wrong with the site in `folder`, which was built of `site`; `before` are the addresses that readers know."""
    files = files_of(folder)
    broken = (*_missing(folder, files), *_dead_links(folder, files), *_leaks(folder, site))
    return (
        *broken,
        *(SiteFinding(address, _VANISHED, is_error=False) for address in _vanished(files, before)),
    )


_VANISHED = (
    "这个网址上一次发布的网站里有，这一次没有了。别处的链接、贴出去的二维码会打不开。"
    "网址变了的，在现在的文件里写“曾用网址”；不该再登的，把文件放回去，写“撤回: 原因”。"
)


def files_of(folder: Path) -> frozenset[str]:
    """The paths of all files of a site, but for hidden ones."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return frozenset(path for path in found if not path.startswith("."))


def files_in_archive(place: Path) -> frozenset[str]:
    """The same for a site in a ZIP file; none where there is none, or it cannot be read."""
    try:
        with zipfile.ZipFile(place) as archive:
            return frozenset(archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return frozenset()


def _missing(folder: Path, files: frozenset[str]) -> Iterator[SiteFinding]:
    for path in _NEEDED:
        if path not in files:
            yield SiteFinding(path, "网站里没有这个文件。")
    for path in sorted(files):
        if path.endswith(".html") and not _text(folder / path).rstrip().endswith("</html>"):
            yield SiteFinding(path, "这一页不完整，只有一半。")
    if "board.json" in files:
        yield from _missing_documents(_text(folder / "board.json"), files)


def _missing_documents(text: str, files: frozenset[str]) -> Iterator[SiteFinding]:
    try:
        addresses = [document["id"] for document in json.loads(text)["documents"]]
    except (ValueError, KeyError, TypeError):
        yield SiteFinding("board.json", "数据文件读不出来。")
        return
    for address in addresses:
        if f"{address}index.html" not in files:
            yield SiteFinding(address, "数据文件里有这份文件，网站里没有它的网页。")


def _dead_links(folder: Path, files: frozenset[str]) -> Iterator[SiteFinding]:
    known: dict[str, tuple[str, ...]] = {}
    for path in sorted(files):
        if not path.endswith(".html") or path == _NOT_FOUND:
            continue
        reported = set()
        for tag in _TAG.findall(_SCRIPT.sub(r"\1", _text(folder / path))):
            if tag not in known:
                known[tag] = tuple(_targets(tag))
            for target in known[tag]:
                if target not in reported and not _leads_somewhere(path, target, files):
                    reported.add(target)
                    yield SiteFinding(path, f"这一页的链接“{target}”打不开。")


def _targets(tag: str) -> Iterator[str]:
    """The addresses within the site that a tag names, without their anchors."""
    for values in _TARGET.findall(tag):
        address = urlsplit(unescape("".join(values)).strip())
        if address.path and not address.scheme and not address.netloc and not address.path.startswith("/"):
            yield unquote(address.path)


def _leads_somewhere(page: str, target: str, files: frozenset[str]) -> bool:
    place = normpath(join(dirname(page), target))
    if place == "." or target.endswith(("/", "/.", "/..")) or target in (".", ".."):
        return join("" if place == "." else place, "index.html") in files
    return place in files


def _vanished(files: frozenset[str], before: frozenset[str]) -> Iterator[str]:
    for path in sorted(before - files):
        if path.endswith(".html") or path.startswith(f"{ROOT}/"):
            yield path.removesuffix("index.html")


def _leaks(folder: Path, site: Site) -> Iterator[SiteFinding]:
    """What of documents that are not in this edition got out: whole files, and lines of their texts (SPECIFICATION section 9)."""
    hidden = [document for document in site.all_documents if _is_hidden(document, site)]
    if not hidden:
        return
    files, lines = _secret_files(hidden, site), _secret_lines(hidden, site)
    for path in sorted(files_of(folder)):
        place = folder / path
        source = files.get(_digest(place))
        if source is None and place.suffix in _TEXTS:
            found = lines.keys() & {_plain(part) for part in _ENDS.split(unescape(_text(place)))}
            source = next((lines[line] for line in sorted(found)), None)
        if source is not None:
            yield SiteFinding(path, f"里面有“{source}”的内容，这份文件不在这一版里。")


def _is_hidden(document: Document, site: Site) -> bool:
    return document.path.startswith(f"{ROOT}/") and document.path not in site.catalog.by_path


def _secret_files(hidden: Iterable[Document], site: Site) -> dict[str, str]:
    """SHA-256 → path, of the hidden documents and their attachments, but for what is published too."""
    published = {path for path in site.catalog.published_files if not path.endswith(DOCUMENT)}
    paths = {document.path for document in hidden}
    paths |= {attachment.path for document in hidden for attachment in document.attachments} - published
    found = {_digest(site.root / path): path for path in sorted(paths) if (site.root / path).is_file()}
    for path in published:
        found.pop(_digest(site.root / path), None)
    return found


def _secret_lines(hidden: Iterable[Document], site: Site) -> dict[str, str]:
    """The longer lines of hidden documents → their path, but for those that stand in what everybody may read."""
    found = {line: document.path for document in hidden for line in _lines(_secret_text(document))}
    hidden_paths = {document.path for document in hidden}
    shown = [document.text for document in site.all_documents if document.path not in hidden_paths]
    # A guide shows how plans are written; pages that are trusted are no documents.
    guide = [_text(site.root / path) for path in list_hand_written(site.root).values()]
    for line in (line for text in (*shown, *guide) for line in _lines(text)):
        found.pop(line, None)
    return found


def _secret_text(document: Document) -> str:
    """Of what was taken back all but what its page says of it."""
    if not document.withdrawn:
        return document.text
    said = {_plain(document.title), _plain(document.withdrawn)}
    return "\n".join(line for line in document.body.splitlines() if _plain(line) not in said)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        for part in (line, _FIELD.sub("", line.strip())):
            if len(plain := _plain(part)) >= _SHORTEST:
                yield plain


def _plain(line: str) -> str:
    return _MARKUP.sub("", line).strip("\"'“” ")


def _text(place: Path) -> str:
    return place.read_text(encoding="utf-8", errors="replace")


def _digest(place: Path) -> str:
    try:
        return hashlib.sha256(place.read_bytes()).hexdigest()
    except OSError:
        return ""
