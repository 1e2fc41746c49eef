"""The door to MkDocs: its events in, calls to `noticeboard` out. No logic of the board lives here.

MkDocs loads this file once, by `hooks:` in mkdocs.yml. ProperDocs, its maintained fork, runs it unchanged.
"""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from markupsafe import Markup
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.toc import get_toc

from noticeboard.build import Site, load
from noticeboard.code_state import CodeState
from noticeboard.content.settings import read_settings
from noticeboard.edition import edition_from
from noticeboard.reports import text_lines
from noticeboard.views import Page, PageRenderer
from noticeboard.views.toc import nested

log = logging.getLogger("mkdocs.hooks.noticeboard")


class Door:
    """What the events of one build share."""

    def __init__(self) -> None:
        self.serving = False
        self.code = CodeState.now()
        self.pages: dict[str, Page] = {}
        self.renderer: PageRenderer | None = None

    def on_startup(self, *, command, dirty):
        self.serving = command == "serve"

    def on_pre_build(self, *, config):
        """Read everything and stop on errors, before MkDocs empties the site folder."""
        if self.code.changed():
            log.info("程序代码改动了：请按 Ctrl+C 停下，再重新启动预览，新代码才会生效。")
        self.site = self._load(config)
        for problem in self.site.problems:
            for line in text_lines(problem):
                (log.error if problem.is_error else log.warning)(line)
        if self.site.has_errors or (config.strict and self.site.problems):
            raise PluginError(f"发现 {len(self.site.problems)} 个问题，没有生成网站，原来的网站没有改动。")
        self.renderer = PageRenderer(self.site.catalog, directory_urls=config.use_directory_urls)

    def _load(self, config) -> Site:
        root = Path(config.config_file_path).parent
        settings, problems = read_settings(config.extra.get("board"), Path(config.config_file_path).name)
        if problems:
            raise PluginError("\n".join(line for problem in problems for line in text_lines(problem)))
        try:
            edition = edition_from(os.environ, datetime.now(UTC), drafts=self.serving)
        except ValueError as error:
            raise PluginError(str(error)) from error
        return load(root, settings, edition)

    def on_files(self, files, *, config):
        root = Path(config.config_file_path).parent
        self.pages = {page.address: page for page in self.site.pages}
        for page in self.site.pages:
            target = f"{page.address}index.html"
            if any(file.dest_uri == target for file in (files.get_file_from_path("index.md"),) if file):
                continue
            files.append(_page_file(page, target, root, config))
        for asset in self.site.assets:
            if asset.source is not None:
                file = File.generated(config, asset.address, abs_src_path=str(root / asset.source))
            else:
                file = File.generated(config, asset.address, content=asset.content())
            files.append(file)
        return files

    def on_env(self, env, *, config, files):
        """The theme's footer says whose board it is, and of which day."""
        env.globals["board"] = self.site.catalog
        return env

    def _page_of(self, page) -> Page | None:
        return self.pages.get(page.file.dest_uri.removesuffix("index.html"))

    def on_page_read_source(self, *, page, config):
        return "" if self._page_of(page) and not _is_hand_written(page) else None

    def on_page_markdown(self, markdown, *, page, config, files):
        ours = self._page_of(page)
        if ours:
            page.meta = {"title": ours.title, "description": ours.description, **ours.meta, **page.meta}
        return markdown

    def on_page_content(self, html, *, page, config, files):
        ours = self._page_of(page)
        if ours is None:
            return html
        rendered = self.renderer.render(ours, text=Markup(html))
        page.toc = get_toc(nested(rendered.headings))
        return rendered.html

    def on_serve(self, server, *, config, builder):
        root = Path(config.config_file_path).parent
        for folder in ("plans", "hooks"):
            server.watch(str(root / folder))
        return server


def _is_hand_written(page) -> bool:
    return page.file.generated_by is None and not page.file.src_uri.startswith("plans/")


def _page_file(page: Page, target: str, root: Path, config) -> File:
    if page.source is None:
        file = File.generated(config, f"{page.address}index.md", content="")
        file.dest_uri = target
        return file
    file = File(
        page.source, str(root), config.site_dir, use_directory_urls=config.use_directory_urls, dest_uri=target
    )
    # MkDocs counts edit links from docs/; documents lie beside it.
    file.edit_uri = PurePosixPath("..", page.source).as_posix()
    return file


_door = Door()
on_startup = _door.on_startup
on_pre_build = _door.on_pre_build
on_files = _door.on_files
on_env = _door.on_env
on_page_read_source = _door.on_page_read_source
on_page_markdown = _door.on_page_markdown
on_page_content = _door.on_page_content
on_serve = _door.on_serve
