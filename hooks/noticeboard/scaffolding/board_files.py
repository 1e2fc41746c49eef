"""Answers → every file of a new board."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date

from noticeboard.content.settings.board_settings import Settings
from noticeboard.scaffolding.guide_nav import guide_pages
from noticeboard.scaffolding.init_answers import Answers, settings_of, units_of
from noticeboard.scaffolding.organisation_words import WORDING
from noticeboard.scaffolding.program_files import program_files
from noticeboard.scaffolding.record import NAME, WrittenFiles, record_text
from noticeboard.text_templates import text_environment

_MARKS = re.compile(r"([\\`*_{}\[\]()#+!-])")


def board_files(answers: Answers, version: str, today: date, *, samples: bool = False) -> Mapping[str, bytes]:
    """Path → content of a whole board for `answers` without faults, which passes every check.

    `version` is the program's; with `samples`, dated `today`, there is a document of each common type.
    """
    settings = settings_of(answers)
    own = program_files(settings, answers.forge)
    files = {
        "mkdocs.yml": filled("mkdocs.yml", answers, settings),
        "README.md": filled("README.md", answers, settings),
        "requirements.txt": filled("requirements.txt", answers, settings, version=version),
        "plans/.gitkeep": b"",
        **hand_written(answers, settings),
        **own,
        NAME: record_text(WrittenFiles.of(version, answers.forge, own)),
    }
    return {**files, **(sample_documents(answers, settings, today) if samples else {})}


def hand_written(answers: Answers, settings: Settings) -> Mapping[str, bytes]:
    """What stands in docs/ and is the organisation's own."""
    pages = {f"docs/{name}": filled(name, answers, settings) for name in ("index.md", "about.md")}
    logo = {f"docs/{answers.logo_path}": answers.logo.read_bytes()} if answers.logo else {}
    return {**pages, **logo}


def sample_documents(answers: Answers, settings: Settings, today: date) -> Mapping[str, bytes]:
    """Documents to learn from, in the organisation's own name."""
    names = {"plan": "工作计划样例", "disclosure": "经费公开样例", "notice": "试运行通知样例"}
    titles = [category.title for category in settings.categories]
    category = next((title for title in titles if title.startswith("财务")), titles[-1])
    values = {"day": today.isoformat(), "year": today.year, "category": category}
    return {
        f"plans/{today.year}/{name}.md": filled(f"samples/{kind}.md", answers, settings, **values)
        for kind, name in names.items()
    }


def filled(template: str, answers: Answers, settings: Settings, **values: object) -> bytes:
    """A template of templates/board, filled in."""
    wording = WORDING[answers.kind]
    environment = text_environment(quoted=quoted, markdown=escaped)
    text = environment.get_template(f"board/{template}").render(
        answers=answers,
        units=units_of(answers),
        unit=answers.organisation,
        disclosure_name=settings.disclosure_name,
        staff=wording.staff,
        assembly=wording.assembly,
        guide=guide_pages(),
        **values,
    )
    return text.encode()


def quoted(text: str) -> str:
    """A text as YAML reads it back, whatever stands in it: JSON is YAML."""
    return json.dumps(text, ensure_ascii=False)


def escaped(text: str) -> str:
    """A text as Markdown shows it."""
    return _MARKS.sub(r"\\\1", text)
