"""The door to MkDocs: its events in, calls to `noticeboard` out. No logic of the board lives here.

MkDocs loads this file once, by `hooks:` in mkdocs.yml. ProperDocs, its maintained fork, runs it unchanged.
"""

from __future__ import annotations

import atexit
import gc
import logging
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import TemplateNotFound
from markupsafe import Markup, escape
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler
from rjsmin import jsmin

from mkdocs_config import nav_problems
from mkdocs_preview import FaultyInput, Preview
from noticeboard.build import Site, load
from noticeboard.cache import cache_folder
from noticeboard.code_state import RESTART, CodeState
from noticeboard.content.hand_written import front_matter_of
from noticeboard.content.paths import SITE_FILE, kept_places
from noticeboard.content.settings import TRUSTED, read_settings
from noticeboard.content.site_file import places_in
from noticeboard.edition import edition_from
from noticeboard.markup.hand_written import clean_page
from noticeboard.markup.ids import authors_id
from noticeboard.preview.faults import fault_of
from noticeboard.problems import Level, Problem
from noticeboard.publish.site_folder import Refused, SiteFolder
from noticeboard.reports import text_lines
from noticeboard.search.blocks import CACHE
from noticeboard.search.hand_written import passages_of_page
from noticeboard.search.index import index_assets
from noticeboard.search.texts import HandWritten, is_excluded, texts_of
from noticeboard.system_errors import describe
from noticeboard.views import Page, PageRenderer, RenderedPage
from noticeboard.views.helpers.addresses import HOME
from noticeboard.views.helpers.forge import forge_of, usual_edit_uri
from noticeboard.views.helpers.outputs import Output, clashes_of
from noticeboard.views.helpers.toc import nested

log = logging.getLogger("mkdocs.hooks.noticeboard")


class DocumentFile(File):
    """A document's file: a page whatever its ending, `.MD` too, so that MkDocs never copies what stands in it."""

    def is_documentation_page(self) -> bool:
        return True


class BoardPage(MkDocsPage):
    """A page that `noticeboard` renders: MkDocs need not read it, nor set up Markdown for it."""

    def __init__(self, page: Page, rendered: RenderedPage, file: File, config, edit_url: str | None) -> None:
        super().__init__(None, file, config)
        self.edit_url = edit_url or self.edit_url
        self._page = page
        self._rendered = rendered
        self.alternates = page.alternates

    def read_source(self, config) -> None:
        self.markdown = ""
        self.meta = dict(self._page.front_matter)

    def render(self, config, files) -> None:
        self.content = self._rendered.html
        self.toc = get_toc(nested(self._rendered.headings))


