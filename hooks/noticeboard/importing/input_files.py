"""Which files an import reads, and what LibreOffice must turn into Word files before."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from noticeboard.importing.draft import Draft
from noticeboard.importing.process import read_drafts
from noticeboard.importing.reading import ENDINGS

BY_LIBRE_OFFICE = (".doc", ".wps", ".rtf", ".odt")
"""What is read where LibreOffice is installed."""
_LONGEST = 120
"""Seconds for one file: the first start of LibreOffice takes long."""
_PROGRAMS = ("soffice", "libreoffice")
_REFUSED = {
    ".xls": "它是表格，请把表格复制到 Word 里再导入",
    ".xlsx": "它是表格，请把表格复制到 Word 里再导入",
    ".ppt": "它是幻灯片，请把文字复制到 Word 里再导入",
    ".pptx": "它是幻灯片，请把文字复制到 Word 里再导入",
}


def files_below(places: Sequence[Path]) -> Iterator[Path]:
    """The files that are named, and of each folder those of a known kind, in the order of their names; each once."""
    seen: set[Path] = set()
    for place in places:
        found = sorted(_in_folder(place)) if place.is_dir() else [place]
        for path in found:
            if path.resolve() not in seen:
                seen.add(path.resolve())
                yield path


def _in_folder(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        is_hidden = any(part.startswith((".", "_", "~$")) for part in path.relative_to(folder).parts)
        if not is_hidden and path.is_file() and path.suffix.lower() in (*ENDINGS, *BY_LIBRE_OFFICE):
            yield path


def drafts_of(places: Sequence[Path]) -> Iterator[Draft | str]:
    """What becomes of each file, in that order: its draft, or a Chinese clause that says why there is none."""
    with _word_files() as convert:
        readable = [convert(place) for place in places]
        drafts = read_drafts([path for path in readable if isinstance(path, Path)])
        for path in readable:
            yield path if isinstance(path, str) else next(drafts)


@contextmanager
def _word_files() -> Iterator[_Convert]:
    with ExitStack() as stack:
        yield _Convert(stack)


class _Convert:
    """A file → one that is read without help, or why there is none. What it makes is removed with its stack."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._folder: Path | None = None

    def __call__(self, place: Path) -> Path | str:
        ending = place.suffix.lower()
        if not place.exists():
            return "找不到它"
        if ending in ENDINGS:
            return place
        if ending not in BY_LIBRE_OFFICE:
            return _REFUSED.get(ending, "不认识这种文件")
        program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
        if program is None:
            return f"读 {ending} 要先装 LibreOffice；也可以用 Word 或 WPS 打开，另存为 .docx 再导入"
        return self._converted(program, place)

    def _converted(self, program: str, place: Path) -> Path | str:
        if self._folder is None:
            self._folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
        out = Path(tempfile.mkdtemp(dir=self._folder))
        # A profile of its own: settings of the user, macros among them, play no part.
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        command = [
            program,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            "docx",
            "--outdir",
            str(out),
            str(place.resolve()),
        ]
        try:
            subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_LONGEST,
            )
        except subprocess.TimeoutExpired:
            return "LibreOffice 读它用的时间太长"
        except OSError:
            return "LibreOffice 打不开"
        return next(
            iter(sorted(out.glob("*.docx"))),
            "LibreOffice 没有读懂它，请用 Word 或 WPS 打开，另存为 .docx 再导入",
        )
