"""The plan that `board new 总结 --for` names, and what is known of it on a day."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from noticeboard.catalog.catalog import Catalog, build_catalog
from noticeboard.content.document_set import DocumentSet
from noticeboard.content.documents import Document, Plan
from noticeboard.content.repository.files import Files
from noticeboard.content.repository.history import History
from noticeboard.content.repository.paths import DOCUMENT, ROOT
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.similar_names import nearest
from noticeboard.edition import Edition
from noticeboard.reports import text_lines

_OPTION = "--for"


def plan_for(named: str, kind: str, given: Mapping[str, str], documents: DocumentSet, root: Path) -> Plan:
    """The plan whose path or title is `named`. Ends the command, in Chinese, when there is none that can be answered."""
    if kind != "summary":
        raise click.UsageError("只有总结能写 --for。例如：board new 总结 --for plans/2026/计划.md")
    if "period" in given:
        raise click.UsageError("总结的期间就是计划的期间，写了 --for 就不要写 --period。")
    document = _named(named, documents, root)
    if not isinstance(document, Plan):
        what = f"是{document.label}" if document.label else "没有写明类型"
        raise click.BadParameter(f"“{document.path}”{what}，不是计划。", param_hint=_OPTION)
    if document in documents.invalid:
        faults = [it for it in documents.problems if it.path == document.path and it.is_error]
        lines = "\n".join(line for fault in faults for line in text_lines(fault))
        raise click.BadParameter(f"这份计划有写错的地方，请先改好：\n{lines}", param_hint=_OPTION)
    return document


def _named(named: str, documents: DocumentSet, root: Path) -> Document:
    by_path = {document.path: document for document in documents.all}
    for path in _paths(named, root):
        if path in by_path:
            return by_path[path]
    named = named.strip()
    called = [item for item in documents.all if named in (item.title, *_names(item.path))]
    plans = [document for document in called if isinstance(document, Plan)] or called
    if len(plans) > 1:
        paths = "、".join(sorted(document.path for document in plans))
        raise click.BadParameter(f"有几份文件都叫“{named}”，请写路径：{paths}。", param_hint=_OPTION)
    if not plans:
        raise click.BadParameter(f"找不到“{named}”这份计划。{_offer(named, documents)}", param_hint=_OPTION)
    return plans[0]


def _names(path: str) -> tuple[str, str]:
    """A file's name, with its ending and without."""
    name = posixpath.basename(path)
    return name, posixpath.splitext(name)[0]


def _paths(named: str, root: Path) -> Iterator[str]:
    """The paths below the board that may be meant: from the working folder, from the board's, from plans/."""
    written = named.strip().replace("\\", "/")
    for text in (written, f"{written}{DOCUMENT}"):
        for folder in (Path.cwd(), root, root / ROOT):
            try:
                yield (folder / text).resolve().relative_to(root).as_posix()
            except (ValueError, OSError, RuntimeError):
                continue


def _offer(named: str, documents: DocumentSet) -> str:
    plans = [document for document in documents.all if isinstance(document, Plan)]
    words = {word: plan.path for plan in plans for word in (plan.path, plan.title or "") if word}
    found = nearest(named, words)
    return f"是不是“{words[found]}”？" if found else "请写它的路径，例如 plans/2026/计划.md，或者它的标题。"


def catalog_with(plan: Plan, documents: DocumentSet, settings: Settings, day: date) -> Catalog:
    """What is on the board on `day`, and `plan`, on the board or not."""
    when = Edition(day).local_time
    shown = (item for item in documents.valid if not item.draft and item.is_published(when))
    return build_catalog(tuple({plan: None} | dict.fromkeys(shown)), settings, day, Files(), History())
