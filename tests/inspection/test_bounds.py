"""Files made to be slow or large: read in one pass, or left where a budget ends. None of them is large itself."""

from __future__ import annotations

import io
import lzma
import zipfile

import pytest

from noticeboard.inspection.inspect import MOST_HITS, inspect
from noticeboard.inspection.passages import Budget, PassageBuilder

ID = "110101199003077715"
MOBILE = "13800000000"
BOOK = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
}


def zipped(files: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def sheet(content: str, **parts: str) -> bytes:
    named = {f"xl/{name}.xml": data for name, data in parts.items()}
    return zipped(BOOK | {"xl/worksheets/sheet1.xml": f"<worksheet>{content}</worksheet>"} | named)


def document(body: str) -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": f"<document>{body}</document>"})


def steps(data: bytes, name: str = "a") -> int:
    """How much work a file is."""
    budget = Budget()
    assert inspect(data, name, budget=budget).skipped == ()
    return Budget().steps - budget.steps


def reasons(data: bytes, **left: int) -> tuple[str, ...]:
    return inspect(data, "a", budget=Budget(**left)).skipped


def test_elements_in_each_other_are_read_once() -> None:
    nested = "<tr><tc><p><t>甲</t></p>" * 200 + "</tc></tr>" * 200
    assert steps(document(nested)) == 2 + 200 * 4


@pytest.mark.parametrize("name", ["tc", "p", "r", "tbl"])
def test_deeper_than_any_writer_is_not_read(name: str) -> None:
    deep = f"<{name}>" * 2000 + f"</{name}>" * 2000
    assert reasons(document(f"<tr><tc>{deep}</tc></tr>")) == ("里面一层套一层，太深",)


def test_nested_tables_are_found_in_and_keep_the_outer_rows_together() -> None:
    inner = f"<tbl><tr><tc><p><t>{ID}</t></p></tc></tr></tbl>"
    rows = "<tr><tc><p><t>姓名</t></p></tc><tc><p><t>致困原因</t></p></tc></tr>"
    rows += f"<tr><tc><p><t>张伟</t></p></tc><tc><p><t>待核</t></p>{inner}</tc></tr>"
    rows += "<tr><tc><p><t>李丽</t></p></tc><tc><p><t>待核</t></p></tc></tr>"
    found = {hit.detector: hit.count for hit in inspect(document(f"<tbl>{rows}</tbl>"), "a").hits}
    assert found["hardship"] == 2
    assert "identity-number" in found


@pytest.mark.parametrize(
    "columns",
    ['<col min="-2000000000" max="1" hidden="1"/>', '<col min="1" max="9" hidden="1"/>', '<col hidden="1"/>'],
)
def test_ranges_of_columns_are_never_counted_out(columns: str) -> None:
    data = sheet(f'<cols>{columns}</cols><sheetData><row><c r="A1"><v>{MOBILE}</v></c></row></sheetData>')
    assert steps(data) < 100
    assert [hit.detector for hit in inspect(data, "a").hits] == ["mobile-number"]


def test_merged_cells_and_dimensions_are_not_unfolded() -> None:
    deduplicate = '<dimension ref="A1:XFD1048576"/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert steps(sheet(deduplicate)) < 100


def test_cells_far_to_the_right_cost_what_they_leave_empty() -> None:
    far = sheet("<sheetData>" + '<row><c r="AMJ1"><v>1</v></c></row>' * 50 + "</sheetData>")
    assert reasons(far, steps=20_000) == ("里面的表格或段落太多",)


def test_a_string_that_many_cells_show_is_counted_each_time() -> None:
    rows = '<row><c t="s"><v>0</v></c></row>' * 100
    data = sheet(f"<sheetData>{rows}</sheetData>", sharedStrings=f"<sst><si><t>{'王' * 1000}</t></si></sst>")
    assert reasons(data, characters=50_000) == ("里面的文字太多",)


def test_repeated_cells_of_a_spreadsheet_are_not_unfolded() -> None:
    cell = f'<table-cell number-columns-repeated="1000000000"><p>{MOBILE}</p></table-cell>'
    row = f'<table-row number-rows-repeated="1000000000">{cell}</table-row>'
    data = zipped({"content.xml": f"<table>{row}</table>"})
    assert steps(data) < 10
    assert [hit.count for hit in inspect(data, "a").hits] == [1]


def test_what_a_pivot_table_keeps_is_read() -> None:
    cache = f'<d><s v="{ID}"/></d>'
    data = zipped(BOOK | {"xl/pivotCache/pivotCacheDefinition1.xml": cache})
    assert [hit.where for hit in inspect(data, "a").hits] == ["数据透视表留下的数据"]


@pytest.mark.parametrize("name", ["", "/", "//", "a/"])
def test_entries_without_a_name(name: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        entry = zipfile.ZipInfo("x")
        entry.filename = name
        archive.writestr(entry, b"")
        archive.writestr("a.txt", ID)
    assert [hit.detector for hit in inspect(target.getvalue(), "a").hits] == ["identity-number"]


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_a_broken_stream_is_one_sentence(method: int) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.writestr("a.txt", bytes(range(256)) * 200)
    data = bytearray(target.getvalue())
    data[45:200] = b"\xff" * 155
    (reason,) = inspect(bytes(data), "a").skipped
    assert "损坏" in reason


@pytest.mark.parametrize(
    "error", [RecursionError, MemoryError, lzma.LZMAError, ZeroDivisionError, AssertionError]
)
def test_whatever_a_library_raises_is_one_sentence(error: type[Exception], monkeypatch) -> None:
    def fail(*_, **__):
        raise error("deep in a library")

    monkeypatch.setattr("noticeboard.inspection.file_formats.read_lines", fail)
    assert len(inspect(document(""), "a.docx").skipped) == 1


def test_what_was_found_before_a_file_broke_is_told() -> None:
    data = document(f"<p><t>{ID}</t></p>" + "<p><t>甲</t></p>" * 60_000 + "<broken")
    inspection = inspect(data, "a.docx")
    assert [hit.detector for hit in inspection.hits] == ["identity-number"]
    assert inspection.skipped == ("里面有损坏的部分",)


@pytest.mark.slow
def test_a_leaked_list_is_told_with_its_first_place() -> None:
    rows = "".join(f"王某,138{number:08d},{ID}\n" for number in range(60_000))
    hits = inspect(f"姓名,手机,身份证\n{rows}".encode("gb18030"), "名单.csv").hits
    assert {hit.detector: (hit.count, hit.where) for hit in hits} == {
        "identity-number": (MOST_HITS, "第 2 行"),
        "mobile-number": (MOST_HITS, "第 2 行"),
    }


@pytest.mark.slow
def test_the_head_of_a_table_counts_for_all_its_rows() -> None:
    rows = f"{MOBILE},张某\n" * 30_000
    assert inspect(f"工号,姓名\n{rows}".encode(), "名单.csv").hits == ()
    last = inspect(f"工号,手机\n{rows}1,{MOBILE}\n".encode(), "名单.csv")
    assert [(hit.count, hit.where) for hit in last.hits] == [(1, "第 30002 行 ")] or last.hits[
        0
    ].where == "第 30002 行"


def test_a_passage_repeats_the_head_and_says_so() -> None:
    draft = PassageBuilder()
    for number in range(3):
        draft.add(f"|{number}|")
    assert draft.take().repeated == 0
    draft.add("|3|")
    passage = draft.take()
    assert (passage.text, passage.repeated) == ("|0|\n|3|", 4)


@pytest.mark.slow
@pytest.mark.parametrize("sign", [" ", ";", "，", "、", "|"])
def test_numbers_of_one_endless_line_stay_whole(sign: str) -> None:
    count = 50_000
    text = sign.join([MOBILE] * count)
    (hit,) = inspect(text.encode(), "a.txt").hits
    assert (hit.count, hit.where) == (MOST_HITS, "第 1 行")
    single = "甲" * 300_000 + sign + ID + sign + "乙" * 300_000
    assert [hit.count for hit in inspect(single.encode(), "a.txt").hits] == [1]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_text_in_every_encoding(encoding: str) -> None:
    text = f"第一行\r\n\r\n第三行 {ID}\r\n"
    assert [hit.where for hit in inspect(text.encode(encoding), "a.txt").hits] == ["第 3 行"]


def test_a_table_that_is_none_is_read_on_as_text_from_there() -> None:
    data = f"姓名,号\n张某,{ID}\n".encode() + b'"' + b"a" * 140_000 + f"\n李某,{ID}\n".encode()
    (hit,) = inspect(data, "名单.csv").hits
    assert (hit.count, hit.where) == (2, "第 2 行")


def test_all_that_is_blank_is_nothing() -> None:
    for data in (b"\n" * 1_000_000, b" " * 1_000_000, b"," * 1_000_000):
        assert inspect(data, "a.txt") == inspect(b"", "a.txt")
