"""公示证明: what the log tells of a notice period, and no more."""

from datetime import date, datetime
from pathlib import Path

import pytest

from boards import ANY, load_board
from catalogs import text_of, tree_of
from noticeboard.catalog.certificates import certificates_of, has_certificate
from noticeboard.content.repository.publication_log import Content, PublicationLog

SOURCE = """---
类型: 公开
标题: 评优名单
日期: 2026-06-01
类别: 财务
责任部门: 办公室
公示期: 2026-06-01 至 2026-06-05
---

三人。
"""
ADDRESS = "plans/a/"


def log_of(*steps: tuple[str, str | None]) -> PublicationLog:
    """`(when, text)`: from then on the disclosure was up with that text; None: it was not."""
    log = PublicationLog()
    for when, text in steps:
        documents = {} if text is None else {ADDRESS: Content(text)}
        log = log.extended(log.lines_for(when, "", datetime.fromisoformat(f"2026-{when}"), documents))
    return log


def certified(root: Path, log: PublicationLog, source: str = SOURCE, today: date = date(2026, 6, 6)):
    root.mkdir(exist_ok=True)
    (root / "publications.jsonl").write_bytes(log.written())
    site = load_board(root, {"plans/a.md": source}, today=today)
    return site, tuple(certificates_of(site.catalog))


def spans(gaps) -> list[str]:
    return [f"{since:%m-%d %H:%M}/{until:%m-%d %H:%M}" for since, until in gaps]


@pytest.mark.parametrize(
    ("steps", "days_up", "gaps", "changes"),
    [
        ([("05-30 08:00", "一")], 5, [], 0),
        ([("06-01 10:12", "一")], 5, ["06-01 00:00/06-01 10:12"], 0),
        (
            [("05-30 08:00", "一"), ("06-03 09:00", None), ("06-03 11:30", "一")],
            5,
            ["06-03 09:00/06-03 11:30"],
            0,
        ),
        (
            [("05-30 08:00", "一"), ("06-02 09:00", None), ("06-04 11:30", "一")],
            4,
            ["06-02 09:00/06-04 11:30"],
            0,
        ),
        ([("05-30 08:00", "一"), ("06-03 09:00", "二")], 5, [], 1),
        ([("05-30 08:00", "一"), ("05-31 09:00", "二")], 5, [], 0),
        (
            [("05-30 08:00", "一"), ("06-03 09:00", None), ("06-03 10:00", "二")],
            5,
            ["06-03 09:00/06-03 10:00"],
            1,
        ),
        ([("05-30 08:00", "一"), ("06-03 09:00", "二"), ("06-03 10:00", "一")], 5, [], 2),
        ([("05-30 08:00", "一"), ("06-06 00:00", None)], 5, [], 0),
        ([("05-30 08:00", "一"), ("06-05 23:59", None)], 5, ["06-05 23:59/06-06 00:00"], 0),
        ([("05-30 08:00", None), ("06-05 23:59", "一")], 1, ["06-01 00:00/06-05 23:59"], 0),
        ([("05-30 08:00", "一"), ("06-01 00:00", None)], 0, ["06-01 00:00/06-06 00:00"], 0),
        ([("05-30 08:00", None)], 0, ["06-01 00:00/06-06 00:00"], 0),
    ],
)
def test_what_the_log_tells(tmp_path, steps, days_up, gaps, changes):
    _, (certificate,) = certified(tmp_path, log_of(*steps))
    assert (certificate.days, certificate.days_up) == (5, days_up)
    assert spans(certificate.gaps) == gaps
    assert len(certificate.changes) == changes


@pytest.mark.parametrize(
    ("today", "steps"),
    [
        (date(2026, 6, 5), [("05-30 08:00", "一")]),
        (date(2026, 6, 10), []),
        (date(2026, 6, 10), [("06-06 08:00", "一")]),
    ],
)
def test_there_is_none_before_the_end_nor_of_what_no_log_saw(tmp_path, today, steps):
    site, found = certified(tmp_path, log_of(*steps), today=today)
    assert found == ()
    assert not any(has_certificate(site.catalog, document) for document in site.catalog.shown)
    assert not any(page.address.endswith("certificate/") for page in site.pages)


def test_what_was_renamed_meanwhile_hung_all_the_time(tmp_path):
    log = log_of(("05-30 08:00", "一"))
    moved = {"plans/new/": Content("一")}
    log = log.extended(log.lines_for("r", "", datetime(2026, 6, 3, 9), moved))
    (tmp_path / "publications.jsonl").write_bytes(log.written())
    source = SOURCE.replace("类型", f"曾用网址: {ADDRESS}\n类型")
    site = load_board(tmp_path, {"plans/new.md": source}, today=date(2026, 6, 6))
    (certificate,) = certificates_of(site.catalog)
    assert (certificate.days_up, certificate.gaps, certificate.changes) == (5, (), ())


def test_it_says_whether_the_text_is_still_what_was_up(tmp_path):
    site, (old,) = certified(tmp_path / "old", log_of(("05-30 08:00", "一")))
    (document,) = site.catalog.shown
    _, (same,) = certified(tmp_path / "same", log_of(("05-30 08:00", document.digest)))
    assert (old.is_same, same.is_same) == (False, True)
    _, (back,) = certified(tmp_path / "back", log_of(("05-30 08:00", "一"), ("06-03 09:00", document.digest)))
    _, (away,) = certified(tmp_path / "away", log_of(("05-30 08:00", document.digest), ("06-03 09:00", "一")))
    assert (back.is_same, away.is_same) == (True, False)


