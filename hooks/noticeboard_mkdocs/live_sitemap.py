"""The list of all pages for search engines, of a preview whose texts have been edited since MkDocs made it."""

from __future__ import annotations

import gzip
import io
from collections.abc import Mapping, Sequence

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_build_timestamp, get_relative_url

SITEMAP = "sitemap.xml"
PACKED = f"{SITEMAP}.gz"


def sitemap_of(
    files: Sequence[File], nav: Navigation, env: Environment, config: MkDocsConfig
) -> Mapping[str, bytes]:
    """Path → content of both files, of the pages of all `files`: what MkDocs writes. Raises what a template raises."""
    context = get_context(nav, files, config, base_url=get_relative_url(".", SITEMAP))
    plain = env.get_template(SITEMAP).render(context).encode()
    packed = io.BytesIO()
    made = get_build_timestamp(pages=[file.page for file in files if file.page])
    with gzip.GzipFile(PACKED, "wb", fileobj=packed, mtime=made) as stream:
        stream.write(plain)
    return {SITEMAP: plain, PACKED: packed.getvalue()}
