"""Words: text, lists of words, choices, yes and no, names for addresses."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from noticeboard.content.field_types.field_type import (
    TEXTS_SCHEMA,
    WRONG_TYPE,
    Asked,
    FieldType,
    folded,
    items_of,
    one_of,
    plain,
    scalar,
)
from noticeboard.content.front_matter import nodes
from noticeboard.content.quantities.empty_words import says_nothing
from noticeboard.content.similar_names import nearest
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Level

UNKNOWN_CHOICE = Diagnostic("unknown-choice", Level.ERROR)
NOT_YES_NO = Diagnostic("not-yes-no", Level.ERROR)
BAD_SLUG = Diagnostic("bad-slug", Level.ERROR)

_SEPARATORS = pattern_of(r"[、，,；;\n]+(?![^（(]*[）)])")
"""What parts the words of a list on one line, outside brackets: 教学楼（一楼、二楼）、食堂 are two places."""

_SLUG = pattern_of(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def _text_list(node: nodes.Node, asked: Asked) -> tuple[str, ...] | None:
    found: list[str] = []
    for item in items_of(node):
        if item is not node and not isinstance(item, nodes.Scalar):
            asked.reporter.report(
                item,
                WRONG_TYPE,
                f"“{asked.label}”的一条里又写成了列表或对照表。",
                f"请把各条并列写：{asked.label}: [甲, 乙]。",
            )
        elif (text := scalar(item, asked)) is not None:
            found += (plain(part) for part in _SEPARATORS.split(_without_brackets(text)))
    return tuple(dict.fromkeys(part for part in found if part))


def _without_brackets(text: str) -> str:
    """``【食堂、后勤】`` is a list in the brackets of an input method."""
    inner = text.strip()
    is_list = (
        inner[:1] in ("【", "［") and inner[-1:] in ("】", "］") and not set(inner[1:-1]) & set("【】［］")
    )
    return inner[1:-1] if is_list else text


def _statement(node: nodes.Node, asked: Asked) -> str | None:
    """A text that says by being there that something happened; 无 says that it did not."""
    text = scalar(node, asked)
    return None if text is None or says_nothing(text) else text


def choice(options: Mapping[str, str]) -> FieldType:
    """One of some words: Chinese word → English value; both are accepted."""

    def read(node: nodes.Node, asked: Asked) -> str | None:
        text = scalar(node, asked)
        if text is None:
            return None
        word = folded(text)
        value = options.get(word, word)
        if value in options.values():
            return value
        near = nearest(word, options)
        asked.reporter.report(
            node,
            UNKNOWN_CHOICE,
            f"“{asked.label}”不能写“{text}”。",
            f"是不是“{near}”？可选：{'、'.join(options)}。" if near else f"可选：{'、'.join(options)}。",
        )
        return None

    words = [*options, *options.values()]
    shown = {value: word for word, value in options.items()}
    return FieldType(read, " · ".join(options), schema=lambda settings: one_of(words), words=shown)


_YES = {
    "是": True,
    "对": True,
    "yes": True,
    "true": True,
    "y": True,
    "否": False,
    "不": False,
    "no": False,
    "false": False,
    "n": False,
}


def yes_no(node: nodes.Node, asked: Asked) -> bool | None:
    """是 or 否, in either language; None after reporting anything else."""
    text = scalar(node, asked)
    value = _YES.get(folded(text)) if text is not None else None
    if text is not None and value is None:
        asked.reporter.report(
            node,
            NOT_YES_NO,
            f"“{asked.label}”只能写“是”或“否”，这里写的是“{text}”。",
            f"请改成“{asked.label}: 是”或“{asked.label}: 否”。",
        )
    return value


def _slug(node: nodes.Node, asked: Asked) -> str | None:
    text = scalar(node, asked)
    if text is None:
        return None
    slug = unicodedata.normalize("NFKC", text).lower()
    if _SLUG.fullmatch(slug):
        return slug
    asked.reporter.report(
        node,
        BAD_SLUG,
        f"网址名“{text}”只能用英文字母和数字，中间可以用连字符“-”。",
        "请改成如“zhiban-2026-03”的样子，或删去这一行。",
    )
    return None


TEXT = FieldType(scalar, "文字")
STATEMENT = FieldType(_statement, "文字")
TEXTS = FieldType(_text_list, "列表，或用、隔开的文字", schema=lambda settings: TEXTS_SCHEMA)
YES_NO = FieldType(yes_no, "是 · 否", schema=lambda settings: {"enum": ["是", "否", True, False, None]})
SLUG = FieldType(_slug, "英文字母、数字和连字符")
