"""What broke off the making of a preview → one problem with a file and a line."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from jinja2 import TemplateNotFound, TemplateSyntaxError

from noticeboard.content.repository.irregular_files import UNREADABLE
from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.problems import Diagnostic, Fault, Level, Problem

TEMPLATE = Diagnostic("template", Level.ERROR)
UNREADABLE_PAGE = Diagnostic("unreadable-page", Level.ERROR)
UNWRITABLE_PAGE = Diagnostic("unwritable-page", Level.ERROR)
PROGRAM_FAULT = Diagnostic("program-fault", Level.ERROR)

_PACKAGE = Path(__file__).parents[1]
_PACKAGES = (_PACKAGE, _PACKAGE.with_name("noticeboard_mkdocs"))
_OURS = _PACKAGE.parents[1]
"""What the paths of the program's files are told from."""
_TEMPLATES = (".html", ".xml", ".md")
_AGAIN = "改好保存以后，预览会自动再试。"
_NOT_YOURS = "这不是你写的内容有错，请把终端里的话发给维护程序的人。"


def fault_of(error: BaseException, root: Path) -> Problem:
    """The problem that `error` is, of the file below `root` where it arose.

    That is the file or template which it names, the page that was being read, or else the innermost line of code.
    """
    detail = " ".join(f"{type(error).__name__}: {error}".split())
    page = next(_pages(error), None)
    place, line = _innermost(error, root)
    if isinstance(error, TemplateNotFound):
        message = f"找不到模板“{error.name}”。"
        return _problem(root, place, line, TEMPLATE, message, f"请检查文件名和 {SITE_FILE} 里 theme 的设置。")
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _template(root, Path(error.filename), error.lineno, detail)
    if isinstance(error, OSError) and isinstance(error.filename, str):
        return _unusable_file(root, Path(error.filename), error.strerror or detail)
    if isinstance(error, UnicodeDecodeError) and page:
        line = error.object[: error.start].count(b"\n") + 1
        message = "这一页读不出来，编码不是 UTF-8。"
        return _problem(root, page, line, UNREADABLE_PAGE, message, "请另存为 UTF-8 编码。")
    if place.suffix in _TEMPLATES:
        return _template(root, place, line, detail)
    if page and place.name == SITE_FILE:
        return _problem(root, page, 1, UNREADABLE_PAGE, f"这一页做不成网页（{detail}）。", _AGAIN)
    return _problem(root, place, line, PROGRAM_FAULT, f"程序出了错（{detail}）。", _NOT_YOURS)


def is_of_the_program(problem: Problem) -> bool:
    """Whether nobody wrote it into a file of the board."""
    return problem.code == PROGRAM_FAULT.code


def _unusable_file(root: Path, place: Path, detail: str) -> Problem:
    if _is_below(place, root):
        return _problem(
            root, place, 1, UNREADABLE.diagnostic, f"打不开这个文件或文件夹（{detail}）。", _AGAIN
        )
    name = "/".join(place.parts[-3:])
    message = f"网页“{name}”写不出来（{detail}）。"
    return _problem(root, root / SITE_FILE, 1, UNWRITABLE_PAGE, message, "请检查有没有文件和网页重名。")


def _template(root: Path, place: Path, line: int, detail: str) -> Problem:
    return _problem(root, place, line, TEMPLATE, f"模板的这一行写错了（{detail}）。", _AGAIN)


def _innermost(error: BaseException, root: Path) -> tuple[Path, int]:
    """Where in the board's or the program's own files `error` arose; the first line of the site file where in neither."""
    for frame, line in reversed(_frames(error)):
        place = Path(frame.f_code.co_filename)
        if _is_below(place, root) or any(place.is_relative_to(folder) for folder in _PACKAGES):
            return place, line
    return root / SITE_FILE, 1


def _pages(error: BaseException) -> Iterator[Path]:
    """The pages that were being made, the innermost first: the generator names them only in what it logs."""
    for frame, _ in reversed(_frames(error)):
        place = getattr(getattr(frame.f_locals.get("page"), "file", None), "abs_src_path", None)
        if place:
            yield Path(place)


def _frames(error: BaseException) -> list[tuple[FrameType, int]]:
    """The calls that `error` came through, with their lines, but for that of who caught it."""
    return list(traceback.walk_tb(error.__traceback__))[1:]


def _problem(root: Path, place: Path, line: int, diagnostic: Diagnostic, message: str, hint: str) -> Problem:
    path = _printable(_shown(place, root))
    return Fault(diagnostic, _printable(message), hint).at(path, line, 1)


def _shown(place: Path, root: Path) -> str:
    """The path below the board, or below the program's own folder."""
    for folder in (root, _OURS):
        if _is_below(place, folder):
            return place.relative_to(folder).as_posix()
    return place.name


def _is_below(place: Path, folder: Path) -> bool:
    return place.is_relative_to(folder) and ".venv" not in place.relative_to(folder).parts


def _printable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
