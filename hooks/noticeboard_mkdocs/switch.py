"""The site folder while MkDocs builds: a new one beside it, which takes its place when it is whole, or not at all."""

from __future__ import annotations

import atexit
import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from noticeboard.content.repository.paths import kept_places
from noticeboard.file_states import Stamp
from noticeboard.preview.faults import fault_of
from noticeboard.publish.site_folder import Refused, SiteFolder
from noticeboard.publish.spare_site import SpareSite
from noticeboard.reports import text_lines
from noticeboard.system_errors import describe

log = logging.getLogger("mkdocs.hooks.noticeboard")


class Switch:
    """Of one build; a preview opens none."""

    def __init__(self) -> None:
        self._folder: SiteFolder | None = None
        self._root = Path()
        self._spare: SpareSite

    def open(self, config: MkDocsConfig) -> None:
        """Lets MkDocs build into a folder of its own; raises PluginError where the site folder holds what is not ours."""
        self._root = Path(config.config_file_path).parent
        theirs = [config.docs_dir, *filter(None, [config.theme.custom_dir])]
        self._folder = SiteFolder(
            Path(config.site_dir), [*kept_places(self._root), *map(Path, theirs)], log.info
        )
        self._spare = SpareSite(self._root, self.target)
        try:
            config.site_dir = str(self._folder.open())
        except Refused as refused:
            raise PluginError(str(refused)) from None
        atexit.register(self._folder.discard)

    @property
    def target(self) -> Path:
        """Where readers find the site."""
        assert self._folder is not None
        return self._folder.target

    def begin_with(self, pages: Mapping[str, str]) -> frozenset[str]:
        """Lets the new site begin with those of `pages`, path → key, that an old one has; their paths."""
        if self._folder is None:
            return frozenset()
        return self._spare.take(self._folder.new, pages)

    def done(self, config: MkDocsConfig, published: Callable[[Path], None]) -> None:
        """The new site is whole, and takes the place of the old one.

        `published` is told where it is while no other build can take its place.
        """
        if self._folder is None:
            return
        if not _gives_up():
            self._folder.switch()
            # Before the new site is looked at: a link less is a change of its pages.
            if self._folder.former:
                self._spare.keep(self._folder.former)
            published(self._folder.target)
        config.site_dir = str(self._folder.target)
        self._folder.discard()

    def note(self, stamps: Mapping[str, Stamp], pages: Mapping[str, str]) -> None:
        """To be told of the site that was published: the stamps of its files, none where they are not known, and its `pages`, path → key."""
        self._spare.note(stamps, pages)

    def failed(self, error: BaseException) -> None:
        """Whatever went wrong, what is published stays; of the system's own errors an officer is told in a sentence."""
        if self._folder is None:
            return
        self._folder.discard()
        # To Jinja a missing template is an error of the system.
        if isinstance(error, TemplateNotFound):
            raise PluginError("\n".join(text_lines(fault_of(error, self._root)))) from error
        if isinstance(error, OSError):
            raise PluginError(
                f"读写文件出了错，没有生成网站，原来的网站没有改动。{describe(error, self._root)}。"
            ) from error


def _gives_up() -> bool:
    """Whether MkDocs counts warnings and has any: it ends a strict build for them, behind its last event."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