class Door:
    """What the events of one build share."""

    def __init__(self) -> None:
        self.serving = False
        self.code = CodeState.now()
        self.folder: SiteFolder | None = None
        self.preview = Preview()
        # Of the build that is running: a preview builds again and again.
        self.site: Site
        self.renderer: PageRenderer
        self.rendered: dict[str, RenderedPage]
        self.hand_written: list[HandWritten]
        self.warnings: list[Problem]
        self.found: tuple[File, ...]

    def on_startup(self, *, command, dirty):
        self.serving = command == "serve"
        if self.serving:
            self.preview.begin()

    @event_priority(100)
    def on_config(self, config):
        """MkDocs knows of few forges where they edit files; and it would empty the site folder long before a new site is whole."""
        if config.repo_url and config.edit_uri is None:
            config.edit_uri = usual_edit_uri(config.repo_url, Path(config.docs_dir).name)
        if not self.serving:
            self._open(config)
        return config

    def on_pre_build(self, *, config):
        """Read everything and stop on errors, before MkDocs empties the site folder. A preview goes on with what is sound."""
        self.site = _load(config, drafts=self.serving)
        if self.site.settings.trust_docs:
            log.info(f"{TRUSTED}（extra.board.trust_docs）。")
        self.warnings = list(self.site.problems)
        if self.serving:
            self.preview.found(self.site)
            restart = [RESTART] if self.code.changed() else []
            self.preview.found_also(restart)
            _tell([*self.site.problems, *restart])
        elif self.site.has_errors or (config.strict and self.site.problems):
            _tell(self.site.problems)
            raise PluginError(f"发现 {len(self.site.problems)} 个问题，没有生成网站，原来的网站没有改动。")
        # A template of one's own may say anything; MkDocs fills it, for the documents' own pages.
        edit_uri = None if config.edit_uri_template else config.edit_uri
        self.forge = forge_of(config.repo_url, edit_uri, Path(config.docs_dir).name)
        self.renderer = PageRenderer(
            self.site.catalog,
            directory_urls=config.use_directory_urls,
            forge=self.forge,
            site_url=config.site_url,
        )
        self.hand_written: list[HandWritten] = []

    def on_files(self, files, *, config):
        _leave_out_irregular(files)
        if not self.site.settings.trust_docs:
            _leave_out(files, self.site.left_out)
        # MkDocs forgets a file when another one of its name is appended.
        self.found = tuple(files)
        has_home = files.get_file_from_path("index.md") is not None
        pages = [page for page in self.site.pages if page.address != HOME or not has_home]
        self.rendered, made = self.renderer.make(pages, self.site.assets)
        for page in pages:
            file = _page_file(page, self.site.root, config)
            edit_url = self.forge.edit_url(page.source) if self.forge and page.source else None
            BoardPage(page, self.rendered[page.address], file, config, edit_url)
            files.append(file)
        for asset in self.site.assets:
            if asset.source is not None:
                file = File.generated(config, asset.address, abs_src_path=str(self.site.root / asset.source))
            else:
                file = File.generated(config, asset.address, content=made[asset.address])
            files.append(file)
        _minify_scripts(files, config)
        _join_styles(files, config)
        self._check_nav(files, config)
        return files

    def on_env(self, env, *, config, files):
        """The theme's footer says whose board it is, and of which day. All pages are rendered now: the index can be made."""
        env.globals["board"] = self.site.catalog
        env.globals["preview"] = self.serving
        if self.site.settings.search:
            self._append_index(files, config)
        self._refuse_clashes(_clashes(dict.fromkeys((*self.found, *files)), config))
        return env

    def _refuse_clashes(self, clashes: list[Problem]) -> None:
        """Stops before anything is written; a preview goes on, and tells of them."""
        if not clashes:
            return
        _tell(clashes)
        if not self.serving:
            raise PluginError("有文件的网址相同，没有生成网站，原来的网站没有改动。")
        self.preview.found_also(clashes)

    def _append_index(self, files, config) -> None:
        pages = tuple(sorted(self.hand_written, key=lambda page: page.address))
        for asset in index_assets(
            texts_of(self.site.catalog, pages),
            self.site.settings,
            self.site.edition.today,
            directory_urls=config.use_directory_urls,
            cache=cache_folder(self.site.root, CACHE),
        ):
            files.append(File.generated(config, asset.address, content=asset.content()))

    def on_page_content(self, html, *, page, config, files):
        """Hand-written pages are cleaned and can be found; the front page becomes part of the board's."""
        if isinstance(page, BoardPage):
            return html
        if not self.site.settings.trust_docs:
            html = clean_page(html)
            _as_text(page)
        if not is_excluded(page.meta.get("search")):
            address = page.file.dest_uri.removesuffix("index.html")
            passages = tuple(passages_of_page(html))
            self.hand_written.append(HandWritten(address, f"docs/{page.file.src_uri}", passages))
        if page.file.src_uri != "index.md":
            return html
        home = next(page for page in self.site.pages if page.address == HOME)
        page.meta = {**home.meta, **page.meta}
        page.alternates = home.alternates
        page.toc = get_toc([])
        return self.renderer.render(home, text=Markup(html)).html

    @event_priority(-100)
    def on_post_build(self, *, config):
        """The new site is whole, and takes the place of the old one. What goes out with a warning is named last, where it is read."""
        if self.folder is None:
            return
        gives_up = _gives_up()
        if not gives_up:
            self.folder.switch()
        config.site_dir = str(self.folder.target)
        self.folder.discard()
        if self.warnings and not gives_up:
            log.warning(f"网站生成好了，带着 {len(self.warnings)} 个警告：")
            _tell(self.warnings)
        # All that is left ends with the process, which would look through it for rings once more.
        gc.freeze()

    def on_build_error(self, *, error):
        """Whatever went wrong, what is published stays; of the system's own errors an officer is told in a sentence."""
        if self.folder is None:
            return
        self.folder.discard()
        # To Jinja a missing template is an error of the system.
        if isinstance(error, TemplateNotFound):
            raise PluginError("\n".join(text_lines(fault_of(error, self.root)))) from error
        if isinstance(error, OSError):
            raise PluginError(_sentence(error, self.root)) from error

    def _open(self, config) -> None:
        self.root = Path(config.config_file_path).parent
        theirs = [
            Path(config.docs_dir),
            *([Path(config.theme.custom_dir)] if config.theme.custom_dir else []),
        ]
        self.folder = SiteFolder(Path(config.site_dir), [*kept_places(self.root), *theirs], log.info)
        try:
            config.site_dir = str(self.folder.open())
        except Refused as refused:
            raise PluginError(str(refused)) from None
        atexit.register(self.folder.discard)

    def on_serve(self, server, *, config, builder):
        if self.serving:
            self.preview.attach(server, Path(config.config_file_path))
            self.preview.watch(config)
        return server

    def _check_nav(self, files, config) -> None:
        """Tells of pages that are missing, in place of MkDocs."""
        level = config.validation.nav.not_found
        if level < logging.WARNING:
            return
        missing = nav_problems(config, {file.src_uri for file in files})
        config.validation.nav.not_found = logging.DEBUG
        self.warnings += missing
        if self.serving:
            self.preview.found_also(missing)
        if self.serving or config.strict:
            _tell(missing)


