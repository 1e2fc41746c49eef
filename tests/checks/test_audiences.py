"""Public documents must not point at internal ones."""

import pytest

from boards import told

INTERNAL = "---\n类型: {kind}\n标题: 内部\n日期: 2026-03-01\n范围: 对内\n{more}---\n正文\n"
PLAN = INTERNAL.format(kind="计划", more="期间: 2026年\n")
NOTICE = INTERNAL.format(kind="通知", more="")
DISCLOSURE = INTERNAL.format(kind="公开", more="类别: 财务\n责任部门: 财务室\n")
PUBLIC = "---\n类型: {kind}\n标题: 对外\n日期: 2026-03-02\n范围: 对外\n{more}---\n{body}\n"


def public(kind="通知", more="", body="正文"):
    return PUBLIC.format(kind=kind, more=more, body=body)


@pytest.mark.parametrize(
    ("text", "other", "place", "verb"),
    [
        (public(body="见[讨论稿](b.md)。"), NOTICE, "7:2", "链接到了"),
        (public(body="见[讨论稿](b.md#段)。"), NOTICE, "7:2", "链接到了"),
        (public(body="见[讨论稿](/plans/b.md)。"), NOTICE, "7:2", "链接到了"),
        (public(body="见[讨论稿](b/)。"), NOTICE, "7:2", "链接到了"),
        (public("计划", "期间: 2026年\n", "- [x] 3月8日 座谈会 → [小结](b.md)"), NOTICE, "8:18", "链接到了"),
        (public("总结", "期间: 2026年\n计划: b.md\n"), PLAN, "7:5", "对照的计划是"),
        (public("公开", "类别: 财务\n责任部门: 财务室\n取代: b.md\n"), DISCLOSURE, "8:5", "取代了"),
        (public(body="见[草稿](b.md)。"), NOTICE.replace("范围", "草稿: 是\n范围"), "7:2", "链接到了"),
        (
            public(body="见[将来](b.md)。"),
            NOTICE.replace("范围", "发布: 2027-01-01\n范围"),
            "7:2",
            "链接到了",
        ),
    ],
)
@pytest.mark.parametrize("audience", ["internal", "public"])
def test_pointing_at_an_internal_document_is_told(board, text, other, place, verb, audience):
    site = board({"plans/a.md": text, "plans/b.md": other}, audience=audience)
    found = [problem for problem in site.problems if problem.code == "public-to-internal"]
    assert [f"{problem.line}:{problem.column}" for problem in found] == [place]
    assert found[0].message == f"对外的“plans/a.md”{verb}对内的“plans/b.md”。"
    assert found[0].is_error


def test_what_is_internal_may_point_at_what_is_public(board):
    files = {"plans/a.md": public(), "plans/b.md": NOTICE.replace("正文", "见[对外的](a.md)")}
    assert told(board(files)) == []


def test_a_document_that_says_nothing_has_the_audience_of_the_settings(board):
    files = {"plans/a.md": public(body="见[乙](b.md)。"), "plans/b.md": NOTICE.replace("范围: 对内\n", "")}
    assert told(board(files)) == ["plans/a.md:7:2 error public-to-internal"]
