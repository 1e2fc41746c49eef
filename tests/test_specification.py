"""The specification is true: its tables are held against what the program declares, both ways, and every citation against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

import click
import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from boards import load_board, plan
from guide.pages import tables_of
from noticeboard import check_result, commands, pinyin
from noticeboard.build import Site, load
from noticeboard.catalog.meetings import assemblies_of
from noticeboard.catalog.proposals import sessions_of
from noticeboard.catalog.redirects import redirects_of
from noticeboard.checks import kept_findings
from noticeboard.checks.relations import same_activity
from noticeboard.commands.common_options import WrongSettings
from noticeboard.content import field_types, known_documents
from noticeboard.content.activities.activity import Status
from noticeboard.content.activities.item_parts import FIELDS
from noticeboard.content.documents import AUDIENCES, SATISFACTIONS, TRIAGES, TYPES, Disclosure, Document
from noticeboard.content.fields import Declaration, declarations
from noticeboard.content.repository.file_types import FILE_TYPES
from noticeboard.content.repository.publication_log import PublicationLog
from noticeboard.content.settings.board_settings import ACTIVITY_SLUGS, Kind, Settings
from noticeboard.content.settings.categories import SECTIONS
from noticeboard.content.settings.site_file import read_site_file
from noticeboard.edition import Edition
from noticeboard.inspection import attachments
from noticeboard.publish import last_build, spare_site
from noticeboard.reports import FORMATS, json_format
from noticeboard.search import index_blocks, known_texts
from noticeboard.search.known_contents import KEYS
from noticeboard.times import Context, Period, Precision, read_heading, read_leading, read_period
from noticeboard.times.festivals import FESTIVALS
from noticeboard.times.period import PeriodKind
from noticeboard.views import archive, board_json, ledger, tags
from noticeboard.writing.manual import diagnostics
from noticeboard_mkdocs import kept_pages

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "hooks" / "noticeboard"
TEXT = (PACKAGE / "SPECIFICATION.md").read_text(encoding="utf-8")
SECTIONS_OF_TEXT = {
    int(number): text
    for number, text in zip(
        *[iter(re.split(r"^## (\d+)\. .*$", TEXT, flags=re.MULTILINE)[1:])] * 2, strict=True
    )
}
Row = tuple[str, ...]


def rows_of(section: int, *columns: str, below: str = "") -> list[Row]:
    """Those `columns` of all tables of a section that have them, or of the one below the heading `below`."""
    text = SECTIONS_OF_TEXT[section]
    if below:
        text = re.split(r"^### ", text.partition(f"### {below}\n")[2], flags=re.MULTILINE)[0]
    tables = (rows for _, rows in tables_of(text) if rows and set(columns) <= set(rows[0]))
    return [tuple(row[column].replace("`", "") for column in columns) for rows in tables for row in rows]


def list_behind(section: int, words: str) -> list[str]:
    """The list that a sentence gives: `words …: 甲 · 乙.`"""
    found = re.search(rf"{re.escape(words)}[^:]*: (.+?)[.;](?:\s|$)", SECTIONS_OF_TEXT[section])
    assert found, f"section {section} does not say: {words} …: 甲 · 乙."
    return found[1].split(" · ")


def hold(section: int, told: Iterable[Row], declared: Iterable[Row]) -> None:
    """Fails, and says which rows to add and to take away, unless a table tells all that is declared and nothing else."""
    told, declared = list(told), list(declared)
    missing = [row for row in dict.fromkeys(declared) if row not in told]
    extra = [row for row in dict.fromkeys(told) if row not in declared]
    twice = [row for row in dict.fromkeys(told) if told.count(row) > 1]
    lines = [
        f"{what}: | {' | '.join(row)} |"
        for what, rows in (("add", missing), ("take away", extra), ("keep once", twice))
        for row in rows
    ]
    if lines:
        heading = f"hooks/noticeboard/SPECIFICATION.md, section {section}:"
        pytest.fail("\n".join([heading, *lines]), pytrace=False)


def test_what_differs_is_said_as_a_row() -> None:
    with pytest.raises(
        pytest.fail.Exception, match=r"section 8:\nadd: \| new \| error \|\ntake away: \| old \| error \|"
    ):
        hold(8, [("old", "error"), ("same", "error")], [("same", "error"), ("new", "error")])
    with pytest.raises(pytest.fail.Exception, match=r"keep once: \| same \|"):
        hold(8, [("same",), ("same",)], [("same",)])


# Citations


def citations() -> Iterator[tuple[str, str]]:
    """Each mention of the specification in the code and the tests: the file, and what stands behind the word."""
    for folder in (PACKAGE.parent, TESTS):
        for path in sorted(folder.rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            for found in re.finditer(r"\bSPECIFICATION\b(?!\.md)(.{0,60})", text, re.DOTALL):
                if path != Path(__file__):
                    yield path.name, " ".join(found[1].split())


CITED = re.compile(
    r"sections? (?P<sections>\d+(?:(?:, | and | to )\d+)*)(?:, rules? (?P<rules>\d+(?:(?:, | and | to )\d+)*))?"
)


def test_every_citation_leads_somewhere() -> None:
    assert list(citations())
    rules = set(re.findall(r"^(\d+)\. ", SECTIONS_OF_TEXT[3], re.MULTILINE))
    for name, words in citations():
        found = CITED.match(words)
        assert found, f"{name}: cite it as SPECIFICATION section N, not: SPECIFICATION {words}"
        assert set(map(int, re.findall(r"\d+", found["sections"]))) <= set(SECTIONS_OF_TEXT), (
            f"{name}: {words}"
        )
        assert set(re.findall(r"\d+", found["rules"] or "")) <= rules, f"{name}: {words}"


def test_sections_are_numbered_in_order() -> None:
    assert list(SECTIONS_OF_TEXT) == list(range(1, len(SECTIONS_OF_TEXT) + 1))


# Section 1: settings


def settings_of(model: type[BaseModel], prefix: str = "") -> Iterator[Row]:
    """Every setting with its default, those of inner mappings behind the one that holds them."""
    for name, field in model.model_fields.items():
        yield f"{prefix}{name}", default_of(field)
        if inner := model_in(field.annotation):
            yield from settings_of(inner, f"{prefix}{name}.")


def model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(model_in, get_args(annotation))), None)


def default_of(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    value = field.get_default(call_default_factory=True)
    if isinstance(value, BaseModel):
        return "see below"
    if value in (None, "", (), {}):
        return "none"
    if isinstance(value, dict):
        return "built in"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_settings() -> None:
    hold(1, rows_of(1, "setting", "default"), settings_of(Settings))


def test_files_that_are_published() -> None:
    hold(1, rows_of(1, "file type", "endings"), [(kind.name, " ".join(kind.endings)) for kind in FILE_TYPES])


# Section 2: fields


def kind_of(field: Declaration) -> str:
    return next((name for name, kind in named_kinds().items() if kind is field.kind), "choice")


def named_kinds() -> Mapping[str, field_types.FieldType]:
    found = {
        name: value for name, value in vars(field_types).items() if isinstance(value, field_types.FieldType)
    }
    return {name.lower().replace("_", "-"): value for name, value in found.items()}


def fields_of(fields: Iterable[Declaration]) -> list[Row]:
    return [
        (field.chinese, field.name, kind_of(field), "yes" if field.required else "no") for field in fields
    ]


COLUMNS = ("中文", "English", "kind", "required")


def test_fields_that_all_documents_have() -> None:
    declared = [("类型", "type", "choice", "yes"), *fields_of(declarations(Document))]
    hold(2, rows_of(2, *COLUMNS, below="All documents"), declared)


@pytest.mark.parametrize("kind", TYPES.values(), ids=TYPES)
def test_fields_of_a_type(kind: type[Document]) -> None:
    shared = {field.name for field in declarations(Document)}
    own = [field for field in declarations(kind) if field.name not in shared]
    hold(2, rows_of(2, *COLUMNS, below=f"{kind.type} {kind.label}"), fields_of(own))


def test_kinds_of_values() -> None:
    hold(
        2,
        [row[:1] for row in rows_of(2, "kind", "what one types")],
        [(name,) for name in (*named_kinds(), "choice")],
    )


def test_choices() -> None:
    words = {
        "type": {kind.label: name for name, kind in TYPES.items()},
        "audience": AUDIENCES,
        "triage": TRIAGES,
        "satisfaction": SATISFACTIONS,
    }
    declared = [
        (field, chinese, english) for field, table in words.items() for chinese, english in table.items()
    ]
    hold(2, rows_of(2, "field", "中文", "English"), declared)
    of_choice = {
        field.name for kind in TYPES.values() for field in declarations(kind) if kind_of(field) == "choice"
    }
    assert of_choice | {"type"} == set(words)


# Section 3: times


def examples_in(section: int, column: str, cells: str) -> Iterator[tuple[str, str]]:
    """What a table's first column calls each example of the column `cells`, which may tell where it stands."""
    for _, rows in tables_of(SECTIONS_OF_TEXT[section]):
        for row in rows:
            if column in row:
                yield from ((row[column], example) for example in row[cells].split(";"))