def _gives_up() -> bool:
    """Whether MkDocs counts warnings and has any: it ends a strict build for them, behind its last event."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))


def _sentence(error: OSError, root: Path) -> str:
    return f"读写文件出了错，没有生成网站，原来的网站没有改动。{describe(error, root)}。"


def _leave_out_irregular(files) -> None:
    """Takes away pipes and the like, which a preview goes on in spite of: to open one waits for ever."""
    for file in list(files):
        if file.abs_src_path and not Path(file.abs_src_path).is_file():
            files.remove(file)


def _leave_out(files, paths: frozenset[str]) -> None:
    """Takes away what docs/ may not publish. MkDocs reads pages of other endings too, which nobody has checked."""
    for file in list(files):
        unchecked = file.is_documentation_page() and not file.src_uri.endswith(".md")
        if file.generated_by is None and (file.src_uri in paths or unchecked):
            files.remove(file)


def _as_text(page: MkDocsPage) -> None:
    """Makes texts of what the theme prints as it comes: a page's keys, its title unless mkdocs.yml gives it, its contents."""
    named = "title" in vars(page)
    page.meta = front_matter_of(page.meta)
    if not named:
        page.title = page.meta.get("title") or _text(page.title)
    if not page.is_homepage:
        # The theme takes tags off a page's own title, and with them the escapes that keep text from being one.
        page.meta.setdefault("title", _text(page.title))
    items = list(page.toc)
    while items:
        item = items.pop()
        item.title, item.id = _text(item.title), authors_id(item.id)
        items += item.children


def _text(html: str | None) -> str:
    return str(escape(Markup(html or "").striptags()))


def _load(config, *, drafts: bool) -> Site:
    file = Path(config.config_file_path)
    root = file.parent
    settings, problems = read_settings(config.extra.get("board"), file.name, places_in(file))
    if problems:
        raise FaultyInput(problems)
    try:
        edition = edition_from(os.environ, datetime.now(UTC), drafts=drafts)
    except ValueError as error:
        raise PluginError(str(error)) from error
    return load(root, settings, edition)


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        for line in text_lines(problem):
            (log.error if problem.is_error else log.warning)(line)


def _clashes(files, config) -> list[Problem]:
    """Where files would take each other's place: those of docs/, the theme, `overrides` and ours."""
    outputs = [
        Output(file.dest_uri, _source_of(file, config)) for file in files if not file.inclusion.is_excluded()
    ]
    outputs += [Output(name, f"主题的 {name}") for name in config.theme.static_templates]
    outputs += [
        Output(file.dest_uri, f"主题的 {file.src_uri}")
        for file in files
        if _hides_one_of_the_theme(file, config)
    ]
    return [_clash([output.source for output in group]) for group in clashes_of(outputs)]


def _clash(sources: list[str]) -> Problem:
    path = next((source for source in sources if source.startswith(("docs/", "plans/"))), SITE_FILE)
    message = f"“{'”“'.join(sources)}”的网址相同，会互相覆盖。"
    hint = "请给其中一个改名；要换主题的文件，请放进主题设置里的 custom_dir。"
    return Problem(path, 1, 1, Level.ERROR, "duplicate-address", message, hint)


def _source_of(file: File, config) -> str:
    if file.src_dir == config.docs_dir:
        return f"{Path(config.docs_dir).name}/{file.src_uri}"
    return file.src_uri if file.generated_by is None else f"程序生成的 {file.src_uri}"


def _hides_one_of_the_theme(file: File, config) -> bool:
    """MkDocs leaves out a theme's file where docs/ has one of its name."""
    return file.src_dir == config.docs_dir and any(
        Path(folder, file.src_uri).is_file() for folder in config.theme.dirs
    )


def _minify_scripts(files, config) -> None:
    """Takes comments and indents out of our own scripts; those of the theme are as short as they get."""
    ours = config.theme.custom_dir
    for file in files.javascript_files():
        if ours and file.abs_src_path and Path(file.abs_src_path).is_relative_to(ours):
            file.content_string = jsmin(file.content_string)


def _join_styles(files, config) -> None:
    """Puts `extra_css` into its first file: a page is painted when all its stylesheets have come, and each is an answer more."""
    styles = [files.get_file_from_path(path) for path in config.extra_css]
    if len(styles) < 2 or None in styles:
        return
    first, *others = styles
    # What stands in another folder may name its pictures from there.
    if any(Path(other.dest_uri).parent != Path(first.dest_uri).parent for other in others):
        return
    first.content_string = "\n".join(style.content_string for style in styles)
    for other in others:
        files.remove(other)
    config.extra_css = [first.dest_uri]


def _page_file(page: Page, root: Path, config) -> File:
    target = f"{page.address}index.html"
    if page.source is None:
        file = File.generated(config, f"{page.address}index.md", content="")
        file.dest_uri = target
        return file
    file = DocumentFile(
        page.source, str(root), config.site_dir, use_directory_urls=config.use_directory_urls, dest_uri=target
    )
    # MkDocs counts edit links from docs/; documents lie beside it.
    file.edit_uri = f"../{page.source}"
    return file


_door = Door()
on_startup = _door.on_startup
on_config = _door.on_config
on_pre_build = _door.on_pre_build
on_files = _door.on_files
on_env = _door.on_env
on_page_content = _door.on_page_content
on_post_build = _door.on_post_build
on_build_error = _door.on_build_error
on_serve = _door.on_serve
