"""Finished pages of docs/ of builds before: their Markdown is neither read nor filled into the theme where nothing has changed.

What such a page is made of is in the frame of all kept pages, which holds all of docs/, but for the pages to which it links:
where a build finds those is noted with it, and has to be the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from noticeboard.checks.links.page_targets import below_docs
from noticeboard.search.passages import Passage, PassageKind
from noticeboard.search.texts import HandWritten
from noticeboard.text_store import TextStore
from noticeboard_mkdocs.pages import BoardPage

_HOME = "index.md"
"""It becomes part of the board's front page, which tells of documents."""


class FilesAskedFor(Files):
    """Files that note what they answer to whoever asks for a path: that is how MkDocs looks for the target of a link."""

    def __init__(self, files: Iterable[File]) -> None:
        super().__init__(files)
        self.answers: dict[str, str] = {}
        """Path → what was found there."""

    def get_file_from_path(self, path: str) -> File | None:
        file = super().get_file_from_path(below_docs(path))
        self.answers[path] = _answer(file)
        return file

    def still_answer(self, answers: dict[str, str]) -> bool:
        """Whether paths lead where they led when `answers` were noted."""
        return all(
            _answer(super(FilesAskedFor, self).get_file_from_path(below_docs(path))) == answers[path]
            for path in answers
        )


def _answer(file: File | None) -> str:
    return f"{file.url} {file.inclusion.name}" if file else ""


class KeptDocs:
    """Of the build that is running. `frame` is that of `KeptPages`; without one nothing is kept. `state` is a digest of what the board tells; empty where the front page is not to be kept."""

    def __init__(self, store: TextStore, frame: str, state: str, template: str) -> None:
        self._store = store
        self._frame = frame
        self._state = state
        self._template = template
        """Prints what was kept."""
        self._kept: dict[str, dict[str, Any]] = {}
        self._new: dict[str, dict[str, Any]] = {}

    def begin(self, page: Page, files: Files) -> None:
        """To be told of each page before it is read."""
        if not isinstance(files, FilesAskedFor) or not (key := self._key(page)):
            return
        files.answers = {}
        text = self._store.read(key)
        kept = json.loads(text) if text is not None else None
        if kept is not None and files.still_answer(kept["answers"]):
            self._kept[key] = kept

    def is_kept(self, page: Page) -> bool:
        """Whether the finished page is taken from a build before."""
        return self._key(page) in self._kept

    def restore(self, page: Page) -> HandWritten | None:
        """Gives a kept page what others ask of it, and what the search reads of it, which is nothing where it is left out."""
        kept = self._kept[self._key(page)]
        page.meta = {**kept["meta"], "template": self._template}
        page.toc = get_toc([])
        page.kept = lambda: kept["output"]  # type: ignore[attr-defined]  # For the template.
        # One that mkdocs.yml gives stays.
        if "title" not in vars(page):
            page.title = kept["title"]
        if kept["passages"] is None:
            return None
        passages = tuple(Passage(PassageKind(kind), *rest) for kind, *rest in kept["passages"])
        return HandWritten(kept["address"], kept["source"], passages)

    def note(self, page: Page, files: Files, searched: HandWritten | None) -> None:
        """To be told of each page that was rendered now, and what the search reads of it."""
        if isinstance(files, FilesAskedFor) and (key := self._key(page)):
            self._new[key] = {
                "answers": files.answers,
                "meta": dict(page.meta),
                "title": page.title,
                "address": searched and searched.address,
                "source": searched and searched.source,
                "passages": searched and [list(passage) for passage in searched.passages],
            }

    def keep(self, page: Page, output: str) -> None:
        """To be told of each page that was finished now."""
        new = self._new.pop(self._key(page), None)
        if new is None:
            return
        record = {**new, "output": output}
        try:
            text = json.dumps(record, ensure_ascii=False)
        except (TypeError, ValueError):
            return
        # A key of another type than text would come back as another one.
        if json.loads(text) == record:
            self._store.write(self._key(page), text)

    def _key(self, page: Page) -> str:
        """Empty for a page that is not kept here."""
        if not self._frame or isinstance(page, BoardPage):
            return ""
        is_home = page.file.src_uri == _HOME
        if is_home and not self._state:
            return ""
        state = self._state if is_home else ""
        about = "docs", self._frame, state, page.file.src_uri, page.file.dest_uri
        return hashlib.sha256(repr(about).encode("utf-8", "surrogatepass")).hexdigest()
