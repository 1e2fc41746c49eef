"""Pages filled into the theme by all processors; MkDocs does one after the other.

It has no event for that: this happens when it is about to begin, and what was finished lies in the new site already. What
is not to be kept, and what fails, is left to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file

from noticeboard.parallel import parallel_map
from noticeboard_mkdocs.kept_pages import KeptPages
from noticeboard_mkdocs.pages import BoardPage
from noticeboard_mkdocs.requests import Requests


def fill(
    page: MkDocsPage, nav: Navigation, all_pages: Sequence[File], env: Environment, config: MkDocsConfig
) -> str:
    """The whole page: its content in the theme. Raises what a template raises."""
    page.active = True
    try:
        context = get_context(nav, all_pages, config, page)
        return env.get_template(str(page.meta.get("template", "main.html"))).render(context)
    finally:
        page.active = False


def finish_pages(
    kept: KeptPages,
    requests: Requests,
    files: Files,
    nav: Navigation,
    env: Environment,
    config: MkDocsConfig,
) -> None:
    """Writes the pages that are to be `kept` and are not. No event but those of the board may have a say in them, which `kept` sees to."""
    all_pages = files.documentation_pages(inclusion=InclusionLevel.is_included)

    def finish(page: BoardPage) -> bool:
        try:
            output = fill(page, nav, all_pages, env, config)
            if not requests.look_at_page(output, page.url, config):
                return False
            write_file(output.encode("utf-8", "xmlcharrefreplace"), page.file.abs_dest_path)
        except Exception:  # MkDocs will meet it too, and tells of it.
            return False
        kept.keep(page, output)
        return True

    new = [file.page for file in all_pages if isinstance(file.page, BoardPage) and file.page.is_to_be_kept]
    # The first one compiles the theme's templates, which the processes of the others find.
    done = [*map(finish, new[:1]), *parallel_map(finish, new[1:])]
    for page, is_kept in zip(new, done, strict=True):
        if is_kept:
            page.take_kept()
            kept.let_stand(page)
