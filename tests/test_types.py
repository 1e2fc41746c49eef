"""What the type checker is told: to be strict, and to pass over nothing that has types."""

from __future__ import annotations

import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
MYPY = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]


def test_all_of_the_program_is_checked_strictly() -> None:
    assert MYPY["files"] == ["hooks"]
    assert MYPY["strict"] is True
    known = {"files", "mypy_path", "explicit_package_bases", "strict", "untyped_calls_exclude", "overrides"}
    assert MYPY.keys() <= known, "每一项放宽检查的设置，都要在这里写上"


def test_only_libraries_without_types_of_their_own_are_passed_over() -> None:
    (override,) = MYPY["overrides"]
    assert override.keys() == {"module", "ignore_missing_imports"}
    for module in override["module"]:
        name = module.removesuffix(".*")
        spec = find_spec(name)
        assert spec and spec.origin, name
        place = Path(spec.origin).parent
        assert not (place / "py.typed").exists(), f"{name} 有了自己的类型，请从 pyproject.toml 里删去"
        assert not (place.parent / f"{name}-stubs").exists(), name


def test_every_ignored_error_is_named_and_has_its_reason_beside_it() -> None:
    ignored = [
        f"{path.name}: {line.strip()}"
        for path in sorted((ROOT / "hooks").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"#\s*(?:type|mypy):", line)
    ]
    assert [line for line in ignored if not re.search(r"# type: ignore\[[a-z-]+\]  # [A-Z]", line)] == []
