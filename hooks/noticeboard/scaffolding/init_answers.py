"""What the maintainer of a new board says of the organisation: cleaned, and judged before anything is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

from noticeboard.content.settings.board_settings import Kind, Settings, Unit
from noticeboard.content.settings.form_settings import FormForge
from noticeboard.content.settings.settings_reader import read_settings
from noticeboard.markup.urls import is_website

Forge = Literal["github", "gitlab", "gitea", "forgejo", "gitee", "none"]
FORGES: tuple[Forge, ...] = get_args(Forge)
PICTURES = (".png", ".svg", ".jpg", ".jpeg", ".webp")
"""Endings of a logo."""

_PUBLIC: Mapping[str, tuple[str, ...]] = {
    "github": ("https://github.com",),
    "gitlab": ("https://gitlab.com",),
}
"""Where a forge is that needs no address in the settings."""
_LONGEST = 100
"""Characters of one answer."""
_UNFIT = re.compile(
    r"[<>{}\[\]|~`\\*_#$\"\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]"
)
"""What would mean something in Markdown, HTML, YAML or templates, and what nobody sees."""


@dataclass(frozen=True, slots=True)
class Answers:
    """All that `board init` is told; texts are cleaned."""

    organisation: str
    kind: Kind = "school"
    units: tuple[str, ...] = ()
    """Besides the organisation itself, which comes first."""
    contact: str = ""
    """Whom to tell what one thinks of a disclosure."""
    box_place: str = ""
    box_email: str = ""
    audience: Literal["internal", "public"] = "internal"
    address: str = ""
    """Where the site will be; empty while nobody knows."""
    forge: Forge = "none"
    repository: str = ""
    """The address of the board's repository on the forge; the forms write to it. Empty while there is none."""
    since: date | None = None
    logo: Path | None = None
    colour: str = ""

    @property
    def forms(self) -> Mapping[str, str]:
        """The setting `forms`; empty without a repository, and for a forge that has no forms."""
        if self.forge not in get_args(FormForge) or not self.repository:
            return {}
        parts = urlsplit(self.repository)
        names = parts.path.strip("/").removesuffix(".git").split("/")
        # A group on a GitLab may be in another one; what stands before owner and name elsewhere is the forge's own.
        before = names[:-2] if self.forge in ("gitea", "forgejo") else []
        address = "/".join((f"{parts.scheme}://{parts.netloc}", *before))
        own = {} if address in _PUBLIC.get(self.forge, ()) else {"address": address}
        return {"forge": self.forge, **own, "repository": "/".join(names[len(before) :])}

    @property
    def has_opinion_box(self) -> bool:
        """Whether readers are told where to say what they think."""
        return bool(self.box_place or self.box_email)

    @property
    def logo_path(self) -> str:
        """Below docs/."""
        return f"assets/logo{self.logo.suffix.lower()}" if self.logo else ""


def cleaned(text: str) -> str:
    """One line without what an input method leaves: blanks of all widths at the ends and twice in the middle."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def names_in(text: str) -> tuple[str, ...]:
    """The names of a list that is typed in one line, each once, in its order."""
    names = (cleaned(name) for name in re.split(r"[、，,；;\n]", text))
    return tuple(dict.fromkeys(name for name in names if name))


def units_of(answers: Answers) -> tuple[Unit, ...]:
    """The units of the settings: the organisation first. Names that sound alike get addresses of their own."""
    taken: set[str] = set()
    return tuple(
        _with_free_slug(Unit(name=name), number, taken)
        for number, name in enumerate(dict.fromkeys((answers.organisation, *answers.units)), 1)
    )


def _with_free_slug(unit: Unit, number: int, taken: set[str]) -> Unit:
    slug = unit.slug or f"unit-{number}"
    while slug in taken:
        slug = f"{slug}-{number}"
    taken.add(slug)
    return unit.model_copy(update={"slug": slug})


def settings_of(answers: Answers) -> Settings:
    """The settings that the new board will have; raises ValueError for answers with faults."""
    settings, problems = read_settings(_board(answers))
    if problems:
        raise ValueError(problems[0].message)
    return settings


def faults_of(answers: Answers) -> Iterator[str]:
    """What is wrong with the answers: one Chinese sentence each, that says what to type instead."""
    if not answers.organisation:
        yield "单位的名称不能空着。"
    texts = {
        "单位的名称": answers.organisation,
        "联系方式": answers.contact,
        "意见箱的地点": answers.box_place,
    }
    for label, text in (*texts.items(), *(("下属单位的名称", name) for name in answers.units)):
        yield from _faults_of_text(label, text)
    if answers.address and not is_website(answers.address):
        yield f"网址“{answers.address}”不完整，请写成 http://gonghui.example/ 这样。"
    yield from _faults_of_repository(answers)
    yield from _faults_of_logo(answers.logo)
    if answers.organisation:
        _, problems = read_settings(_board(answers))
        yield from (_in_own_words(problem.message) for problem in problems)


def _faults_of_text(label: str, text: str) -> Iterator[str]:
    if len(text) > _LONGEST:
        yield f"{label}太长（{len(text)} 字），请不要超过 {_LONGEST} 字。"
    if found := _UNFIT.search(text):
        sign = found[0] if found[0].isprintable() else f"U+{ord(found[0]):04X}"
        yield f"{label}里有不能用的符号“{sign}”，请删去。"


def _faults_of_repository(answers: Answers) -> Iterator[str]:
    if not answers.repository:
        return
    if answers.forge not in get_args(FormForge):
        yield f"写了仓库的网址，请用 --forge 写明是哪种代码平台：{'、'.join(get_args(FormForge))}。"
    if not is_website(answers.repository) or urlsplit(answers.repository).path.strip("/").count("/") < 1:
        yield f"仓库的网址“{answers.repository}”不完整，请写成 https://git.example.cn/gonghui/board 这样。"


def _faults_of_logo(logo: Path | None) -> Iterator[str]:
    if logo is None:
        return
    if logo.suffix.lower() not in PICTURES:
        yield f"标志“{logo.name}”不是图片，请用 {'、'.join(PICTURES)} 文件。"
    elif not logo.is_file():
        yield f"找不到标志“{logo}”。"


_OWN_WORDS: Mapping[str, str] = {
    "extra.board.disclosure.opinion_box.email": "意见箱的邮箱",
    "extra.board.colour": "颜色",
    "extra.board.forms.address": "仓库的网址",
    "extra.board.forms.repository": "仓库的网址",
}


def _in_own_words(message: str) -> str:
    for key, words in _OWN_WORDS.items():
        message = message.replace(f"设置 {key}", words)
    return message


def _board(answers: Answers) -> Mapping[str, object]:
    box = {"place": answers.box_place, "email": answers.box_email}
    disclosure = {
        "feedback": answers.contact,
        **({"opinion_box": box} if answers.has_opinion_box else {}),
    }
    return {
        "organisation": answers.organisation,
        "kind": answers.kind,
        "units": [unit.model_dump() for unit in units_of(answers)],
        "audience": answers.audience,
        "disclosure": disclosure,
        **({"colour": answers.colour} if answers.colour else {}),
        **({"forms": dict(answers.forms)} if is_website(answers.repository) and answers.forms else {}),
    }
