import itertools

import pytest

from boards import told

HEAD = "---\n类型: 公开\n标题: {}\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务室\n取代: {}\n---\n"


def chain(*names: str) -> dict[str, str]:
    """Disclosures of which each replaces the next; the last replaces nothing when its name ends the chain."""
    return {f"plans/{name}.md": HEAD.format(name, f"{other}.md") for name, other in itertools.pairwise(names)}


@pytest.mark.parametrize(
    ("names", "in_circle"),
    [("aa", "a"), ("aba", "ab"), ("abca", "abc"), ("dabca", "abc"), ("abb", "b")],
)
def test_circles(board, names, in_circle):
    assert told(board(chain(*names))) == [f"plans/{name}.md:7:1 error replaces-cycle" for name in in_circle]


def test_a_chain_that_ends_is_none(board):
    end = {"plans/c.md": HEAD.format("c", "")}
    assert told(board(chain(*"abc") | end)) == []


def test_the_circle_is_shown(board):
    site = board(chain(*"aba"))
    assert "plans/a.md → plans/b.md → plans/a.md" in site.problems[0].message
