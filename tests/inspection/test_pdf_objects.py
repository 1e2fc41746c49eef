"""What a PDF says beside its pages, wherever it is written: scripts, forms, notes, files inside, earlier revisions."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdf
import pytest
from benchmarks.attachments import page_of
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from inspection.test_pdf_spoken import dictionary
from noticeboard.inspection.inspect import Inspection, inspect

MOBILE = "13812345678"
SAID = TextStringObject(MOBILE)
SCRIPT = dictionary(S=NameObject("/JavaScript"), JS=TextStringObject(f'app.alert("{MOBILE}")'))
Fill = Callable[[pypdf.PdfWriter], None]


def written(text: str = "Dear all") -> pypdf.PdfWriter:
    return pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(page_of([text]))))


def saved(writer: pypdf.PdfWriter) -> bytes:
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def look(fill: Fill) -> Inspection:
    writer = written()
    fill(writer)
    return inspect(saved(writer), "附件.pdf")


def found(inspection: Inspection) -> list[tuple[str, int, str]]:
    return [(hit.detector, hit.count, hit.where) for hit in inspection.hits]


def stream(writer: pypdf.PdfWriter, text: str | bytes, **more: PdfObject) -> PdfObject:
    made = DecodedStreamObject()
    made.set_data(text if isinstance(text, bytes) else text.encode())
    made.update(dictionary(**more))
    return writer._add_object(made)


def in_root(**values: PdfObject) -> Fill:
    return lambda writer: writer.root_object.update(dictionary(**values))


def in_page(**values: PdfObject) -> Fill:
    return lambda writer: writer.pages[0].update(dictionary(**values))


def in_note(**values: PdfObject) -> Fill:
    def fill(writer: pypdf.PdfWriter) -> None:
        note = dictionary(Rect=ArrayObject([NumberObject(0)] * 4), **values)
        # Its page, as programs write it: what that holds is not the note's.
        note[NameObject("/P")] = writer.pages[0].indirect_reference
        writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])

    return fill


def in_form(**values: PdfObject) -> Fill:
    def fill(writer: pypdf.PdfWriter) -> None:
        field = writer._add_object(dictionary(FT=NameObject("/Tx"), **values))
        in_root(AcroForm=dictionary(Fields=ArrayObject([field])))(writer)

    return fill


def choices(*texts: str) -> ArrayObject:
    return ArrayObject([ArrayObject([TextStringObject("1"), TextStringObject(text)]) for text in texts])


def form_in_xml(writer: pypdf.PdfWriter) -> None:
    packet = stream(writer, f"<data><phone>{MOBILE}</phone></data>")
    in_root(AcroForm=dictionary(Fields=ArrayObject(), XFA=packet))(writer)


def stamp(writer: pypdf.PdfWriter) -> None:
    font = dictionary(
        Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica")
    )
    look = stream(
        writer,
        f"BT /F1 12 Tf ({MOBILE}) Tj ET",
        Subtype=NameObject("/Form"),
        BBox=ArrayObject([NumberObject(0)] * 4),
        Resources=dictionary(Font=dictionary(F1=font)),
    )
    in_note(Subtype=NameObject("/Stamp"), AP=dictionary(N=look))(writer)


def filled_later(writer: pypdf.PdfWriter) -> None:
    in_form(V=stream(writer, MOBILE.encode("utf-16")))(writer)


def opened_later(writer: pypdf.PdfWriter) -> None:
    script = dictionary(S=NameObject("/JavaScript"), JS=stream(writer, f'x = "{MOBILE}"'))
    in_root(OpenAction=script)(writer)


ROOT, FORM, NOTE, PAGE = "脚本和附带的数据", "表单", "第 1 页的批注和链接", "第 1 页附带的数据"
PLACES = {
    "what runs when it opens": (in_root(OpenAction=SCRIPT), ROOT),
    "what runs then, in a stream": (opened_later, ROOT),
    "a script with a name": (
        in_root(Names=dictionary(JavaScript=dictionary(Names=ArrayObject([TextStringObject("a"), SCRIPT])))),
        ROOT,
    ),
    "private data": (in_root(PieceInfo=dictionary(X=dictionary(Private=SAID))), ROOT),
    "a place with a name": (in_root(Dests=dictionary(**{MOBILE: ArrayObject()})), ROOT),
    "letters of GBK": (in_root(X=ByteStringObject(f"电话{MOBILE}".encode("gb18030"))), ROOT),
    "what runs with a page": (in_page(AA=dictionary(O=SCRIPT)), PAGE),
    "private data of a page": (in_page(PieceInfo=dictionary(X=dictionary(Private=SAID))), PAGE),
    "a note": (in_note(Contents=SAID), NOTE),
    "a script of a link": (in_note(A=SCRIPT), NOTE),
    "a link to a file": (in_note(A=dictionary(S=NameObject("/GoToR"), F=SAID)), NOTE),
    "what comes behind a link": (
        in_note(A=dictionary(S=NameObject("/Named"), Next=dictionary(URI=TextStringObject(f"tel:{MOBILE}")))),
        NOTE,
    ),
    "a stamp that only shows": (stamp, NOTE),
    "what a field holds": (in_form(V=SAID), FORM),
    "what it holds, in a stream": (filled_later, FORM),
    "what it held at first": (in_form(DV=SAID), FORM),
    "what it offers": (in_form(Opt=choices(MOBILE)), FORM),
    "what it is called": (in_form(TU=SAID), FORM),
    "a form in XML": (form_in_xml, FORM),
}


@pytest.mark.parametrize("place", PLACES)
def test_what_is_written_there_is_found(place: str) -> None:
    fill, where = PLACES[place]
    inspection = look(fill)
    assert found(inspection) == [("mobile-number", 1, where)]
    assert inspection.skipped == ()


def test_a_file_that_a_note_brings_along() -> None:
    def fill(writer: pypdf.PdfWriter) -> None:
        inside = dictionary(F=stream(writer, f"1\n{MOBILE}"))
        in_note(FS=dictionary(Type=NameObject("/Filespec"), UF=TextStringObject("b.txt"), EF=inside))(writer)

    assert found(look(fill)) == [("mobile-number", 1, "里面的“b.txt” 第 2 行")]


def test_objects_that_hold_themselves_and_nothing() -> None:
    def fill(writer: pypdf.PdfWriter) -> None:
        held = DictionaryObject()
        held[NameObject("/X")] = writer._add_object(held)
        in_root(X=held, Dests=ArrayObject(), OpenAction=NumberObject(1))(writer)

    assert look(fill) == Inspection()


def changed(text: str) -> bytes:
    """A file whose only page was written anew behind its end."""
    writer = pypdf.PdfWriter(io.BytesIO(saved(written(MOBILE))), incremental=True)
    font = b"BT /F1 12 Tf (%s) Tj ET"
    writer.pages[0][NameObject("/Contents")] = stream(writer, font % text.encode())
    return saved(writer)


def test_what_was_changed_and_is_still_in_the_file() -> None:
    inspection = inspect(changed("Dear all of you"), "附件.pdf")
    assert found(inspection) == [("mobile-number", 1, "第 1 页改动以前、还留在文件里的文字")]


def test_a_note_that_was_taken_out() -> None:
    before = written()
    in_note(Contents=SAID)(before)
    writer = pypdf.PdfWriter(io.BytesIO(saved(before)), incremental=True)
    del writer.pages[0]["/Annots"]
    assert found(inspect(saved(writer), "附件.pdf")) == [("mobile-number", 1, "改动以前、还留在文件里的文字")]


def test_what_is_the_same_in_an_earlier_revision_is_told_once() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(saved(written(MOBILE))), incremental=True)
    writer.add_metadata({"/Title": "x"})
    assert found(inspect(saved(writer), "附件.pdf")) == [("mobile-number", 1, "第 1 页")]


ALGORITHMS = ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"]


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@pytest.mark.parametrize("password", ["", "secret"])
def test_only_what_needs_a_password_is_not_read(algorithm: str, password: str) -> None:
    writer = written(MOBILE)
    writer.encrypt(password, owner_password="owner", algorithm=algorithm)
    inspection = inspect(saved(writer), "附件.pdf")
    assert inspection.skipped == (("它加了密码",) if password else ())
    assert bool(inspection.hits) is not bool(password)


def test_without_what_decrypts_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise pypdf.errors.DependencyError("x")

    monkeypatch.setattr(pypdf.PdfReader, "decrypt", fails)
    writer = written(MOBILE)
    writer.encrypt("", owner_password="owner", algorithm="RC4-128")
    (reason,) = inspect(saved(writer), "附件.pdf").skipped
    assert "pip install 'noticeboard[attachments]'" in reason