def test_kinds_of_periods() -> None:
    hold(3, rows_of(3, "period kind"), [(kind,) for kind in PeriodKind])
    for kind, cell in examples_in(3, "period kind", "examples"):
        for example in re.findall("`(.+?)`", cell):
            period = read_period(example)
            assert isinstance(period, Period) and period.kind == kind, example


def test_precisions() -> None:
    hold(3, rows_of(3, "precision"), [(precision,) for precision in Precision])
    year = Context(period=read_period("2026年"))
    march = Context(period=year.period, section=read_heading("三月", year).time)
    for precision, cell in examples_in(3, "precision", "examples"):
        for example in re.findall("`(.+?)`", cell):
            reading = read_leading(f"{example} 会议", march if "below a month heading" in cell else year)
            assert reading and reading.time, example
            assert reading.time.precision == precision, example


def test_festivals() -> None:
    known = [(name.replace("·", ""),) for name in list_behind(3, "Festivals known")]
    hold(3, known, [(festival.name,) for festival in FESTIVALS])


# Section 4: activities


def test_states() -> None:
    hold(4, rows_of(4, "status"), [(status,) for status in Status])


def test_fields_in_brackets() -> None:
    hold(4, rows_of(4, "中文", "English"), FIELDS.items())


def test_activity_categories() -> None:
    hold(4, rows_of(4, "类别", "address name"), ACTIVITY_SLUGS.items())


