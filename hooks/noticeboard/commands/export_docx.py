"""`board export-docx`: a document as a Word file, in the layout of an official paper."""

from __future__ import annotations

from pathlib import Path, PurePath

import click

from noticeboard.atomic import replace_file
from noticeboard.catalog.catalog import build_catalog
from noticeboard.commands.project import edition_of, find_root, root_option, settings_of, wanted_below
from noticeboard.content.document_set import read_documents
from noticeboard.content.repository.files import list_files
from noticeboard.content.repository.history import History
from noticeboard.writing.word_file import word_file
from noticeboard.writing.word_pictures import PictureFiles


@click.command(
    name="export-docx",
    help="把一份文件写成 Word 文件，按公文的样子排好。改好以后，用 board import 还能变回来。",
)
@click.argument("document", metavar="文件", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="写成哪个文件，默认用它的标题，放在当前文件夹。",
)
@click.option("--force", is_flag=True, help="那个文件已经有了也写。")
@root_option
def export_docx(document: Path, output: Path | None, force: bool, root: Path | None) -> None:
    folder = find_root(root)
    settings = settings_of(folder)
    is_wanted = wanted_below(folder, [document])
    documents = read_documents(folder, settings).valid
    files = list_files(folder)
    catalog = build_catalog(documents, settings, edition_of().today, files, History())
    found = next((one for one in documents if is_wanted(one.path)), None)
    if found is None:
        raise click.ClickException(f"“{document}”不是能登出来的文件，请先运行 board check。")
    place = output or Path(f"{PurePath(found.path).stem}.docx")
    if place.exists() and not force:
        raise click.ClickException(f"“{place}”已经有了，没有动它。要换上新的，请加 --force。")
    replace_file(place, word_file(catalog, found, PictureFiles(folder, files)))
    click.echo(f"已写好 {place}。")
