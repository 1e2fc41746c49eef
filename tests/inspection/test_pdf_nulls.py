"""What is null in a PDF is as if it were not there (ISO 32000-1, section 7.3.7): nobody hears that the file is damaged."""

from __future__ import annotations

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
