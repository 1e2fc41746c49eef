"""`extra.board` of mkdocs.yml → Settings, with a problem for each value that cannot be used (SPECIFICATION section 6)."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from noticeboard.content.settings.assembly_settings import MeetingSettings, ProposalSettings
from noticeboard.content.settings.board_settings import DisclosureSettings, OpinionBox, Settings
from noticeboard.content.settings.categories import SECTIONS, Category
from noticeboard.content.settings.form_settings import FormSettings
from noticeboard.content.settings.inspection_settings import InspectionPoint
from noticeboard.content.settings.time_settings import SchoolYear, Seasons, Vacations
from noticeboard.content.settings.unit_settings import FilingSettings, Unit
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Fault, Level, Problem

SETTINGS = Diagnostic("settings", Level.ERROR)

Place = tuple[int, int]
"""Line and column, from 1."""


def _at_the_top(_: tuple[str | int, ...]) -> Place:
    return 1, 1


def read_settings(
    value: object,
    path: str = "mkdocs.yml",
    place_of: Callable[[tuple[str | int, ...]], Place] = _at_the_top,
) -> tuple[Settings, tuple[Problem, ...]]:
    """Settings from the mapping under `extra.board`; the default ones and problems when it is wrong.

    A problem names the key in full (`extra.board.units.1.slug`) and stands where `place_of` says that this key is.
    """
    try:
        return Settings.model_validate(value if value is not None else {}), ()
    except ValidationError as error:
        return Settings(), tuple(
            _problem(item, path, place_of(("extra", "board", *item["loc"]))) for item in error.errors()
        )


def _problem(error: ErrorDetails, path: str, place: Place) -> Problem:
    where = ".".join(["extra.board", *(str(part) for part in error["loc"])])
    kind, context = error["type"], error.get("ctx", {})
    hint = "请对照编写指南里的“站点设置”修改 mkdocs.yml。"
    if kind == "extra_forbidden":
        known = _keys_beside(error["loc"])
        key = str(error["loc"][-1])
        near = difflib.get_close_matches(key, known, 1)
        message = f"设置 {where} 不认识。"
        if near:
            hint = f"是不是 {near[0]}？"
        elif key in DisclosureSettings.model_fields:
            hint = f"{key} 应当写在 extra.board.disclosure 下面。"
        else:
            hint = f"可用的有：{'、'.join(known)}。"
    elif kind == "missing":
        message = f"设置 {where} 没有填。"
    elif kind == "literal_error":
        message = f"设置 {where} 的值“{error['input']}”不在可选范围内。"
        hint = f"可选：{'、'.join(map(_choice, _QUOTED.findall(context['expected'])))}。"
    elif kind in _BOUNDS:
        size, bound = _BOUNDS[kind]
        message = f"设置 {where} 的值“{error['input']}”太{size}。"
        hint = f"最{size}是 {context[bound]}。"
    elif kind == "value_error":
        message = f"设置 {where.removesuffix('.')}：{context['error']}。"
    elif kind == "string_pattern_mismatch" and error["loc"][-1] in _PATTERNS:
        message = f"设置 {where} 的值“{error['input']}”不是{_PATTERNS[error['loc'][-1]]}。"
    elif kind == "string_pattern_mismatch":
        message = f"设置 {where} 的网址名“{error['input']}”只能用小写英文字母、数字和连字符。"
    else:
        message = f"设置 {where} 的值“{error['input']}”类型不对，应当是{_WANTED.get(kind, '另一种类型')}。"
    return Fault(SETTINGS, message, hint).at(path, *place)


_QUOTED = pattern_of("'([^']*)'")


def _choice(word: str) -> str:
    """A word to choose, with what it means where that is not plain."""
    return f"{word}（{SECTIONS[word].name}）" if word in SECTIONS else word


_PATTERNS = {
    "colour": "一种颜色，请写成 #b3261e 这样",
    "email": "一个电子邮箱地址",
    "form": "以 http:// 或 https:// 开头的网址",
}
_BOUNDS = {"greater_than_equal": ("小", "ge"), "less_than_equal": ("大", "le")}
_WANTED = {
    "string_type": "文字",
    "tuple_type": "列表",
    "dict_type": "“名称: 值”的对照表",
    "model_type": "“名称: 值”的对照表",
    "int_type": "整数",
    "bool_type": "true 或 false",
    "bool_parsing": "true 或 false",
    "int_parsing": "整数",
    "string_too_short": "不为空的文字",
}


def _keys_beside(location: tuple[int | str, ...]) -> list[str]:
    owners: Mapping[str, type[BaseModel]] = {
        "units": Unit,
        "disclosure": DisclosureSettings,
        "proposals": ProposalSettings,
        "meetings": MeetingSettings,
        "filing": FilingSettings,
        "forms": FormSettings,
        "inspection": InspectionPoint,
        "categories": Category,
        "opinion_box": OpinionBox,
        "vacations": Vacations,
        "seasons": Seasons,
        "school_year": SchoolYear,
    }
    names = [part for part in location[:-1] if isinstance(part, str) and part in owners]
    model = owners[names[-1]] if names else Settings
    return list(model.model_fields)