# Section 5: addresses


def board_of_everything(root: Path) -> Site:
    """A board on which there is something at every kind of address."""

    def document(kind: str, *lines: str) -> str:
        return "\n".join(["---", f"类型: {kind}", "标题: 试验", "日期: 2026-03-02", *lines, "---", ""])

    written = {
        "plans/2026/计划.md": plan(
            "### 12月\n\n- 8日 登山（类别：登山）", head="标签: 甲\n附件: 表.xlsx\n目标: [走访: 3户]"
        ),
        "plans/学期.md": plan(period="2026—2027学年第一学期"),
        "plans/2026/表.xlsx": "表",
        "plans/公开.md": document(
            "公开", "类别: 财务", "责任部门: 财务室", "公示期: 2026-03-02 至 2026-03-06"
        )
        + "| 项目 | 预算 | 决算 |\n|---|---|---|\n| 慰问 | 10元 | 9元 |\n",
        "plans/旧公开.md": document("公开", "类别: 财务", "责任部门: 财务室").replace("2026-", "2025-"),
        "publications.jsonl": log_of_one_release(),
        "plans/台账.md": document("台账", "种类: 荣誉", "称号: 模范小家"),
        "plans/竞赛.md": document("台账", "种类: 竞赛") + "| 名次 | 班组 |\n|---|---|\n| 1 | 甲班 |\n",
        "plans/简报.md": document("通知", "期号: 第1期"),
        "plans/提案一.md": document("提案", "届次: 三届二次"),
        "plans/提案二.md": document("提案", "届次: 春季会"),
        "plans/会议.md": document("会议", "届次: 三届三次", "曾用网址: news/1.html"),
    }
    return load_board(
        root,
        written,
        inspection=[{"point": "有计划", "type": "计划"}],
        forms={"forge": "gitea", "address": "https://git.example", "repository": "a/b"},
    )


