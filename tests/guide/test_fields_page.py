"""The page of fields is what the declarations say."""

from __future__ import annotations

from pathlib import Path

from guide.pages import GUIDE
from noticeboard.content.documents import TYPES
from noticeboard.content.fields import declarations
from noticeboard.writing.guide_tables import fields_page, main


def test_the_page_is_up_to_date() -> None:
    assert (GUIDE / "fields.md").read_text(encoding="utf-8") == fields_page(), "run: make guide"


def test_the_page_names_every_field() -> None:
    rows = [line for line in fields_page().split("\n") if line.startswith("| ")]
    for kind in TYPES.values():
        for field in declarations(kind):
            required = " **必填**" if field.required else ""
            assert f"| {field.chinese} `{field.name}`{required} | {field.kind.shape} | {field.help} |" in rows


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    main(str(tmp_path / "fields.md"))
    assert (tmp_path / "fields.md").read_text(encoding="utf-8") == fields_page()
