"""Bodies and their trees, drawn: every node with its line and column. A new case is a new file in `trees/`."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from markup.golden import load
from markup.test_render import BODIES
from noticeboard.markup import inline, scanner
from noticeboard.markup.body import Body, read_body, walk
from noticeboard.markup.lists import Marker
from noticeboard.markup.nodes import CodeSpan, Image, Text
from noticeboard.markup.plain import leaves

BODY, TREE = "======== 正文\n", "======== 树\n"
FILES = sorted((Path(__file__).parent / "trees").glob("*.txt"))


def drawn(node: object, depth: int = 0) -> Iterator[str]:
    """A node on one line, those in it below."""
    values = {field.name: getattr(node, field.name) for field in fields(node)}
    said, inner = [], []
    for name, value in values.items():
        if isinstance(value, tuple) and value and hasattr(value[0], "line"):
            inner += value
        elif hasattr(value, "line"):
            inner.append(value)
        elif isinstance(value, Marker):
            said.append("-" if value.number is None else str(value.number))
        elif name not in ("line", "column", "style") and value not in ((), None):
            said.append(f"{name}={value!r}")
    yield "  " * depth + " ".join([f"{values['line']}:{values['column']} {type(node).__name__}", *said])
    for child in inner:
        yield from drawn(child, depth + 1)


def tree_of(body: str) -> str:
    return "".join(f"{line}\n" for block in read_body(body).blocks for line in drawn(block))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_trees(file: Path) -> None:
    body, tree = file.read_text(encoding="utf-8").removeprefix(BODY).split(TREE)
    assert tree_of(body) == tree


@pytest.mark.parametrize("case", list(load()), ids=lambda case: case.name)
def test_texts_stand_where_their_places_say(case) -> None:
    assert_places(case.body)


@given(BODIES)
@example("<a href=\n/>")
@example("甲 <b\nclass=x> 乙")
@example("- <a href=\n  /> **丙**")
@example("_|-|-|\n|-|-|\n")
@settings(max_examples=200, deadline=None)
def test_places_are_right_in_any_body(body: str) -> None:
    assert_places(body)


def assert_places(body: str) -> None:
    """What a text says stands at its place, but for what an escape, an entity or an address stands for."""
    lines = scanner.lines_of(body)
    for block in walk(read_body(body, 3).blocks):
        cells = (
            [cell for row in (block.head, *block.rows) for cell in row.cells]
            if hasattr(block, "rows")
            else []
        )
        for holder in (block, *cells):
            for text, part in leaves(getattr(holder, "parts", ())):
                written = lines[part.line - 3][part.column - 1 :]
                if isinstance(part, Text) and written[:1] not in ("\\", "&"):
                    assert written.startswith(text)
                elif isinstance(part, CodeSpan | Image):
                    assert written[0] in "`!"


@pytest.mark.parametrize("case", list(load()), ids=lambda case: case.name)
def test_a_body_that_travels_arrives_whole(case) -> None:
    body = read_body(case.body)
    twice = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(body))))
    assert isinstance(twice, Body) and twice.blocks == body.blocks


def test_the_deepest_body_travels_and_is_shown() -> None:
    deep = "".join("> " * depth + "- 甲\n" + "> " * depth + "\n" for depth in range(9))
    items = "\n".join("  " * depth + "- **甲 ~~乙 _c " * 20 for depth in range(30))
    tags = "<details>\n\n" * 30 + "<b>" * 50 + "甲" + "</b>" * 50
    for text in (deep, items, tags, "> " + "> ".join(items.splitlines(True))):
        body = read_body(text)
        assert pickle.loads(pickle.dumps(body)).blocks == body.blocks


WRITINGS = [
    "[", "![", "*a ", "**a ", "**甲", "甲**1", "a** ", "`", "``a`", "<a ", "<b>", "</b>", "<!-- ", "](", "[](", "[a](b", "[^",
    "[a][b", "&", "\\", "_a ", "_a_ ", "~~a ", "|", "<http:", "[a](((", "**甲 ~~乙 ",
]  # fmt: skip


@pytest.mark.parametrize("writing", WRITINGS)
def test_work_grows_with_the_text(writing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps of the inline reader, and the signs that all of them look at."""

    def work(count: int) -> int:
        steps = 0

        def counted(function):
            def step(self, *given):
                nonlocal steps
                steps += 1 + sum(len(one) for one in given if isinstance(one, list | tuple))
                return function(self, *given)

            return step

        with monkeypatch.context() as patch:
            for name in ("_say", "_put", "_paired", "_texts", "_depth", "_target", "_leave"):
                patch.setattr(inline._InlineReader, name, counted(getattr(inline._InlineReader, name)))
            inline.read_inline([(1, 1, writing * count + "a" + " b" * count)])
        return steps

    assert work(2000) < 2.5 * work(1000) + 100