def test_what_was_put_up_at_the_end_was_not_up_within_the_period(tmp_path):
    _, (certificate,) = certified(tmp_path, log_of(("05-30 08:00", "一"), ("06-06 00:00", "二")))
    assert [stay.content.text for stay in certificate.stays] == ["一"]


def test_a_broken_log_stops_the_build_and_certifies_nothing(tmp_path):
    log = log_of(("05-30 08:00", "一"), ("06-03 09:00", "二"))
    broken = log.written().replace("一".encode(), "三".encode())
    tmp_path.joinpath("publications.jsonl").write_bytes(broken)
    site = load_board(tmp_path, {"plans/a.md": SOURCE}, today=date(2026, 6, 6))
    (problem,) = [problem for problem in site.problems if problem.code == "publication-log-broken"]
    assert (problem.path, problem.line, site.has_errors) == ("publications.jsonl", 3, True)
    assert not site.catalog.publications.lines


REGISTER = """---
类型: 台账
标题: 张贴记录
日期: 2026-06-06
种类: 张贴
---

| 公开 | 地点 | 贴上 | 撤下 | 张贴人 | 照片 |
|---|---|---|---|---|---|
"""


def posted(root: Path, *rows: str, source: str = SOURCE):
    log = log_of(("05-30 08:00", "一"))
    root.mkdir(exist_ok=True)
    (root / "publications.jsonl").write_bytes(log.written())
    files = {"plans/a.md": source, "plans/b.md": REGISTER + "\n".join(rows) + "\n", "plans/贴.png": ANY}
    return load_board(root, files, today=date(2026, 6, 8))


def test_what_hung_on_a_wall_is_on_the_certificate(tmp_path):
    site = posted(
        tmp_path,
        "| [公示](a.md) | 一楼 | 2026-06-01 | 2026-06-06 | 办公室 | ![公示栏](贴.png) |",
        "| 《评优名单》 | 食堂 | 2026年5月31日 | | | |",
    )
    (certificate,) = certificates_of(site.catalog)
    told = [(it.place, it.posted, it.taken_down, it.who, it.photo) for it in certificate.postings]
    assert told == [
        ("食堂", date(2026, 5, 31), None, "", ""),
        ("一楼", date(2026, 6, 1), date(2026, 6, 6), "办公室", "plans/贴.png"),
    ]
    assert "posting-not-read" not in {problem.code for problem in site.problems}
    page = tree_of(site.catalog, "plans/a/certificate/")
    text = text_of(page)
    assert "地点：一楼 贴上：2026年6月1日 撤下：2026年6月6日 张贴人：办公室 照片".replace(
        " ", ""
    ) in text.replace(" ", "")
    assert "是单位自己记的，发布记录不证明它们" in text


def test_places_without_a_record_are_left_to_the_hand(tmp_path):
    source = SOURCE.replace("公示期:", "张贴地点: [一楼, 东校区]\n公示期:")
    site = posted(tmp_path, "| [公示](a.md) | 一楼 | 2026-06-01 | 2026-06-06 | | |", source=source)
    (certificate,) = certificates_of(site.catalog)
    assert certificate.unwritten_places == ("东校区",)
    (bare,) = certificates_of(posted(tmp_path / "bare", source=SOURCE).catalog)
    assert (bare.postings, bare.unwritten_places) == ((), ("",))


def test_a_record_of_what_hung_changes_no_code(tmp_path):
    before, after = (
        posted(tmp_path / "a"),
        posted(tmp_path / "b", "| [公示](a.md) | 一楼 | 2026-06-01 | | | |"),
    )
    codes = [site.catalog.by_path["plans/a.md"].digest for site in (before, after)]
    assert codes[0] == codes[1]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("| 没有的公开 | 一楼 | 2026-06-01 | | | |", "没有编号或标题是“没有的公开”的公开"),
        ("| [公示](a.md) | | 2026-06-01 | | | |", "没有写贴在哪里"),
        ("| [公示](a.md) | 一楼 | 周一 | | | |", "贴上的日子“周一”读不成"),
        ("| [公示](a.md) | 一楼 | | | | |", "贴上的日子“”读不成"),
        ("| [公示](a.md) | 一楼 | 2026-06-01 | 周五 | | |", "撤下的日子“周五”读不成"),
        ("| [公示](a.md) | 一楼 | 2026-06-06 | 2026-06-01 | | |", "撤下的日子早于贴上的日子"),
        ("| [公示](a.md) | 一楼 | 2026-02-30 | | | |", "贴上的日子“2026-02-30”读不成"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line_and_not_certified(tmp_path, row, fault):
    site = posted(tmp_path, row)
    (problem,) = [problem for problem in site.problems if problem.code == "posting-not-read"]
    assert (problem.path, problem.line) == ("plans/b.md", 10)
    assert fault in problem.message
    (certificate,) = certificates_of(site.catalog)
    assert certificate.postings == ()
