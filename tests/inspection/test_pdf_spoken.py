"""What a PDF says instead of what it shows, or beside it: alternate texts, of marks and of the elements of a tagged file."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from noticeboard.inspection import pdf, pdf_objects
from noticeboard.inspection.inspect import Inspection, inspect
from noticeboard.inspection.pdf_objects import TOO_MANY

MOBILE = "13812345678"
Kids = Callable[[pypdf.PdfWriter], PdfObject]


def dictionary(**values: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})


def figure(said: str = MOBILE) -> DictionaryObject:
    return dictionary(Alt=TextStringObject(said))


def look(shown: str, kids: Kids | None = None, pages: int = 1) -> Inspection:
    """What is found in a file whose pages show so, and whose tree of elements begins with these."""
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        page = writer.add_blank_page(200, 200)
        font = dictionary(
            Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica")
        )
        named = dictionary(MC0=dictionary(ActualText=TextStringObject(MOBILE)))
        page[NameObject("/Resources")] = dictionary(Font=dictionary(F1=font), Properties=named)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    if kids is not None:
        tree = dictionary(K=kids(writer))
        writer.root_object[NameObject("/StructTreeRoot")] = writer._add_object(tree)
    data = io.BytesIO()
    writer.write(data)
    return inspect(data.getvalue(), "附件.pdf")


def found(inspection: Inspection) -> list[tuple[str, int, str]]:
    return [(hit.detector, hit.count, hit.where) for hit in inspection.hits]


@pytest.mark.parametrize(
    "mark",
    [
        "/Span <</ActualText (13812345678)>> BDC (Dear all) Tj EMC",
        "/Span /MC0 BDC (Dear all) Tj EMC",
        "/Span /MC0 BDC (Dear all) Tj EMC /Span /MC0 BDC (Dear all) Tj EMC",
        "(Dear all) Tj /Span <</ActualText (13812345678)>> DP",
        "(Dear all) Tj /Span /MC0 DP",
    ],
)
def test_marks(mark: str) -> None:
    inspection = look(mark)
    assert found(inspection) == [("mobile-number", 1, "第 1 页的替代文字")]
    assert inspection.skipped == ()


@pytest.mark.parametrize(
    "mark", ["/Span /MC1 BDC (Dear all) Tj EMC", "/Span 7 DP (Dear all) Tj", "DP (x) Tj"]
)
def test_marks_that_say_nothing(mark: str) -> None:
    assert look(mark) == Inspection()


def of_itself(writer: pypdf.PdfWriter) -> PdfObject:
    kids = ArrayObject()
    place = writer._add_object(kids)
    kids += [place, place, writer._add_object(figure())]
    return place


def ten_fold(writer: pypdf.PdfWriter) -> PdfObject:
    place = writer._add_object(figure())
    for _ in range(40):
        place = writer._add_object(ArrayObject([place] * 10))
    return place


def its_own_kid(writer: pypdf.PdfWriter) -> PdfObject:
    element = figure()
    place = writer._add_object(element)
    element[NameObject("/K")] = place
    return place


@pytest.mark.parametrize(
    "kids",
    [
        lambda _: figure(),
        lambda writer: ArrayObject([writer._add_object(figure())]),
        lambda _: ArrayObject([ArrayObject([figure()])]),
        of_itself,
        ten_fold,
        its_own_kid,
    ],
)
def test_each_element_is_read_once(kids: Kids) -> None:
    inspection = look("(Dear all) Tj", kids)
    assert found(inspection) == [("mobile-number", 1, "图片的说明")]
    assert inspection.skipped == ()


@pytest.mark.parametrize(("most", "reasons"), [(1000, ()), (5, (TOO_MANY,))])
def test_pages_are_read_whatever_objects_there_are(monkeypatch: pytest.MonkeyPatch, most, reasons) -> None:
    monkeypatch.setattr(pdf_objects, "MOST_OBJECTS", most)
    inspection = look("(13912345678) Tj", lambda _: ArrayObject([figure(str(it)) for it in range(9)]))
    assert found(inspection) == [("mobile-number", 1, "第 1 页")]
    assert inspection.skipped == reasons


def test_elements_of_a_file_of_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_PAGES", 1)
    inspection = look("(Dear all) Tj", lambda _: figure(), pages=2)
    assert found(inspection) == [("mobile-number", 1, "图片的说明")]
    assert inspection.skipped == ("它超过 1 页，后面的没有查",)
