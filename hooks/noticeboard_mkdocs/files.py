"""The files that MkDocs found and was given, before it writes them: which go out, under which address, and how short."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from errno import ENOENT
from functools import cached_property
from hashlib import sha256
from itertools import takewhile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from rjsmin import jsmin

from noticeboard import pinyin
from noticeboard.build import Site
from noticeboard.cache import Cache, cache_folder
from noticeboard.content.repository.photo_location import published_bytes
from noticeboard.search.index import index_assets
from noticeboard.search.index_blocks import CACHE
from noticeboard.search.known_texts import KnownTexts
from noticeboard.search.texts import HandWritten, texts_of
from noticeboard.views import Asset
from noticeboard.views.helpers.outputs import Output
from noticeboard_mkdocs.theme_config import own_folders
from noticeboard_mkdocs.theme_script import SCRIPT, has_theme_search, needs_theme_script


class CopiedFile(File):
    """A file that is published as it lies there, but for what a camera has written of the place."""

    def copy_file(self, dirty: bool = False) -> None:
        super().copy_file(dirty)
        if self.abs_src_path and (changed := published_bytes(Path(self.abs_src_path))) is not None:
            Path(self.abs_dest_path).write_bytes(changed)


def copied_bytes(place: Path) -> bytes:
    """What is published of a file that is copied. Raises OSError."""
    if not place.is_file():
        # To open a pipe waits for ever.
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(place))
    changed = published_bytes(place)
    return place.read_bytes() if changed is None else changed


def clean_photos(files: Files, config: MkDocsConfig) -> None:
    """The pictures and films of docs/ go out without the places where they were taken."""
    for file in list(files.media_files()):
        if file.src_dir == config.docs_dir and file.generated_by is None:
            files.remove(file)
            files.append(
                CopiedFile(
                    file.src_uri,
                    config.docs_dir,
                    config.site_dir,
                    config.use_directory_urls,
                    inclusion=file.inclusion,
                )
            )


def leave_out_irregular(files: Files) -> None:
    """Takes away pipes and the like, which a preview goes on in spite of: to open one waits for ever."""
    for file in list(files):
        if file.abs_src_path and not Path(file.abs_src_path).is_file():
            files.remove(file)


def leave_out(files: Files, paths: frozenset[str]) -> None:
    """Takes away what docs/ may not publish. MkDocs reads pages of other endings too, which nobody has checked."""
    for file in list(files):
        unchecked = file.is_documentation_page() and not file.src_uri.endswith(".md")
        if file.generated_by is None and (file.src_uri in paths or unchecked):
            files.remove(file)


def leave_out_of_theme(files: Files, config: MkDocsConfig) -> None:
    """Takes away what the theme brings and nothing asks for: maps for those who write it, its search where that is off, its script.

    That is a third of the site of a small board; the scripts name their maps no more.
    """
    script = () if needs_theme_script(config) else (SCRIPT,)
    unused = (*script, *(() if has_theme_search(config) else _OF_ITS_SEARCH))
    for file in _of_theme(files, config):
        if file.src_uri.endswith(".map") or file.src_uri.startswith(unused):
            files.remove(file)
        elif file.src_uri.endswith((".min.js", ".min.css")):
            file.content_string = _MAP_NAME.sub("", file.content_string)


_OF_ITS_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/search.")
_MAP_NAME = re.compile(r"\s*(?://[#@] ?sourceMappingURL=\S+|/\*[#@] ?sourceMappingURL=[^*]+\*/)\s*\Z")


def _of_theme(files: Files, config: MkDocsConfig) -> list[File]:
    """The files of the theme itself, without those that lie in `overrides`."""
    folders = {folder for folder in config.theme.dirs if folder != config.theme.custom_dir}
    return [file for file in files if file.generated_by is None and file.src_dir in folders]


class MadeFile(File):
    """A file that a build makes."""

    stands = False
    """Whether nobody need write it: it lies in the new site already."""

    @cached_property
    def key(self) -> str:
        """Digest of what it holds. Nobody is to give it another content later."""
        return sha256(self.content_bytes).hexdigest()

    def copy_file(self, dirty: bool = False) -> None:
        if not self.stands:
            super().copy_file(dirty)


class FileForLater(File):
    """A file that is made when it is asked for."""

    def copy_file(self, dirty: bool = False) -> None:
        pass


def add_assets(
    files: Files, site: Site, made: Mapping[str, bytes | str] | None, config: MkDocsConfig
) -> None:
    """Adds the files that are no pages: those of documents as they lie there, and those that were `made`, by address; None where that is done later."""
    for asset in site.assets:
        if asset.source is not None:
            file = CopiedFile.generated(config, asset.address, abs_src_path=str(site.root / asset.source))
        elif made is None:
            file = FileForLater.generated(config, asset.address, content="")
        else:
            file = MadeFile.generated(config, asset.address, content=made[asset.address])
        files.append(file)


def add_index(
    files: Files, site: Site, hand_written: Iterable[HandWritten], config: MkDocsConfig, state: str
) -> None:
    """Adds the index of the search, when all pages are rendered; `state` as `texts_of` takes it."""
    for asset in index_of(site, hand_written, config, state):
        files.append(MadeFile.generated(config, asset.address, content=asset.made()))


def index_of(
    site: Site, hand_written: Iterable[HandWritten], config: MkDocsConfig, state: str = ""
) -> Iterator[Asset]:
    """The files of the index, of the board's texts and the pages of docs/ that are `hand_written`."""
    pages = tuple(sorted(hand_written, key=lambda page: page.address))
    cache = Cache.at(site.root)
    known = KnownTexts(cache, site.settings)
    texts = texts_of(site.catalog, pages, known, state)
    yield from index_assets(
        texts,
        site.settings,
        site.edition.today,
        directory_urls=config.use_directory_urls,
        cache=cache_folder(site.root, CACHE),
    )
    known.save(len(texts))
    pinyin.keep(cache)


