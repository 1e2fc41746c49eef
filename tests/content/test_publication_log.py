"""The publication log: a chain in which every change, loss and addition shows."""

import json
import random
from datetime import datetime, timedelta

import pytest

from noticeboard.content.repository.publication_log import (
    BrokenLog,
    Content,
    Event,
    LogLine,
    PublicationLog,
    parse_log,
    read_log,
)

NINE = datetime(2026, 6, 1, 9)
ONE, TWO = Content("1" * 64), Content("2" * 64, {"附件/预算.xlsx": "a" * 64})


def made(*steps: tuple[datetime, dict[str, Content]]) -> PublicationLog:
    """The log of releases that held these documents."""
    log = PublicationLog()
    for number, (at, documents) in enumerate(steps):
        log = log.extended(log.lines_for(f"2026060{number}-090000", "abc", at, documents))
    return log


@pytest.fixture
def log() -> PublicationLog:
    day = timedelta(days=1)
    return made(
        (NINE, {"a/": ONE}),
        (NINE + day, {"a/": ONE, "b/": ONE}),
        (NINE + 2 * day, {"a/": TWO, "b/": ONE}),
        (NINE + 3 * day, {"b/": ONE}),
        (NINE + 4 * day, {"a/": TWO, "b/": ONE}),
    )


def test_only_what_is_different_is_written(log):
    assert [(line.event.value, line.address) for line in log.lines] == [
        ("published", ""),
        ("up", "a/"),
        ("published", ""),
        ("up", "b/"),
        ("published", ""),
        ("changed", "a/"),
        ("published", ""),
        ("down", "a/"),
        ("published", ""),
        ("up", "a/"),
    ]
    assert log.up == {"a/": TWO, "b/": ONE}


def test_what_was_up_from_when_until_when(log):
    first, second, third = log.stays["a/"]
    assert (first.content, first.since, first.until) == (ONE, NINE, NINE + timedelta(days=2))
    assert (second.content, second.until) == (TWO, NINE + timedelta(days=3))
    assert (third.since, third.until) == (NINE + timedelta(days=4), None)


def test_what_is_written_is_read_again(log, tmp_path):
    assert parse_log(log.written()) == log
    assert parse_log(log.written().replace(b"\n", b"\r\n")) == log
    assert read_log(tmp_path / "none.jsonl") == PublicationLog()


def test_a_line_that_was_being_written_is_none(log):
    whole = log.written()
    assert parse_log(whole[:-20]).codes == log.codes[:-1]


def test_the_clock_of_the_log_does_not_go_back(log):
    later = log.extended(log.lines_for("r", "", NINE, {}))
    assert later.lines[-1].at == log.lines[-1].at


@pytest.mark.parametrize("seed", range(200))
def test_every_change_is_found_by_who_holds_a_code(log, seed):
    """Whoever forges a log either breaks its chain, or makes other codes from there on."""
    chance = random.Random(seed)
    held = log.codes[chance.randrange(4, len(log.codes))]
    number = chance.randrange(4)
    forged = _forged(log, number, chance)
    is_chained = chance.random() < 0.5
    data = PublicationLog().extended(forged).written() if is_chained else _spliced(log, forged, number)
    try:
        codes = parse_log(data).codes
    except BrokenLog:
        return
    assert is_chained and held not in codes


def _forged(log: PublicationLog, number: int, chance: random.Random) -> list[LogLine]:
    lines = [*log.lines]
    line = lines[number]
    kind = chance.choice(["time", "address", "gone", "twice", "text"])
    if kind == "gone":
        del lines[number]
    elif kind == "twice":
        lines.insert(number, line)
    else:
        at = line.at - timedelta(hours=1) if kind == "time" else line.at
        address = "x/" if kind == "address" else line.address
        content = Content("f" * 64) if kind == "text" else line.content
        release = line.release + "1" if kind in ("address", "text") else line.release
        lines[number] = LogLine(at, line.event, address, content, release, line.revision)
    return lines


def _spliced(log: PublicationLog, forged: list[LogLine], number: int) -> bytes:
    """The forged lines up to where the change is, with the old ones behind."""
    typed = log.written().splitlines(keepends=True)
    others = PublicationLog().extended(forged).written().splitlines(keepends=True)
    shift = len(others) - len(typed)
    return b"".join([*others[: number + 1 + max(shift, 0)], *typed[number + 1 + max(-shift, 0) :]])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"{}\n", "读不懂"),
        (b"<<<<<<< HEAD\n", "读不懂"),
        (b"[" * 5000 + b"\n", "读不懂"),
        (
            b'{"at":"2026-06-01T09:00:00+08:00","event":"published","previous":"' + b"1" * 64 + b'"}\n',
            "接不上",
        ),
        (b'{"at":"yesterday","event":"up"}\n', "读不懂"),
        (b"\xff\xfe\n", "读不懂"),
    ],
)
def test_what_is_no_log_is_told(text, reason):
    with pytest.raises(BrokenLog, match=reason) as told:
        parse_log(text)
    assert told.value.line == 1


def test_a_line_written_otherwise_is_told(log):
    first, *others = log.written().splitlines(keepends=True)
    with pytest.raises(BrokenLog, match="第 1 行不是程序写的样子"):
        parse_log(json.dumps(json.loads(first), indent=None).encode() + b"\n" + b"".join(others))


def test_times_that_go_back_are_told():
    log = PublicationLog().extended(
        [LogLine(NINE, Event.PUBLISHED), LogLine(NINE - timedelta(hours=1), Event.PUBLISHED)]
    )
    with pytest.raises(BrokenLog, match="第 2 行的时间早于前一行"):
        parse_log(log.written())
