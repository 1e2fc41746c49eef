"""What is found, where, and what comes first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.search.folding import fold
from noticeboard.search.matching import search, spots_of
from noticeboard.search.passages import Passage, PassageKind
from noticeboard.search.query import terms_of
from noticeboard.search.snippets import snippet
from search.corpus import TODAY, text

WRITING = st.text(alphabet="工会教代表大开Ab1２，。 \n會議", min_size=2, max_size=40)


def found(query: str, *texts) -> list[str]:
    return [hit.text.title for hit in search(texts, terms_of(query), TODAY)]


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("教职工", True),
        ("工代表大", True),
        ("会，听", True),
        ("会听", False),
        ('"会听"', True),
        ('"会，听取"', True),
        ('"会听，取"', False),
        ('"听 取"', True),
        ("敎職工", True),
        ("教職工", True),
        ("ｗｐｓ", True),
        ("表大 取意", True),
        ("表大 不在", False),
        ("表大 -取意", False),
        ("表大 -不在", True),
        ('表大 -"会听"', False),
        ("-不在", False),
        ("3月8日", True),
        ("三月八日", True),
        ("2026-03-08", True),
        ("2025-03-08", False),
        ("2026年3月", True),
        ("四月", False),
        (".*", False),
        ("取意见</b>", False),
    ],
)
def test_a_sentence(query, there):
    assert found(query, text("无题", "教职工代表大会，听取意见。WPS 三月八日。")) == (
        ["无题"] if there else []
    )


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("jdh", True),
        ("jiaodaihui", True),
        ("jiaodai", True),
        ("aodai", False),
        ("daihuit", True),
        ("JDH", True),
        ("hjd", False),
        ('"jdh"', False),
        ("gh", True),
    ],
)
def test_pinyin_of_titles_and_units(query, there):
    assert found(query, text("教代会通知", "正文")) == (["教代会通知"] if there else [])


@given(WRITING, st.data())
def test_every_part_of_a_text_is_found(writing, data):
    start = data.draw(st.integers(0, len(writing) - 1))
    end = data.draw(st.integers(start + 1, len(writing)))
    part, terms = writing[start:end], terms_of(writing[start:end])
    # A digit is a boundary: 2月5日 is no part of 12月5日.
    is_cut = any(
        writing[at - 1 : at + 1].isdigit() and len(writing[at - 1 : at + 1]) == 2 for at in (start, end) if at
    )
    if terms and not is_cut and not any(term.excluded for term in terms):
        assert found(part, text("题", " ".join(writing.split()))) == ["题"]


@given(WRITING, st.text(alphabet="工会教代表大开Ab1，", min_size=2, max_size=4))
def test_nothing_else_is_found(writing, query):
    terms = terms_of(query)
    body = " ".join(writing.split())
    if len(terms) == 1 and terms[0].date is None:
        there = terms[0].text in fold(body)
        assert bool(found(query, text("题", body))) == there


def test_titles_and_headings_then_activities_and_figures_then_text():
    places = {
        "食堂": (),
        "甲": (Passage(PassageKind.HEADING, "", "食堂"),),
        "乙": (Passage(PassageKind.ACTIVITY, "", "食堂"),),
        "丙": (Passage(PassageKind.FIGURE, "", "食堂：1"),),
        "丁": ("食堂",),
    }
    texts = [text(title, *passages) for title, passages in places.items()]
    assert found("食堂", *texts) == ["甲", "食堂", "丙", "乙", "丁"]


def test_nearer_to_today_comes_first_and_pages_without_a_day_last():
    days = {"旧": TODAY - timedelta(30), "近": TODAY - timedelta(2), "将": TODAY + timedelta(3), "页": None}
    assert found("食堂", *(text(title, "食堂", day=day) for title, day in days.items())) == [
        "近",
        "将",
        "旧",
        "页",
    ]


def test_together_comes_before_scattered():
    assert found(
        "食堂 账目", text("散", "食堂", "账目", day=TODAY), text("合", "账目在食堂", day=date(2020, 1, 1))
    ) == ["合", "散"]


def test_the_most_telling_passage_comes_first():
    (hit,) = search(
        [
            text(
                "题",
                Passage(PassageKind.TAG, "", "食堂"),
                "食堂",
                Passage(PassageKind.ACTIVITY, "a-1", "食堂"),
                "食堂账目",
            )
        ],
        terms_of("食堂 账"),
        TODAY,
    )
    assert [passage.text for passage in hit.passages] == ["食堂账目", "食堂", "食堂", "食堂"]
    assert [passage.kind for passage in hit.passages[1:]] == [
        PassageKind.ACTIVITY,
        PassageKind.BODY,
        PassageKind.TAG,
    ]


def test_an_activity_is_found_by_its_day():
    plan = text("计划", Passage(PassageKind.ACTIVITY, "a-1", "8日 座谈会", "2026年3月8日"))
    assert [hit.passages[0].anchor for hit in search([plan], terms_of("2026-3-8"), TODAY)] == ["a-1"]


def test_phrases_are_marked_with_what_stands_between():
    (term,) = terms_of('"会听"')
    assert spots_of(term, "大会,听取") == [(1, 4)]


@pytest.mark.parametrize(
    ("written", "query", "said"),
    [
        ("三届二次教代会", "教代会", "三届二次[教代会]"),
        ("开教　代　會。", "教代会", "开[教　代　會]。"),
        ("①ＷＰＳ", "wp", "①[ＷＰ]Ｓ"),
        ("甲。" + "乙" * 80, "乙乙乙", "…[乙乙乙]"),
    ],
)
def test_the_sentence_of_a_hit(written, query, said):
    assert snippet(written, terms_of(query), "[{}]".format).startswith(said)


@pytest.mark.parametrize(
    "query", ["三八妇女节", "“三八”妇女节", "“三八妇女节”", "三八”妇女节", "「三八」妇女节", "三·八妇女节"]
)
@pytest.mark.parametrize(
    "written",
    [
        "庆祝“三八”妇女节",
        "庆祝三八妇女节",
        '庆祝"三八"妇女节',
        "庆祝『三八』妇女节",
        "庆祝“三·八”妇女节",
        "庆祝《三八》妇女节",
    ],
)
def test_quotes_part_no_words(query, written):
    assert found(query, text("无题", written)) == ["无题"]


def test_hand_written_pages_come_last():
    page = text("食堂怎么写", "食堂", day=None, type="page")
    assert found("食堂", page, text("别的", "食堂"), text("很久以前", "食堂", day=date(2001, 1, 1))) == [
        "别的", "很久以前", "食堂怎么写",
    ]  # fmt: skip