def add_colour(files: Files, colour: str, config: MkDocsConfig) -> None:
    """The board's own main colour, as the last of the styles. Dark pages keep the look's, which is light enough for them."""
    address = "assets/stylesheets/colour.css"
    files.append(File.generated(config, address, content=f":root {{ --nb-red: {colour}; }}\n"))
    config.extra_css = [*config.extra_css, address]


def outputs(files: Iterable[File], config: MkDocsConfig) -> Iterator[Output]:
    """All files that MkDocs will write: those of docs/, the theme, `overrides` and ours."""
    for file in files:
        if not file.inclusion.is_excluded():
            yield Output(file.dest_uri, _source_of(file, config))
        if _hides_one_of_the_theme(file, config):
            yield Output(file.dest_uri, f"主题的 {file.src_uri}")
    for name in config.theme.static_templates:
        yield Output(name, f"主题的 {name}")


def _source_of(file: File, config: MkDocsConfig) -> str:
    if file.src_dir == config.docs_dir:
        return f"{Path(config.docs_dir).name}/{file.src_uri}"
    return file.src_uri if file.generated_by is None else f"程序生成的 {file.src_uri}"


def _hides_one_of_the_theme(file: File, config: MkDocsConfig) -> bool:
    """MkDocs leaves out a theme's file where docs/ has one of its name."""
    return file.src_dir == config.docs_dir and any(
        Path(folder, file.src_uri).is_file() for folder in config.theme.dirs
    )


def minify_scripts(files: Files, config: MkDocsConfig) -> None:
    """Takes comments and indents out of our own scripts; those of the theme are as short as they get."""
    ours = own_folders(config)
    for file in files.javascript_files():
        if file.abs_src_path and any(map(Path(file.abs_src_path).is_relative_to, ours)):
            file.content_string = jsmin(file.content_string)


def join_styles(files: Files, config: MkDocsConfig) -> None:
    """Puts `extra_css` into its first file: a page is painted when all its stylesheets have come, and each is an answer more."""
    config.extra_css = [*dict.fromkeys(config.extra_css)]
    styles = [file for path in config.extra_css if (file := files.get_file_from_path(path)) is not None]
    if len(styles) < 2 or len(styles) < len(config.extra_css):
        return
    folder = Path(styles[0].dest_uri).parent
    # What stands in another folder may name its pictures from there.
    first, *others = takewhile(lambda style: Path(style.dest_uri).parent == folder, styles)
    first.content_string = "\n".join(style.content_string for style in (first, *others))
    for other in others:
        files.remove(other)
    config.extra_css = [first.dest_uri, *config.extra_css[1 + len(others) :]]
