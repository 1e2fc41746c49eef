"""What publications note: each switch once, whatever is killed, and nothing where the log was changed."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from boards import load_board
from noticeboard.content.repository.publication_log import Content, Event, PublicationLog, read_log
from noticeboard.publish.publications import contents_of, edited_in_notice
from noticeboard.publish.releases import Release, ReleaseFolder
from noticeboard.publish.site_folder import Refused

NOW = datetime(2026, 6, 1, 9, 30)
ONE, TWO = Content("1" * 64), Content("2" * 64)
SOURCE = (
    "---\n类型: 公开\n标题: 名单\n日期: 2026-11-18\n类别: 财务\n责任部门: 办公室\n"
    "公示期: 2026-11-18 至 2026-11-24\n附件: 名单.pdf\n---\n三人\n"
)


def publish(target: Path, contents: dict[str, Content], at: datetime, *, noted: bool = True) -> Release:
    board = ReleaseFolder(target)
    with board.opened((), lambda sentence: None):
        place = board.next_place(at)
        place.mkdir(parents=True)
        (place / "index.html").write_text("一", encoding="utf-8")
        release = board.add(place, "internal", "abc", contents)
        board.switch(release)
        if noted:
            board.log_live(at)
    return release


def log_of(target: Path) -> PublicationLog:
    return read_log(target / "publications.jsonl")


def test_publications_and_a_way_back(tmp_path):
    first = publish(tmp_path, {"a/": ONE}, NOW)
    publish(tmp_path, {"a/": TWO}, NOW + timedelta(days=1))
    board = ReleaseFolder(tmp_path)
    with board.opened((), lambda sentence: None):
        board.switch(first)
        board.log_live(NOW + timedelta(days=2))
    stays = log_of(tmp_path).stays["a/"]
    assert [(stay.content, stay.since) for stay in stays] == [
        (ONE, NOW),
        (TWO, NOW + timedelta(days=1)),
        (ONE, NOW + timedelta(days=2)),
    ]


def test_one_switch_is_noted_once(tmp_path):
    publish(tmp_path, {"a/": ONE}, NOW)
    board = ReleaseFolder(tmp_path)
    with board.opened((), lambda sentence: None):
        board.log_live(NOW + timedelta(days=1))
    assert len(log_of(tmp_path).lines) == 2


def test_what_was_killed_behind_the_switch_is_noted_by_the_next(tmp_path):
    release = publish(tmp_path, {"a/": ONE}, NOW, noted=False)
    assert not log_of(tmp_path).lines
    with ReleaseFolder(tmp_path).opened((), lambda sentence: None):
        pass
    log = log_of(tmp_path)
    assert (log.release, log.up) == (release.id, {"a/": ONE})


def test_a_release_of_an_earlier_program_holds_nothing_that_is_known(tmp_path):
    release = publish(tmp_path, {"a/": ONE}, NOW, noted=False)
    (tmp_path / "releases" / release.id / ".documents.json").unlink()
    with ReleaseFolder(tmp_path).opened((), lambda sentence: None):
        pass
    assert [line.event for line in log_of(tmp_path).lines] == [Event.PUBLISHED]


@pytest.mark.parametrize("found", ["[]", "{", '{"a/": 1}', '{"a/": {"text": "1", "more": 2}}', "[" * 9999])
def test_damaged_notes_of_a_release_are_none(tmp_path, found):
    release = publish(tmp_path, {"a/": ONE}, NOW, noted=False)
    (tmp_path / "releases" / release.id / ".documents.json").write_text(found, encoding="utf-8")
    with ReleaseFolder(tmp_path).opened((), lambda sentence: None):
        pass
    assert log_of(tmp_path).up == {}


def test_nothing_is_published_behind_a_log_that_was_changed(tmp_path):
    publish(tmp_path, {"a/": ONE}, NOW)
    log = tmp_path / "publications.jsonl"
    log.write_bytes(log.read_bytes().replace(b"2026-06-01T09", b"2026-06-01T08", 1))
    with pytest.raises(Refused, match=r"第 2 行接不上前一行.*没有发布"):
        publish(tmp_path, {"a/": TWO}, NOW + timedelta(days=1))
    assert json.loads((tmp_path / "current" / ".documents.json").read_text())["a/"]["text"] == ONE.text


def site_with(root: Path, source: str, known: Content | None):
    root.mkdir()
    if known:
        log = PublicationLog()
        log = log.extended(log.lines_for("r", "", NOW, {"plans/a/": known}))
        (root / "publications.jsonl").write_bytes(log.written())
    return load_board(root, {"plans/a.md": source, "plans/名单.pdf": b"%PDF-1.4\n"})


def test_edits_within_a_notice_period_are_told(tmp_path):
    now = contents_of(site_with(tmp_path / "now", SOURCE, None))["plans/a/"]
    assert now.attachments.keys() == {"名单.pdf"}

    def told(name: str, source: str, known: Content | None) -> list[str]:
        return [finding.message for finding in edited_in_notice(site_with(tmp_path / name, source, known))]

    assert told("same", SOURCE, now) == []
    assert told("new", SOURCE, None) == []
    assert "改了原文" in told("text", SOURCE, Content("f" * 64, now.attachments))[0]
    assert "改了附件" in told("file", SOURCE, Content(now.text, {"名单.pdf": "f" * 64}))[0]
    explained = SOURCE.replace("类型", "更正说明: 漏了一人\n类型")
    assert told("explained", explained, Content("f" * 64)) == []
    over = SOURCE.replace("2026-11-24", "2026-11-19")
    assert told("over", over, Content("f" * 64)) == []


def test_a_log_that_lost_its_last_lines_is_told(tmp_path):
    for number in range(3):
        publish(tmp_path, {"a/": ONE}, NOW + timedelta(days=number))
    log = tmp_path / "publications.jsonl"
    told: list[str] = []
    with ReleaseFolder(tmp_path).opened((), told.append):
        pass
    assert told == []
    log.unlink()
    with ReleaseFolder(tmp_path).opened((), told.append):
        pass
    assert len(told) == 1 and "20260601-093000、" not in told[0] and "20260601-093000" in told[0]
    assert "20260603-093000" not in told[0]


def test_what_was_renamed_and_edited_within_its_notice_is_told(tmp_path):
    tmp_path.joinpath("publications.jsonl").write_bytes(
        PublicationLog()
        .extended(PublicationLog().lines_for("r", "", NOW, {"plans/old/": Content("f" * 64)}))
        .written()
    )
    source = SOURCE.replace("类型", "曾用网址: plans/old/\n类型")
    site = load_board(tmp_path, {"plans/a.md": source, "plans/名单.pdf": b"%PDF-1.4\n"})
    assert ["改了原文" in finding.message for finding in edited_in_notice(site)] == [True]
