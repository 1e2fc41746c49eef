"""A preview that goes on whatever is wrong: the pages of before stay while new ones cannot be made, and say why.

MkDocs' own builds into the folder that it serves from, ends on a fault at its start, and holds every request after a later one.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.commands import serve
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from noticeboard.build import Site
from noticeboard.content.repository.paths import ROOT
from noticeboard.preview.app import PreviewApp
from noticeboard.preview.faults import fault_of, is_of_the_program
from noticeboard.preview.findings import Findings, findings_of
from noticeboard.preview.pages import write_pages, write_stand_in
from noticeboard.problems import Level, Problem
from noticeboard.reports import text_lines
from noticeboard_mkdocs.config import config_problems
from noticeboard_mkdocs.early_edits import EarlyEdits
from noticeboard_mkdocs.edited_texts import Edited
from noticeboard_mkdocs.followed_folders import FollowedFolders
from noticeboard_mkdocs.live_site import LiveSite, WholeBuild
from noticeboard_mkdocs.served_site import ServedSite

log = logging.getLogger("mkdocs.hooks.noticeboard")

_SITE = "site"
"""The folder that is served, in the one that MkDocs makes for a preview."""
_LOGGED = {Level.ERROR: logging.ERROR, Level.WARNING: logging.WARNING, Level.NOTICE: logging.INFO}
"""A strict build of MkDocs stops for whatever was logged as a warning."""
_FAULTS = (Exception, SystemExit)
"""What a build may end with; MkDocs gives up by SystemExit."""


class FaultyInput(PluginError):
    """Ends a build, for problems that stand in files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(line for problem in self.problems for line in text_lines(problem)))


