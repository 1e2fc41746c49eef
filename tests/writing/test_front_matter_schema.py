"""The front matter's schema: up to date, and of one mind with the reader where it speaks."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from noticeboard.content.document_reader import KNOWN_KEYS, REFUSED
from noticeboard.content.documents import TYPES
from noticeboard.content.fields import declarations
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.site_file import read_site_file
from noticeboard.writing.front_matter_schema import front_matter_schema, main, schema_text

ROOT = Path(__file__).parents[2]
SITE, _ = read_site_file(ROOT)
SCHEMA = front_matter_schema(SITE)


class _AsAnEditorReads(yaml.SafeLoader):
    """YAML 1.2, as editors read it: a date is a text, and so is 是."""


_AsAnEditorReads.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "value", "merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(front_matter: str, schema=SCHEMA) -> list[str]:
    value = yaml.load(front_matter, _AsAnEditorReads)
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(value)]


def test_the_file_is_up_to_date(tmp_path, monkeypatch) -> None:
    assert (ROOT / "docs/assets/front-matter.schema.json").read_text(encoding="utf-8") == schema_text(SITE), (
        "run: make guide"
    )
    monkeypatch.chdir(ROOT)
    main(str(tmp_path / "assets" / "s.json"))
    assert (tmp_path / "assets" / "s.json").read_text(encoding="utf-8") == schema_text(SITE)


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("kind", TYPES.values(), ids=lambda kind: kind.type)
def test_every_field_has_both_its_names_and_its_help(kind) -> None:
    own = SCHEMA["definitions"][kind.type]
    known = {**SCHEMA["properties"], **own["properties"]}
    for field in declarations(kind):
        for key in (field.chinese, field.name):
            assert field.help in known[key]["description"]
            assert key in own["propertyNames"]["enum"]
    assert set(own["propertyNames"]["enum"]) <= KNOWN_KEYS - set(REFUSED)


DOCUMENTS = sorted(path for path in (ROOT / "plans").rglob("*.md") if not path.name.startswith("_"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_sample_document_is_accepted(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8").split("---\n")[1]) == []


@pytest.mark.parametrize(
    ("front_matter", "word"),
    [
        ("标题: 一\n日期: 2026-03-01", ""),
        ("类型: 公告\n标题: 一\n日期: 2026-03-01", "公告"),
        ("类型: 计划\n标题: 一\n日期: 2026-03-01", ""),
        ("类型: 通知\n标题: 一\n日期: 2026-03-01\n期间: 2026年", "期间"),
        ("类型: 通知\n标题: 一\n日期: 2026-03-01\n责任部们: 一", "责任部们"),
        ("类型: 通知\n标题: 一\n日期: 2026-03-01\ntemplate: x", "template"),
        ("类型: 通知\n标题: 一\ntitle: 二\n日期: 2026-03-01", ""),
        ("类型: 通知\n标题: [一]\n日期: 2026-03-01", "一"),
        ("类型: 通知\n标题: 一\n日期: 2026-03-01\n单位: 西校区", "西校区"),
        ("类型: 公开\n标题: 一\n日期: 2026-03-01\n类别: 食堂\n责任部门: 一", "食堂"),
        ("类型: 通知\n标题: 一\n日期: 2026-03-01\n附件:\n  - 文件: a\n    姓名: b", ""),
    ],
)
def test_what_the_reader_refuses_is_marked(front_matter: str, word: str) -> None:
    found = faults(front_matter)
    assert found
    assert any(word in message for message in found)


@pytest.mark.parametrize(
    "front_matter",
    [
        "type: notice\ntitle: 2026\ndate: 2026-03-01",
        "类型: 通知\ntitle: 一\n日期: 2026-03-01\n标签: 一、二\n置顶: 是\n草稿: true\n附件:",
        "类型: 通知\n标题: 一\n日期: 2026-03-01\n附件:\n  - a.pdf\n  - {文件: b.pdf, 名称: 乙}\nsearch: {exclude: true}",
        "类型: 计划\n标题: 一\n日期: 2026-03-01\n期间: 2026\n目标:\n  - 建会率: ≥95%\n  - 建议：每人3条",
        "类型: 总结\n标题: 一\n日期: 2026-03-01\n期间: 2026年\n数据: {慰问: 278人次}\n计划: [a.md, b.md]",
    ],
)
def test_what_the_reader_takes_is_not_marked(front_matter: str) -> None:
    assert faults(front_matter) == []


def test_units_and_categories_are_the_sites_own() -> None:
    schema = front_matter_schema(Settings(kind="village", units=("村工会",)))
    assert faults("类型: 通知\n标题: 一\n日期: 2026-03-01\n单位: 村工会", schema) == []
    assert faults("类型: 通知\n标题: 一\n日期: 2026-03-01\n单位: 晨光小学工会", schema) != []
