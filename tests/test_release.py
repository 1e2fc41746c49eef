"""What a release has besides its wheel."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_SPEC = importlib.util.spec_from_file_location("release", ROOT / ".ci" / "release.py")
assert _SPEC and _SPEC.loader
release = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(release)

CHANGELOG = "# 更新记录\n\n## [0.2.0] - 未发布\n\n- 新\n\n## [0.1.10] - 2026-12-01\n\n- 十\n\n## [0.1.1] - 2026-11-01\n\n- 一\n"


def test_the_notes_are_the_section_of_the_version():
    assert release.notes(CHANGELOG, "0.1.1") == "- 一\n"
    assert release.notes(CHANGELOG, "0.1.10") == "- 十\n"


@pytest.mark.parametrize("number", ["0.2.0", "0.1", "0.3.0", "0.1.1."])
def test_no_version_is_released_without_notes_and_a_day(number):
    with pytest.raises(ValueError):
        release.notes(CHANGELOG, number)


def test_the_bill_names_what_is_installed_and_nothing_for_development():
    bill = release.bill_of_materials((ROOT / "requirements.lock").read_text(encoding="utf-8"), "0.1.0")
    parts = {part["name"]: part for part in bill["components"]}
    assert {"mkdocs", "jinja2", "markupsafe", "pypdf", "click"} <= parts.keys()
    assert {"pytest", "ruff", "playwright", "mypy"}.isdisjoint(parts)
    assert all(part["properties"] and part["purl"].endswith(f"@{part['version']}") for part in parts.values())


def test_another_tag_is_refused(tmp_path):
    with pytest.raises(SystemExit, match="must be v"):
        release.main("v99.0.0", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_version_stands_in_one_place():
    assert release.version("noticeboard") == release.own_version()
