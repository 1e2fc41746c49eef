"""Names that the settings know: units, categories, and what came of proposals."""

from __future__ import annotations

from collections.abc import Iterable

from noticeboard.content.field_types.field_type import Asked, FieldType, folded, one_of, scalar
from noticeboard.content.field_types.words import UNKNOWN_CHOICE
from noticeboard.content.front_matter import nodes
from noticeboard.content.similar_names import nearest
from noticeboard.problems import Diagnostic, Level

UNKNOWN_UNIT = Diagnostic("unknown-unit", Level.ERROR)
UNKNOWN_CATEGORY = Diagnostic("unknown-category", Level.ERROR)


def _one_of(text: str, names: Iterable[str]) -> str | None:
    """The name that `text` is, in whatever width and with whatever blanks it was typed."""
    return next((name for name in names if folded(name) == folded(text)), None)


def _unit(node: nodes.Node, asked: Asked) -> str | None:
    names = [unit.name for unit in asked.settings.all_units]
    text = scalar(node, asked)
    if text is None or (name := _one_of(text, names)):
        return text and name
    near = nearest(text, names)
    others = f"可选：{'、'.join(names)}；新单位请管网站的人先加到站点设置里。"
    asked.reporter.report(
        node,
        UNKNOWN_UNIT,
        f"单位“{text}”不在站点设置的单位名单里。",
        f"是不是“{near}”？" if near else others,
    )
    return None


def _category(node: nodes.Node, asked: Asked) -> str | None:
    titles = [category.title for category in asked.settings.categories]
    text = scalar(node, asked)
    if text is None or (title := _one_of(text, titles)):
        return text and title
    for category in asked.settings.categories:
        if _one_of(text, category.former):
            return category.title
    near = nearest(text, titles)
    asked.reporter.report(
        node,
        UNKNOWN_CATEGORY,
        f"{asked.settings.disclosure_name}没有“{text}”这个类别。",
        f"是不是“{near}”？" if near else f"可选：{'、'.join(titles)}。",
    )
    return None


def _outcome(node: nodes.Node, asked: Asked) -> str | None:
    """The class of an outcome, by its own name or by another word for it."""
    classes = asked.settings.proposals.outcomes
    text = scalar(node, asked)
    if text is None:
        return None
    for name, words in classes.items():
        if _one_of(text, (name, *words)):
            return name
    near = nearest(text, [*classes, *(word for words in classes.values() for word in words)])
    asked.reporter.report(
        node,
        UNKNOWN_CHOICE,
        f"“{asked.label}”不能写“{text}”。",
        f"是不是“{near}”？" if near else f"可选：{'、'.join(classes)}。",
    )
    return None


UNIT = FieldType(
    _unit, "站点设置里的单位", schema=lambda settings: one_of(unit.name for unit in settings.all_units)
)
CATEGORY = FieldType(
    _category,
    "站点设置里的公开类别",
    lambda settings: next((c.title for c in settings.categories), "……"),
    lambda settings: one_of(category.title for category in settings.categories),
    look="category",
)
OUTCOME = FieldType(
    _outcome,
    "站点设置里的办理结果",
    schema=lambda settings: one_of(
        word for name, words in settings.proposals.outcomes.items() for word in (name, *words)
    ),
)