def log_of_one_release() -> bytes:
    log = PublicationLog()
    return log.extended(log.lines_for("20260301-080000", "", datetime(2026, 3, 1, 8), {})).written()


def patterns_of(site: Site) -> Mapping[str, str]:
    """Each address of the table → a regular expression of all that it stands for on `site`."""
    catalog = site.catalog
    pages = {document.address for document in catalog.shown}
    parts = {
        "year": r"\d{4}",
        "month": r"\d{2}",
        "term": "[12]",
        "n": r"\d+",
        "anchor": r"a-[a-z2-7]{8}(?:-\d+)?",
        "document": any_of(document.address for document in catalog.shown),
        "disclosure": any_of(document.address for document in catalog.of_type(Disclosure)),
        "proposal": any_of(catalog.by_path[path].address for path in catalog.cases),
        "former": any_of(
            redirect.address for redirect in redirects_of(catalog) if redirect.address not in pages
        ),
        "file": r"plans/[a-z0-9/_-]+\.[a-z0-9]+",
        "category": any_of(category.slug for category in site.settings.categories),
        "session": any_of(session.code for session in sessions_of(catalog)),
        "assembly": any_of(assembly.code for assembly in assemblies_of(catalog)),
        "unit": any_of(unit.slug for unit in site.settings.all_units),
        "program": r"[\w./-]+\.(?:js|woff2|txt)",
        "tag": any_of(catalog.tag_anchors.values()),
        "kind": any_of(catalog.activity_kinds.values()),
    }
    addresses = [address.removeprefix("/") for (address,) in rows_of(5, "address")]
    return {
        address: re.sub(r"<(\w+)>", lambda found: f"(?:{parts[found[1]]})", address.replace(".", r"\."))
        for address in addresses
    }


def any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


OF_THE_SEARCH = re.compile(r"search/.+|assets/javascripts/search\.js")
"""Made when all pages are rendered; held against a built site below."""


def test_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MOST_LISTED", 3)
    monkeypatch.setattr(tags, "_MOST_LISTED", 0)
    monkeypatch.setattr(ledger, "_MOST", 0)
    site = board_of_everything(tmp_path)
    patterns = patterns_of(site)
    made = [item.address for item in (*site.pages, *site.assets)]
    used = {address: [row for row in patterns if re.fullmatch(patterns[row], address)] for address in made}
    missing = [(address,) for address, rows in used.items() if not rows]
    idle = set(patterns) - {row for rows in used.values() for row in rows}
    told = [(row,) for row in patterns]
    hold(5, told, [row for row in told if row[0] not in idle or OF_THE_SEARCH.fullmatch(row[0])] + missing)


@pytest.mark.site
def test_every_file_of_a_built_site_is_told(sample_site: Path) -> None:
    settings, _ = read_site_file(TESTS.parent)
    site = load(TESTS.parent, settings, Edition(date(2026, 11, 20)))
    patterns = patterns_of(site)
    theirs = [
        address.replace(".", r"\.")
        .replace("<path>", ".+")
        .replace("<picture>", "[a-z-]+")
        .replace("<page>", r"(?:about|guide/(?:[a-z-]+/)?)/?")
        for (address,) in rows_of(5, "address of theme or docs")
    ]
    found = [path.relative_to(sample_site).as_posix() for path in sample_site.rglob("*") if path.is_file()]
    addresses = [path.removesuffix("index.html") for path in found if path != ".noticeboard"]
    told = re.compile("|".join([*patterns.values(), *theirs]))
    hold(5, [], [(address,) for address in addresses if not told.fullmatch(address)])
    search = [row for row in patterns if OF_THE_SEARCH.fullmatch(row)]
    hold(
        5,
        [(row,) for row in search],
        [(row,) for row in search if any(re.fullmatch(patterns[row], it) for it in addresses)],
    )


# Section 6: disclosure


