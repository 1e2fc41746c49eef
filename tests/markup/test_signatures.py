from __future__ import annotations

import pytest

from noticeboard.markup.body import read_body
from noticeboard.markup.nodes import Signature
from noticeboard.markup.plain import plain_text


def signed(body: str) -> list[str]:
    return [plain_text(block.parts) for block in read_body(body).blocks if isinstance(block, Signature)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("正文。\n\n晨光小学工会\n2026年5月6日", ["晨光小学工会", "2026年5月6日"]),
        ("正文。\n　　　　晨光小学工会\n　　　　二〇二六年五月六日", ["晨光小学工会", "二〇二六年五月六日"]),
        (
            "1、甲\n2、乙\n                晨光小学工会\n                2026-5-6",
            ["晨光小学工会", "2026-5-6"],
        ),
        ("正文。\n\n晨光小学工会  \n2026年5月6日", ["晨光小学工会 2026年5月6日"]),
        ("正文。\n\n晨光小学工会    2026年5月6日", ["晨光小学工会    2026年5月6日"]),
        ("正文。\n\n晨光小学工会\n2026年5月6日\n\n附件：报名表", ["晨光小学工会", "2026年5月6日"]),
        ("正文。\n\n晨光小学\n晨光小学工会（盖章）", ["晨光小学", "晨光小学工会（盖章）"]),
        ("正文。\n\n工会主席：某某\n2026年5月", ["工会主席：某某", "2026年5月"]),
        ("正文。\n\n请报名到工会", []),
        ("正文。\n\n请交工会。\n", []),
        ("2026年5月6日\n\n正文。", []),
        ("晨光小学工会", []),
        ("- 晨光小学工会", []),
        ("晨光小学工会\n\n2026年5月6日", ["晨光小学工会", "2026年5月6日"]),
    ],
)
def test_signatures(body: str, expected: list[str]) -> None:
    assert signed(body) == expected


@pytest.mark.parametrize("count", [4, 5])
def test_up_to_five_issue_something_together(count: int) -> None:
    issuers = [f"第{number}分工会" for number in "一二三四五"[:count]]
    assert signed("正文。\n\n" + "\n\n".join([*issuers, "2026年5月6日"])) == [*issuers, "2026年5月6日"]
