"""Old and foreign files → Word files, by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

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
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
    # A proxy that is not there: what still asks for another machine reaches none.
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetNoProxy", ""),
)
"""No macro runs, no link is followed: LibreOffice would fetch the pictures that a file only links to."""


@contextmanager
def word_files() -> Iterator[Converter]:
    """What makes Word files, whose folder goes when the block ends."""
    with ExitStack() as stack:
        yield Converter(stack)


class Converter:
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
        profile = f"-env:UserInstallation={_profile(self._folder).as_uri()}"
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


def _profile(folder: Path) -> Path:
    """A profile of its own: settings of the user, macros among them, play no part."""
    profile = folder / "profile"
    place = profile / "user" / "registrymodifications.xcu"
    if not place.exists():
        place.parent.mkdir(parents=True)
        items = "".join(
            f'<item oor:path="/org.openoffice.{"" if path.startswith("Inet") else "Office."}{path}">'
            f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
            for path, name, value in _SETTINGS
        )
        place.write_text(
            f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
            encoding="utf-8",
        )
    return profile