def test_disclosure_sections() -> None:
    declared = []
    for kind in get_args(Kind):
        said = (
            f"{item.title} {item.slug} {item.frequency or ''}".strip() for item in SECTIONS[kind].categories
        )
        declared.append((kind, SECTIONS[kind].name, " · ".join(said)))
    hold(6, rows_of(6, "kind", "section", "categories"), declared)


def test_channels_and_columns() -> None:
    channels = list_behind(6, "The channels of the checklist 一箱两栏三会, unless settings give others")
    hold(6, [(name,) for name in channels], [(name,) for name in Settings().disclosure.channels])
    columns = list_behind(6, "The ledger's columns")
    hold(6, [(name,) for name in columns], [(column.title,) for column in ledger._COLUMNS])


# Section 7: board.json


def test_board_json() -> None:
    schema = board_json.board_model().model_json_schema()
    objects = {"BoardData": schema, **schema["$defs"]}
    declared = [
        (name.removesuffix("Data"), key, type_of(value, schema["$defs"]))
        for name, of in objects.items()
        for key, value in of.get("properties", {}).items()
    ]
    hold(7, rows_of(7, "object", "key", "type"), declared)


def type_of(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> str:
    """A JSON Schema in words: `list of Document`, `date or null`, `internal or public`."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return (
            type_of(definitions[name], definitions)
            if "enum" in definitions[name]
            else name.removesuffix("Data")
        )
    if "anyOf" in schema:
        return " or ".join(type_of(one, definitions) for one in schema["anyOf"])
    if values := schema.get("enum") or ([schema["const"]] if "const" in schema else []):
        return " or ".join(map(str, values))
    if schema["type"] == "array":
        return f"list of {type_of(schema['items'], definitions)}"
    return schema.get("format", schema["type"])


# Section 8: problems


def test_codes() -> None:
    declared = {
        code: " or ".join(sorted({it.level.value for it in same})) for code, same in diagnostics().items()
    }
    hold(8, rows_of(8, "code", "level"), declared.items())


def test_formats() -> None:
    hold(8, rows_of(8, "format"), [(name,) for name in ("text", *FORMATS)])
    assert f"`[{{{', '.join(json_format.FIELDS)}}}]`" in SECTIONS_OF_TEXT[8]


# Sections 9 to 12


def test_environment() -> None:
    text = (PACKAGE / "edition.py").read_text(encoding="utf-8")
    hold(9, rows_of(9, "environment"), [(name,) for name in re.findall(r'environment\.get\("(\w+)"', text)])


def test_commands() -> None:
    context = click.Context(commands.board)
    named = {
        name: commands.board.get_command(context, name) for name in commands.board.list_commands(context)
    }
    every = {"board": commands.board, **{f"board {name}": command for name, command in named.items()}}
    declared = []
    for name, command in every.items():
        arguments = [it.make_metavar(context) for it in command.params if isinstance(it, click.Argument)]
        options = [
            "/".join([*it.opts, *it.secondary_opts]) for it in command.params if isinstance(it, click.Option)
        ]
        declared.append((name, " ".join(arguments), " ".join(options)))
    hold(10, rows_of(10, "command", "arguments", "options"), declared)


def test_exit_codes() -> None:
    assert WrongSettings.exit_code == click.UsageError.exit_code
    known = (0, 1, click.UsageError.exit_code, commands.FAULT_OF_OURS)
    hold(10, rows_of(10, "exit code"), [(str(code),) for code in known])


def test_caches() -> None:
    modules = (check_result, attachments, last_build, kept_findings, known_texts, same_activity, spare_site)
    names = (*(module._TABLE for module in modules), pinyin._TABLE, "*-files")
    tables = [f".cache/noticeboard/{name}.json" for name in names]
    assert {check_result._FILES, last_build._FILES} <= {"check-files", "built-files"}
    keyed = [f".cache/{module._CACHE}/<key>" for module in (known_documents, kept_pages)]
    search = [f".cache/{index_blocks.CACHE}/{name}" for name in ("<n>.json", "<n>.texts", KEYS)]
    folder = f".cache/{spare_site._FOLDER}/"
    hold(
        12,
        rows_of(12, "place"),
        [(place,) for place in (*tables, *keyed, *search, folder)],
    )