class Preview:
    """The pages that are shown, and what is wrong with them."""

    def __init__(self) -> None:
        self.server: LiveReloadServer | None = None
        self.app: PreviewApp | None = None
        self.folders: FollowedFolders | None = None
        self.early = EarlyEdits(self._show_edited)
        self._last: WholeBuild | None = None
        """What is served, or is being built."""
        self._served = ServedSite()
        self._root = Path()
        """Of the board."""
        self._built = False
        """Whether a site was ever built whole."""
        self._found = Findings()
        """Of the build that is running, or of the last one."""
        self._shown = Findings()
        self._edited: Edited | None = None
        """What was shown since the texts were last read for a build."""

    def begin(self) -> None:
        """Takes over the builds of `mkdocs serve`, the first of which comes before any event at which it could be done."""
        serve.build = self.build  # type: ignore[attr-defined]  # It looks the name up there.

    def found(self, site: Site) -> None:
        """To be told of the site that is being built."""
        self._found, self._edited = findings_of(site), None

    def found_also(self, problems: Iterable[Problem]) -> None:
        """To be told of what shows only while a site is being built."""
        self._found = self._found.joined_by(*problems)

    def made(self, last: WholeBuild) -> None:
        """To be told of a site whose pages are made one by one."""
        self._last = last

    def build(self, config: MkDocsConfig, **options: Any) -> None:
        """Like MkDocs' own, but into a folder of its own, which takes the place of the last one when it is whole."""
        self._found = Findings()
        self._last = None
        root = Path(config.config_file_path).absolute().parent
        base = Path(config.site_dir)
        fresh = base / "fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        config.site_dir = str(fresh)
        config.strict = False
        try:
            build(config, **options)
            served = ServedSite(fresh, LiveSite(self._last) if self._last else None)
            # Else what was seen already would be gone until somebody looks again.
            edited = self.early.edited_in(self._last)
            if edited:
                served = served.followed_by(edited.site)
            self.found_also(served.takes_over(self._served))
        except _FAULTS as error:
            shutil.rmtree(fresh, ignore_errors=True)
            self.fail(_problems_of(error, root))
        else:
            with self.early.lock:
                self.early.hold()
                old = _replace(base / _SITE, fresh)
                served.move(base / _SITE)
                self._served = served
                self._built = True
                self._edited = edited
                self._show(self._with_edited(self._found))
                self.early.built(self._last, edited.stamps if edited else {})
            self.watch(config)
            shutil.rmtree(old, ignore_errors=True)

    def attach(self, server: LiveReloadServer, config_file: Path) -> None:
        """Makes `server` serve this preview."""
        config_file = config_file.absolute()
        self.server, self._root = server, config_file.parent
        built = server.get_app()
        assert built is not None  # The server sets one when it is made.
        self.app = PreviewApp(built, server.mount_path, self._prepare)
        server.set_app(self.app)
        server.root = str(Path(server.root) / _SITE)
        server.builder = self._rebuilding(server.builder, config_file)
        server.error_handler = self._error_page
        # The folder, since an editor may put a new file in the place of the old one, which ends the watch of a file.
        server.watch(str(config_file.parent), recursive=False)
        self.early.attach(server)
        self.folders = FollowedFolders(server.observer, config_file.parent, self.early.changed)
        self._show(self._shown)

    def watch(self, config: MkDocsConfig) -> None:
        """Follows what the pages of a board are made of."""
        if self.folders:
            for name in (ROOT, "hooks", config.docs_dir, config.theme.custom_dir):
                self.folders.follow(name)

    def fail(self, problems: Iterable[Problem]) -> None:
        """To be told why there are no new pages."""
        shown = "改动以前的网页" if self._built else "问题"
        log.error(f"没有生成新的网页。预览还开着，显示的是{shown}，改好以后自动更新。")
        # A page that is put there meanwhile would be told of by nobody.
        with self.early.lock:
            findings = self._with_edited(self._found.joined_by(*problems))
            self._show(replace(findings, is_stale=self._built))

    def _rebuilding(self, builder: Callable[[], None], file: Path) -> Callable[[], None]:
        def rebuild() -> None:
            self.early.release()
            # Both at once would take twice as long to be seen.
            self.early.look()
            try:
                problems = config_problems(file)
                if problems:
                    log_problems(problems)
                    self.fail(problems)
                    return
                builder()
            except _FAULTS as error:
                self.fail(_problems_of(error, file.parent))
            finally:
                self.early.hold()

        return rebuild

    def _show_edited(self, edited: Edited) -> None:
        self._edited = edited
        self._served = self._served.followed_by(edited.site)
        self._show(self._with_edited(self._shown))

    def _prepare(self, path: str) -> object:
        """Sees to it that a page or file of the site lies in the folder that is served; what is served just now."""
        with self.early.lock:
            served = self._served
            try:
                problems: Iterable[Problem] = served.prepare(path)
            except Exception as error:
                problems = _problems_of(error, self._root)
                if self.server:
                    write_stand_in(path, Path(self.server.root), self.server.mount_path)
            if problems:
                self._show(self._shown.joined_by(*problems))
            return served

    def _with_edited(self, findings: Findings) -> Findings:
        edited = self._edited
        return findings.edited(edited.addresses, edited.problems) if edited else findings

    def _show(self, findings: Findings) -> None:
        with self.early.lock:
            self._shown = findings
            if self.server and self.app:
                folder = Path(self.server.root)
                write_pages(findings, folder, self.server.mount_path, self._served.has_page)
                self.app.has_pages = self._built
                self.app.findings = findings

    def _error_page(self, code: int) -> bytes | None:
        page = Path(self.server.root, f"{code}.html") if self.server else None
        return page.read_bytes() if page and page.is_file() else None


def _replace(last: Path, fresh: Path) -> Path:
    """Puts the folder `fresh` in the place of `last`, and tells where that is now. No page is served meanwhile: MkDocs waits."""
    old = last.with_name("old")
    shutil.rmtree(old, ignore_errors=True)
    if last.exists():
        last.rename(old)
    fresh.rename(last)
    return old


def _problems_of(error: BaseException, root: Path) -> tuple[Problem, ...]:
    """The problems that `error` is, told in the terminal too."""
    # MkDocs puts one of its own in the place of an error that it has already told.
    cause = error.__context__ if isinstance(error, SystemExit) and error.__context__ else error
    if isinstance(cause, FaultyInput):
        return cause.problems
    problem = fault_of(cause, root)
    if is_of_the_program(problem):
        log.error("程序出了错：", exc_info=cause)
    log_problems((problem,))
    return (problem,)


def log_problems(problems: Iterable[Problem]) -> None:
    """Says `problems` in the terminal, as MkDocs says its own."""
    for problem in problems:
        for line in text_lines(problem):
            log.log(_LOGGED[problem.level], line)
