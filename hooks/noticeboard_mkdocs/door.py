"""The door to MkDocs: its events in, calls to `noticeboard` out. No logic of the board lives here.

MkDocs loads it once, by the file of one line that mkdocs.yml names under `hooks:`. ProperDocs, its maintained fork, runs it unchanged.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from noticeboard.build import Site, load
from noticeboard.checks.addresses.duplicate_address import clash_problems
from noticeboard.code_state import RESTART, CodeState
from noticeboard.content.document_set import start_reading
from noticeboard.content.known_documents import KnownDocuments
from noticeboard.content.settings.board_settings import TRUSTED
from noticeboard.edition import Edition
from noticeboard.markup.hand_written import clean_page
from noticeboard.problems import Problem
from noticeboard.publish.last_build import UNCHANGED
from noticeboard.search.texts import HandWritten, is_excluded
from noticeboard.views import PageRenderer
from noticeboard.views.forms import has_forms
from noticeboard.views.helpers.addresses import HOME
from noticeboard.views.helpers.forge import Forge, forge_of, usual_edit_uri
from noticeboard.views.helpers.template_cache import of_theme
from noticeboard_mkdocs import files as mkdocs_files
from noticeboard_mkdocs.config import missing_file_problems
from noticeboard_mkdocs.edited_texts import stamps_of
from noticeboard_mkdocs.finishing import finish_pages
from noticeboard_mkdocs.kept_docs import FilesAskedFor, KeptDocs
from noticeboard_mkdocs.kept_pages import TEMPLATE, KeptPages
from noticeboard_mkdocs.live_site import Stamps, WholeBuild
from noticeboard_mkdocs.nav import leave_links_to_checks, nav_problems
from noticeboard_mkdocs.options import edition_of, settings_of
from noticeboard_mkdocs.pages import BoardPage, Kept, as_text, page_file, print_as_text, searched
from noticeboard_mkdocs.preview import Preview, log_problems
from noticeboard_mkdocs.requests import Requests
from noticeboard_mkdocs.shared_nav import SharedNavigation
from noticeboard_mkdocs.switch import Switch
from noticeboard_mkdocs.theme_config import complete
from noticeboard_mkdocs.theme_script import needs_theme_script
from noticeboard_mkdocs.unchanged import LastBuild

__all__ = [
    "on_build_error", "on_config", "on_env", "on_files", "on_nav", "on_page_content", "on_page_read_source", "on_post_build",
    "on_post_page", "on_post_template", "on_pre_build", "on_pre_page", "on_serve", "on_startup",
]  # fmt: skip

log = logging.getLogger("mkdocs.hooks.noticeboard")


class Door:
    """What the events of one build share."""

    def __init__(self) -> None:
        self.serving = False
        self.code = CodeState.now()
        self.is_command = False
        self.switch = Switch()
        self.last_build = LastBuild()
        self.kept = KeptPages()
        self.preview = Preview()
        self.known: KnownDocuments | None = None
        # Of the build that is running: a preview builds again and again.
        self.site: Site
        self.renderer: PageRenderer
        self.kept_docs: KeptDocs
        self.is_live = False
        """Whether pages and files are made when they are asked for."""
        self.home: str
        self.hand_written: list[HandWritten]
        self.warnings: list[Problem]
        self.found: tuple[File, ...]
        self.stamps: Stamps
        self.forge: Forge | None
        self.renderer_of: Callable[..., PageRenderer]
        self.files: Files
        self.env: Environment
        self.nav: Navigation
        self.navigation: SharedNavigation
        self.requests: Requests

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.serving = command == "serve"
        self.is_command = command == "build" and not dirty
        if self.serving:
            self.preview.begin()

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """MkDocs knows of few forges where they edit files; and it would empty the site folder long before a new site is whole."""
        for key in ("site_name", "site_description", "site_author"):
            if config[key]:
                # Themes print them as they come; nothing escapes them twice.
                config[key] = escape(config[key])
        complete(config)
        if config.repo_url and config.edit_uri is None:
            config.edit_uri = usual_edit_uri(config.repo_url, Path(config.docs_dir).name)
        if not self.serving:
            self.switch.open(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read everything and stop on errors, before MkDocs empties the site folder. A preview goes on with what is sound."""
        settings, edition = settings_of(config), edition_of(drafts=self.serving)
        self.last_build.begin(config, edition)
        if not self.serving:
            self._end_early(config, edition)
        root = Path(config.config_file_path).parent
        self.known = self.known or KnownDocuments.at(root)
        self.stamps = stamps_of(root) if self.serving else {}
        self.site = load(
            root,
            settings,
            edition,
            reading=start_reading(root, settings, self.known),
            site_url=config.site_url,
        )
        if self.site.settings.trust_docs:
            log.info(f"{TRUSTED}（extra.board.trust_docs）。")
        else:
            leave_links_to_checks(config)
        self.warnings = list(self.site.problems)
        if self.serving:
            self.preview.found(self.site)
            restart = [RESTART] if self.code.changed() else []
            self.preview.found_also(restart)
            log_problems([*self.site.problems, *restart])
        elif self.site.must_stop(strict=config.strict):
            log_problems(self.site.problems)
            raise PluginError(f"发现 {len(self.site.problems)} 个问题，没有生成网站，原来的网站没有改动。")
        self.kept.begin(config, self.last_build.frame, self.site, serving=self.serving)
        # A template of one's own may say anything; MkDocs fills it, for the documents' own pages.
        edit_uri = None if config.edit_uri_template else config.edit_uri
        self.forge = forge_of(config.repo_url, edit_uri, Path(config.docs_dir).name)
        self.renderer_of = partial(
            PageRenderer,
            directory_urls=config.use_directory_urls,
            forge=self.forge,
            site_url=config.site_url,
        )
        self.renderer = self.renderer_of(self.site.catalog, frame=self.kept.frame, store=self.kept.store)
        # Whoever trusts docs/ answers for its pages, and may let them say anything.
        frame = self.kept.frame if self.renderer.state and not self.site.settings.trust_docs else ""
        # Where others have a say in pages, these are made while they can have it.
        self.is_live = self.serving and bool(self.kept.frame)
        self.kept_docs = KeptDocs(
            self.kept.store, frame, "" if self.is_live else self.renderer.state, TEMPLATE
        )
        self.hand_written, self.home = [], ""
        self.requests = Requests()

    def _end_early(self, config: MkDocsConfig, edition: Edition) -> None:
        """Ends the program `mkdocs build` where there is nothing to do; no event can end a build that others call."""
        if self.is_command and self.last_build.is_this(config, self.switch.target, edition):
            log.info(UNCHANGED)
            sys.exit(0)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        mkdocs_files.leave_out_irregular(files)
        if not self.site.settings.trust_docs:
            mkdocs_files.leave_out(files, self.site.left_out)
            mkdocs_files.clean_photos(files, config)
        # MkDocs forgets a file when another one of its name is appended.
        self.found = tuple(files)
        has_home = files.get_file_from_path("index.md") is not None
        pages = [page for page in self.site.pages if page.address != HOME or not has_home]
        rendered, made = ({}, None) if self.is_live else self.renderer.make(pages, self.site.assets)
        kept = Kept(TEMPLATE, self.kept.store.read, self.renderer.render)
        for page in pages:
            edit_url = self.forge.edit_url(page.source) if self.forge and page.source else None
            files.append(page_file(page, rendered.get(page.address), kept, self.site.root, config, edit_url))
        mkdocs_files.add_assets(files, self.site, made, config)
        mkdocs_files.leave_out_of_theme(files, config)
        if self.site.settings.colour:
            mkdocs_files.add_colour(files, self.site.settings.colour, config)
        mkdocs_files.minify_scripts(files, config)
        mkdocs_files.join_styles(files, config)
        self.requests.look_at_styles(files, config)
        self._check_nav(files, config)
        return FilesAskedFor(files)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        print_as_text(nav)
        self.nav, self.navigation, self.files = nav, SharedNavigation(nav), files
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """The theme's footer says whose board it is, and of which day. All pages are rendered now: the index can be made."""
        self.kept.add_template(env)
        env.bytecode_cache = env.bytecode_cache or of_theme(env)
        env.globals["board"] = self.site.catalog
        env.globals["navigation"] = self.navigation
        env.globals["preview"] = self.serving
        env.globals["needs_theme_script"] = needs_theme_script(config)
        env.globals["is_empty"] = self.site.has_no_document
        env.globals["has_forms"] = has_forms(self.site.catalog)
        guide = files.get_file_from_path("guide/index.md")
        env.globals["guide"] = guide.url if guide else None
        if self.site.settings.search and not self.is_live:
            mkdocs_files.add_index(files, self.site, self.hand_written, config, self.renderer.state)
        written = dict.fromkeys((*self.found, *files))
        self._refuse(clash_problems(mkdocs_files.outputs(written, config)), "有文件的网址相同")
        self._refuse(missing_file_problems(config, files), "有样式、脚本或图片找不到")
        self.env = env
        self.kept.leave(files, self.switch.begin_with)
        if not self.serving:
            finish_pages(self.kept, self.requests, files, self.nav, env, config)
        return env

    def _refuse(self, problems: Sequence[Problem], why: str) -> None:
        """Stops before anything is published; a preview goes on, and tells of them."""
        if not problems:
            return
        log_problems(problems)
        if not self.serving:
            raise PluginError(f"{why}，没有生成网站，原来的网站没有改动。")
        self.preview.found_also(problems)

    def on_pre_page(self, page: MkDocsPage, *, config: MkDocsConfig, files: Files) -> MkDocsPage:
        self.kept_docs.begin(page, files)
        return page

    def on_page_read_source(self, *, page: MkDocsPage, config: MkDocsConfig) -> str | None:
        """Of a kept page nothing need be read."""
        return "" if self.kept_docs.is_kept(page) else None

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Hand-written pages are cleaned and can be found; the front page becomes part of the board's."""
        if isinstance(page, BoardPage):
            return html
        if self.kept_docs.is_kept(page):
            self.hand_written += filter(None, [self.kept_docs.restore(page)])
            return ""
        if not self.site.settings.trust_docs:
            html = clean_page(html)
            as_text(page)
        found = None if is_excluded(page.meta.get("search")) else searched(page, html)
        self.hand_written += filter(None, [found])
        self.kept_docs.note(page, files, found)
        if page.file.src_uri != "index.md":
            return html
        self.home = html
        home = next(page for page in self.site.pages if page.address == HOME)
        page.meta = {**home.meta, **page.meta}
        page.alternates = home.alternates  # type: ignore[attr-defined]  # For the theme's templates.
        page.toc = get_toc([])
        return self.renderer.render(home, text=Markup(html)).html

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        if template_name.endswith(".html"):
            self.requests.look_at_page(output, template_name, config)
        return output

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Whoever trusts docs/ answers for its pages."""
        if self.kept.was_used(page) or self.kept_docs.is_kept(page):
            return output
        is_looked_at = isinstance(page, BoardPage) or not self.site.settings.trust_docs
        # What was kept is not looked at again: a page that asks for something is not kept.
        if not is_looked_at or self.requests.look_at_page(output, page.url, config):
            self.kept.keep(page, output)
            self.kept_docs.keep(page, output)
        return output

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        self._refuse(self.requests.problems, "网页会从别的网站取东西")
        self.kept.end(len(self.site.pages) if self.is_live else 0)
        if self.is_live:
            built = WholeBuild(
                self.site,
                self.stamps,
                config,
                self.env,
                self.nav,
                self.files,
                self.forge,
                self.renderer_of,
                self.hand_written,
                self.home,
            )
            self.preview.made(built)
        self.switch.done(config, partial(self._published, config))

    def _published(self, config: MkDocsConfig, site_dir: Path) -> None:
        """What goes out with a warning is named last, where it is read."""
        if warnings := sum(problem.is_warning for problem in self.warnings):
            log.warning(f"网站生成好了，带着 {warnings} 个警告：")
        log_problems(self.warnings)
        stamps = self.last_build.done(config, self.site, site_dir)
        self.switch.note(stamps, self.kept.keys(self.files))

    def on_build_error(self, *, error: Exception) -> None:
        self.switch.failed(error)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        if self.serving:
            self.preview.attach(server, Path(config.config_file_path))
            self.preview.watch(config)
        return server

    def _check_nav(self, files: Files, config: MkDocsConfig) -> None:
        """Tells of pages that are missing in the navigation, or from it, in place of MkDocs."""
        wrong = [problem for problem in nav_problems(config, files) if problem not in self.site.problems]
        self.warnings += wrong
        if self.serving:
            self.preview.found_also(wrong)
        if self.serving or config.strict:
            log_problems(wrong)


_door = Door()
on_startup = _door.on_startup
on_config = _door.on_config
on_pre_build = _door.on_pre_build
on_files = _door.on_files
on_nav = _door.on_nav
on_env = _door.on_env
on_pre_page = _door.on_pre_page
on_page_read_source = _door.on_page_read_source
on_page_content = _door.on_page_content
on_post_template = _door.on_post_template
on_post_page = _door.on_post_page
on_post_build = _door.on_post_build
on_build_error = _door.on_build_error
on_serve = _door.on_serve
