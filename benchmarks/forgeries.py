"""Forged publication logs, texts and dates against what was printed: how many are found, and how many honest ones are blamed.

A history is some weeks of publications, edits, withdrawals and rollbacks. Printed are what a certificate prints: the code of the
log's last line at some time, and the code of a text. Then somebody changes the log and chains it anew, so that it is sound in
itself; or a text; or a date. Honest histories go on after the print, as logs do, and pass through Git with other line ends.
"""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

from noticeboard.commands import board
from noticeboard.content.repository.publication_log import Content, Event, LogLine, PublicationLog

_ADDRESSES = tuple(
    f"plans/2026/{name}/" for name in ("gong-shi", "yu-suan", "ping-you", "tong-zhi", "ji-hua")
)
_TEXT = (
    "---\n类型: 公开\n标题: 经费决算公示\n日期: 2026-03-18\n类别: 财务\n责任部门: 财务室\n"
    "公示期: 2026-03-18 至 2026-03-24\n---\n\n金额 {} 元，3月2日到账，5月11日付清。\n"
)
_BEGIN = datetime(2026, 3, 2, 8)


def run(histories: int = 1000) -> Iterator[str]:
    """Two lines: forged histories and how many were found, by kind; honest ones and how many were blamed."""
    chance = random.Random(19)
    found, missed, blamed = Counter[str](), Counter[str](), 0
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary, "publications.jsonl")
        (Path(temporary) / "mkdocs.yml").write_text("site_name: 板\n", encoding="utf-8")
        for number in range(histories):
            log, printed = _history(chance)
            kind, forge = _FORGERIES[number % len(_FORGERIES)]
            place.write_bytes(forge(log, printed, chance))
            told = found if _is_told(place, log.codes[printed]) else missed
            told[kind] += 1
            place.write_bytes(_honest(log, chance))
            blamed += _is_told(place, log.codes[printed]) or _is_told(place)
        for number in range(histories // len(_FORGERIES)):
            text = _TEXT.format(chance.randrange(1000, 9999))
            code = hashlib.sha256(text.encode()).hexdigest()
            (told := found if _is_text_told(place.parent, _edited(text, chance), code) else missed)[
                "document"
            ] += 1
            blamed += _is_text_told(place.parent, _saved(text, number), code)
    kinds = ", ".join(
        f"{kind} {found[kind]}/{found[kind] + missed[kind]}" for kind in (*dict(_FORGERIES), "document")
    )
    count = found.total() + missed.total()
    yield f"{count} forged logs, texts and dates against printed codes: {found.total()} found ({kinds})"
    yield f"{count} honest histories and texts: {blamed} blamed"


def _is_told(place: Path, *printed: str) -> bool:
    """Whether `board verify` finds that a log is not what it was."""
    with redirect_stdout(StringIO()):
        code = board.main(["verify", str(place), *printed], standalone_mode=False)
    assert code in (0, 1), code
    return code == 1


def _is_text_told(root: Path, data: bytes, printed: str) -> bool:
    """Whether `board verify` finds that a text is not what it was."""
    place = root / "plans/2026/公示.md"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    with redirect_stdout(StringIO()):
        code = board.main(["verify", printed[:16], "--root", str(root)], standalone_mode=False)
    assert code in (0, 1), code
    return code == 1


def _edited(text: str, chance: random.Random) -> bytes:
    """One digit is another, of its dates or of its sum."""
    place = chance.choice([place for place, sign in enumerate(text) if sign.isdigit()])
    return (
        text[:place] + str((int(text[place]) + chance.randrange(1, 10)) % 10) + text[place + 1 :]
    ).encode()


def _saved(text: str, number: int) -> bytes:
    """The same text as another editor or Git on Windows saves it."""
    return (
        text.encode(),
        text.replace("\n", "\r\n").encode(),
        text.encode("utf-8-sig"),
        text.encode("gb18030"),
    )[number % 4]


def _history(chance: random.Random) -> tuple[PublicationLog, int]:
    """A log, and the place in it of the line whose code was printed."""
    log, up, at = PublicationLog(), dict[str, Content](), _BEGIN
    for _ in range(chance.randrange(4, 12)):
        at += timedelta(seconds=chance.randrange(60, 400_000))
        address = chance.choice(_ADDRESSES)
        if address in up and chance.random() < 0.2:
            del up[address]
        else:
            attachments = {"名单.pdf": _code(chance)} if chance.random() < 0.5 else {}
            up[address] = Content(_code(chance), attachments)
        log = log.extended(log.lines_for(f"{at:%Y%m%d-%H%M%S}", f"{chance.randrange(16**7):07x}", at, up))
    return log, chance.randrange(len(log.lines) // 2, len(log.lines))


def _code(chance: random.Random) -> str:
    return hashlib.sha256(chance.randbytes(8)).hexdigest()


def _chained(lines: list[LogLine]) -> bytes:
    """The lines as somebody writes them who knows how they are chained."""
    return PublicationLog().extended(lines).written()


def _changed(
    change: Callable[[LogLine, random.Random], LogLine],
) -> Callable[[PublicationLog, int, random.Random], bytes]:
    """A forgery of one line at or above the printed one, of which it is another then; all behind it is chained anew."""

    def forge(log: PublicationLog, printed: int, chance: random.Random) -> bytes:
        lines = list(log.lines)
        while True:
            place = chance.randrange(printed + 1)
            other = change(lines[place], chance)
            if other != lines[place]:
                return _chained([*lines[:place], other, *lines[place + 1 :]])

    return forge


def _other_text(line: LogLine, chance: random.Random) -> LogLine:
    if line.event not in (Event.UP, Event.CHANGED):
        return line
    return replace(line, content=replace(line.content, text=_code(chance)))


def _other_attachment(line: LogLine, chance: random.Random) -> LogLine:
    if line.event not in (Event.UP, Event.CHANGED):
        return line
    return replace(line, content=replace(line.content, attachments={"名单.pdf": _code(chance)}))


def _other_day(line: LogLine, chance: random.Random) -> LogLine:
    return replace(line, at=line.at - timedelta(seconds=chance.randrange(1, 900_000)))


def _back_dated(log: PublicationLog, printed: int, chance: random.Random) -> bytes:
    """All lines up to the printed one earlier, so that their order stays."""
    earlier = timedelta(seconds=chance.randrange(1, 900_000))
    return _chained(
        [
            replace(line, at=line.at - earlier) if place <= printed else line
            for place, line in enumerate(log.lines)
        ]
    )


def _other_address(line: LogLine, chance: random.Random) -> LogLine:
    return replace(line, address=chance.choice(_ADDRESSES)) if line.address else line


def _other_release(line: LogLine, chance: random.Random) -> LogLine:
    return line if line.address else replace(line, revision=f"{chance.randrange(16**7):07x}")


def _left_out(log: PublicationLog, printed: int, chance: random.Random) -> bytes:
    place = chance.randrange(printed + 1)
    return _chained([*log.lines[:place], *log.lines[place + 1 :]])


def _added(log: PublicationLog, printed: int, chance: random.Random) -> bytes:
    place = chance.randrange(printed + 1)
    line = LogLine(log.lines[place].at, Event.UP, "plans/2026/hou-lai/", Content(_code(chance)))
    return _chained([*log.lines[:place], line, *log.lines[place:]])


def _swapped(log: PublicationLog, printed: int, chance: random.Random) -> bytes:
    lines = list(log.lines)
    place = chance.randrange(printed)
    lines[place], lines[place + 1] = lines[place + 1], lines[place]
    return _chained(lines)


def _cut(log: PublicationLog, printed: int, chance: random.Random) -> bytes:
    return _chained(list(log.lines[: chance.randrange(printed + 1)]))


def _plain_edit(log: PublicationLog, printed: int, chance: random.Random) -> bytes:
    """One sign of the file, by somebody who does not know of the chain: up to the printed line."""
    lines = log.written().split(b"\n")
    text = bytearray(b"\n".join(lines[: printed + 1]))
    place = chance.choice([place for place, sign in enumerate(text) if chr(sign).isdigit()])
    text[place] = ord("0") + (text[place] - ord("0") + chance.randrange(1, 10)) % 10
    return bytes(text) + b"\n" + b"\n".join(lines[printed + 1 :])


def _from_scratch(log: PublicationLog, printed: int, chance: random.Random) -> bytes:
    return _history(chance)[0].written()


_FORGERIES: tuple[tuple[str, Callable[[PublicationLog, int, random.Random], bytes]], ...] = (
    ("text", _changed(_other_text)),
    ("attachment", _changed(_other_attachment)),
    ("day", _changed(_other_day)),
    ("back-dated", _back_dated),
    ("address", _changed(_other_address)),
    ("release", _changed(_other_release)),
    ("line left out", _left_out),
    ("line added", _added),
    ("lines swapped", _swapped),
    ("end cut off", _cut),
    ("sign changed", _plain_edit),
    ("made up", _from_scratch),
)


def _honest(log: PublicationLog, chance: random.Random) -> bytes:
    """What a log is later on: more lines, other line ends, a last line that was being written."""
    at = log.lines[-1].at + timedelta(days=chance.randrange(1, 99))
    later = log.extended(
        log.lines_for(f"{at:%Y%m%d-%H%M%S}", "", at, {_ADDRESSES[0]: Content(_code(chance))})
    )
    data = chance.choice((log, later)).written()
    if chance.random() < 0.3:
        data += b'{"address":"plans/'
    return data.replace(b"\n", b"\r\n") if chance.random() < 0.3 else data


if __name__ == "__main__":
    for told in run(*map(int, sys.argv[1:])):
        print(told)
