"""Where a list follows, and that each node is looked at once however many lines stand above it."""

from __future__ import annotations

import pytest

from noticeboard import times
from noticeboard.content.activities.lists_ahead import lists_ahead
from noticeboard.content.activities.plain_lines import lines_among
from noticeboard.markup.body import as_body, texts_at_top


def nodes_of(body: str):
    return tuple(lines_among(texts_at_top(as_body(body, 1).blocks)))


@pytest.mark.parametrize(
    ("body", "ahead"),
    [
        ("植树\n\n踏青", [False, False]),
        ("植树\n\n- 踏青", [True, False]),
        ("植树\n\n大家都来。\n\n- 踏青\n- 登山", [False, True, True, False]),
        ("植树\n\n## 四月\n\n- 踏青", [False, True, False]),
        ("植树\n\n四月\n\n- 踏青", [False, True, False]),
        ("- 踏青\n\n植树", [False, False]),
    ],
)
def test_where_a_list_follows(body: str, ahead: list[bool]) -> None:
    assert list(lists_ahead(nodes_of(body))) == ahead


def test_every_line_is_looked_at_once(monkeypatch) -> None:
    seen: list[str] = []
    look = times.is_time_line
    monkeypatch.setattr(times, "is_time_line", lambda text, **more: seen.append(text) or look(text, **more))
    lists_ahead(nodes_of("植树\n\n" * 50))
    assert len(seen) == 50
