"""What is null in a PDF is as if it were not there (ISO 32000-1, section 7.3.7): nobody hears that the file is damaged."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator

import pypdf
import pytest
from benchmarks.attachments import page_of
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from inspection.test_pdf_objects import MOBILE, SCRIPT, in_form, in_root, saved, stamp, stream, written
from inspection.test_pdf_spoken import dictionary
from noticeboard.inspection import pdf_nulls
from noticeboard.inspection.inspect import inspect

Place = tuple[tuple[str | int, ...], str | int]
"""The way from the root to a dictionary or list, and a key in it."""


def full() -> pypdf.PdfWriter:
    """A file with something of everything that is looked at."""
    writer = written(MOBILE)
    stamp(writer)
    page = writer.pages[0]
    page["/Resources"].update(
        dictionary(
            Properties=dictionary(M=dictionary(ActualText=TextStringObject("x"))), XObject=DictionaryObject()
        )
    )
    link = dictionary(S=NameObject("/URI"), URI=TextStringObject("http://a.example"))
    note = dictionary(Subtype=NameObject("/Text"), Contents=TextStringObject("tel 13912345678"), A=link)
    page["/Annots"].append(writer._add_object(note))
    in_form(V=SCRIPT, Kids=ArrayObject([dictionary(T=TextStringObject("kid"))]))(writer)
    inside = dictionary(UF=TextStringObject("b.txt"), EF=dictionary(F=stream(writer, "hello")))
    element = dictionary(S=NameObject("/Fig"), Alt=TextStringObject("alt"), K=NumberObject(1))
    in_root(
        Names=dictionary(JavaScript=dictionary(Names=ArrayObject([TextStringObject("a"), SCRIPT]))),
        Outlines=writer._add_object(dictionary(First=dictionary(Title=TextStringObject("t")))),
        AF=ArrayObject([inside]),
        StructTreeRoot=dictionary(K=ArrayObject([element])),
    )(writer)
    return writer


def at(start: PdfObject, path: tuple[str | int, ...]) -> PdfObject:
    for key in path:
        start = start.get_object()[key]  # type: ignore[index]  # each step of a place leads to a dictionary or list
    return start.get_object()


def places(writer: pypdf.PdfWriter) -> Iterator[Place]:
    waiting: list[tuple[tuple[str | int, ...], PdfObject]] = [((), writer.root_object)]
    seen: set[int] = set()
    while waiting:
        path, held = waiting.pop()
        if isinstance(held, IndirectObject):
            if held.idnum in seen:
                continue
            seen.add(held.idnum)
            held = held.get_object()
        keys = list(held) if isinstance(held, DictionaryObject) else []
        keys += range(len(held)) if isinstance(held, ArrayObject) else []
        for key in keys:
            yield path, key
            raw = held.raw_get(key) if isinstance(held, DictionaryObject) else list.__getitem__(held, key)
            waiting.append(((*path, key), raw))


def told(place: Place, change: Callable[[PdfObject, str | int, pypdf.PdfWriter], None]) -> tuple[object, ...]:
    writer = full()
    change(at(writer.root_object, place[0]), place[1], writer)
    inspection = inspect(saved(writer), "附件.pdf")
    return inspection.hits, inspection.skipped


def leave_out(held: PdfObject, key: str | int, writer: pypdf.PdfWriter) -> None:
    del held[key]  # type: ignore[attr-defined]  # a dictionary or list


def make_null(held: PdfObject, key: str | int, writer: pypdf.PdfWriter) -> None:
    (list if isinstance(key, int) else dict).__setitem__(held, key, NullObject())


def refer_to_null(held: PdfObject, key: str | int, writer: pypdf.PdfWriter) -> None:
    (list if isinstance(key, int) else dict).__setitem__(held, key, writer._add_object(NullObject()))


@pytest.mark.parametrize("change", [make_null, refer_to_null])
def test_a_null_anywhere_is_as_if_nothing_were_there(
    change: Callable[[PdfObject, str | int, pypdf.PdfWriter], None],
) -> None:
    all_places = list(places(full()))
    assert len(all_places) > 60
    assert [place for place in all_places if told(place, change) != told(place, leave_out)] == []


PAGE = page_of([MOBILE])
EARLIER = PAGE.rindex(b"xref\n0 6")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/Root 1 0 R", "/Root 1 0 R /Encrypt null /Info null /ID null /Prev null /XRefStm null"),
        ("/Root 1 0 R", "/Root 1 0 R /Encrypt 99 0 R /Info 99 0 R"),
        ("/Kids [3 0 R]", "/Kids [null 3 0 R 88 0 R]"),
        ("/Contents 4 0 R", "/Contents [null 4 0 R 88 0 R] /Annots [null 88 0 R]"),
        ("/BaseFont /Helvetica", "/BaseFont /Helvetica /Encoding null /ToUnicode 88 0 R /Widths null"),
        ("<< /Length ", "<< /Filter null /DecodeParms null /Length "),
        ("BT", "/P <</MCID 0 /ActualText null /Alt null>> BDC EMC BT"),
    ],
)
def test_a_null_that_no_writer_leaves_but_the_standard_allows(old: str, new: str) -> None:
    assert old.encode() in PAGE
    inspection = inspect(PAGE.replace(old.encode(), new.encode(), 1), "附件.pdf")
    assert [hit.count for hit in inspection.hits] == [1]
    assert inspection.skipped == ()


def test_a_look_of_a_box_that_shows_nothing_when_it_is_off() -> None:
    writer = written(MOBILE)
    look = dictionary(Off=NullObject(), On=stream(writer, "", Subtype=NameObject("/Form")))
    note = dictionary(Subtype=NameObject("/Widget"), AP=dictionary(N=look))
    writer.pages[0][NameObject("/Annots")] = ArrayObject([NullObject(), writer._add_object(note)])
    assert inspect(saved(writer), "附件.pdf").skipped == ()


def revised(note: bytes, table: Callable[[int], bytes]) -> bytes:
    """A file of one page to which a later revision has given the notes 10 0 R; `note` is what is written for that, `table` its table."""
    page = re.search(rb"3 0 obj\n(.*?)>>\nendobj", PAGE, re.DOTALL)
    assert page is not None
    data = PAGE + b"3 0 obj\n" + page[1] + b"/Annots [10 0 R 10 0 R] >>\nendobj\n"
    changed = b"3 1\n%010d 00000 n \n" % len(PAGE)
    return data + note + b"xref\n%s%sstartxref\n%d\n%%%%EOF\n" % (changed, table(len(data)), len(data + note))


@pytest.mark.parametrize("free", [b"00000", b"65535"])
def test_an_object_in_a_stream_that_an_older_table_calls_free(free: bytes) -> None:
    """A file for readers of two kinds (section 7.5.8.4): those that know no streams of objects shall not see it."""
    inner = b"10 0 << /Subtype /Text /Contents (tel 13712345678) >>"
    packed = b"11 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        len(inner),
        inner,
    )
    entry = struct.pack(">BIH", 2, 11, 0)
    places = b"12 0 obj\n<< /Type /XRef /Size 13 /W [1 4 2] /Index [10 1] /Root 1 0 R /Length 7 >>\nstream\n%s\nendstream\nendobj\n"

    def table(start: int) -> bytes:
        trailer = b"trailer\n<< /Size 13 /Root 1 0 R /Prev %d /XRefStm %d >>\n" % (
            EARLIER,
            start + len(packed),
        )
        return b"10 2\n0000000000 %s f \n%010d 00000 n \n%s" % (free, start, trailer)

    inspection = inspect(revised(packed + places % entry, table), "附件.pdf")
    assert [hit.count for hit in inspection.hits] == [2]
    assert inspection.skipped == ()


@pytest.mark.parametrize(
    ("before", "is_read"), [(b" " * 4000, True), (b"%\n" * 900, True), (b" " * 5000, False)]
)
def test_a_null_behind_blanks_and_comments_is_looked_for_only_near(before: bytes, is_read: bool) -> None:
    """Nobody writes thousands but to keep a reader busy; what was read before is told all the same."""

    def table(start: int) -> bytes:
        return b"10 1\n%010d 00000 n \ntrailer\n<< /Size 11 /Root 1 0 R /Prev %d >>\n" % (start, EARLIER)

    inspection = inspect(revised(b"10 0 obj\n%snull\nendobj\n" % before, table), "附件.pdf")
    assert [hit.count for hit in inspection.hits] == [1]
    assert bool(inspection.skipped) is not is_read


def test_an_object_is_asked_once_whether_it_is_null(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    method = pdf_nulls._WithoutNulls._refers_to_null
    monkeypatch.setattr(
        pdf_nulls._WithoutNulls,
        "_refers_to_null",
        lambda self, value: asked.append(value.idnum) or method(self, value),
    )
    inspect(PAGE.replace(b"/Contents 4 0 R", b"/Contents 4 0 R /Annots [%s]" % (b"88 0 R " * 99)), "附件.pdf")
    assert asked.count(88) == 1
