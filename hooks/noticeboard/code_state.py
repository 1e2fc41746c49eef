"""Whether the program's own files have changed since it was loaded: a running preview keeps the old code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from noticeboard.problems import Diagnostic, Fault, Level

_PACKAGE = Path(__file__).parent
_PACKAGES = (_PACKAGE, _PACKAGE.with_name("noticeboard_mkdocs"))
"""The program and its door to MkDocs."""

CODE_CHANGED = Diagnostic("code-changed", Level.WARNING)
RESTART = Fault(CODE_CHANGED, "程序改动了。", "请按 Ctrl+C 停下预览，再重新启动，新程序才会生效。").at(
    "hooks", 1, 1
)
"""What a preview says after such a change."""


@dataclass(frozen=True, slots=True)
class CodeState:
    """Path → time of the last change, in nanoseconds, of every file of code."""

    times: Mapping[Path, int]

    @classmethod
    def now(cls) -> CodeState:
        """The modification times of the program's modules, in nanoseconds."""
        # Not all that lies beside them: an installed program has every other package there.
        files = (path for folder in _PACKAGES if folder.is_dir() for path in sorted(folder.rglob("*.py")))
        # Tables of words are read once, like code.
        return cls(
            {path: path.stat().st_mtime_ns for path in (*files, *sorted(_PACKAGE.glob("privacy/words/*.md")))}
        )

    def changed(self) -> bool:
        """Whether a module was changed, added or removed since."""
        return CodeState.now() != self
