"""Where a file may be that is not where a document says."""

from __future__ import annotations

import posixpath
import unicodedata
from urllib.parse import unquote

from noticeboard.checks.board import Board
from noticeboard.content.repository.paths import DOCUMENT, is_passed_over
from noticeboard.content.similar_names import homophone, nearest

_FEW = 100
"""In a folder of more files, a camera's, one that looks alike is no help, and the search takes its time."""


def path_hint(path: str, board: Board) -> str:
    """A hint for the officer who wrote the path of a file in plans/ that is not there."""
    folder, name = posixpath.split(path)
    shown = next((document.path for document in board.all_documents if document.address == f"{path}/"), None)
    if shown is not None:
        return f"这是网页的地址，请链接到文件本身：“/{shown}”。"
    if path in board.names_by_folder:
        inside = board.names_by_folder[path][0]
        return f"这是一个文件夹，请写出里面的文件，例如“/{path}/{inside}”。"
    if any(part[0] in "._" for part in path.split("/")):
        return "名字以“_”或“.”开头的文件和文件夹不会发布，请改名。"
    if is_passed_over(name):
        return "这是别的程序留下的临时文件，不会发布；请写原来那个文件的名字。"
    names = board.names_by_folder.get(folder, ())
    if cut := next((other for other in names if other.startswith((f"{name}#", f"{name}?"))), None):
        return f"“{cut}”的名字里有“#”或“?”，网址里它们是别的意思，请给文件改名，去掉它们。"
    if coded := next((other for other in names if "%" in other and unquote(other) == unquote(name)), None):
        return f"“{coded}”的名字里有“%”，网址里它是别的意思，请给文件改名：“{unquote(coded)}”。"
    if other := next((other for other in names if _composed(other) == _composed(name)), None):
        return (
            f"“{other}”看起来一样，写法不同（多半是苹果电脑上存的），请给文件重新起名：“{_composed(name)}”。"
        )
    searched = names if len(names) <= _FEW else ()
    typed = unquote(name)
    if near := homophone(typed, searched):
        return f"是不是“{near}”？"
    if name in board.path_by_name:
        return f"同名的文件在另一个文件夹，请改成“/{board.path_by_name[name]}”。"
    stem, ending = posixpath.splitext(typed)
    # Nobody means a text who links a table.
    stems = {
        posixpath.splitext(other)[0]: other
        for other in searched
        if not ending or other.lower().endswith(DOCUMENT) == (ending.lower() == DOCUMENT)
    }
    if near := nearest(stem, stems):
        return f"是不是“{stems[near]}”？"
    return f"请把文件放进“{folder}”文件夹，或改正文件名（大小写也要一致）。"


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
