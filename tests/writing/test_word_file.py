"""A document becomes a Word file that looks like an official paper, and comes back from it as it was."""

import io
import re
import struct
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest

from noticeboard.catalog.catalog import build_catalog
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.document_set import read_documents
from noticeboard.content.repository.files import Files, list_files
from noticeboard.content.repository.history import History
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.site_file import read_site_file
from noticeboard.content.source import read_source
from noticeboard.fixing.meaning import meaning
from noticeboard.importing.document_file import make
from noticeboard.importing.file_names import with_pictures
from noticeboard.importing.reading import read_draft
from noticeboard.writing.word_file import word_file
from noticeboard.writing.word_layout import RAW
from noticeboard.writing.word_pictures import PictureFiles

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 20)
NO_FILES = PictureFiles(ROOT, Files())
SETTINGS = Settings(organisation="甲校工会")
HEAD = "---\n类型: {}\n标题: “三八”<计划> & 安排\n日期: 2026-03-04\n{}---\n\n"


def document_of(body, kind="计划", fields="期间: 2026年\n"):
    document, _ = read_document(
        read_source("plans/2026/a.md", (HEAD.format(kind, fields) + body).encode(), KNOWN_KEYS), SETTINGS
    )
    return document


def file_of(document, settings=SETTINGS, others=(), source=NO_FILES):
    catalog = build_catalog((document, *others), settings, TODAY, Files(), History())
    return word_file(catalog, document, source)


def back(data, path, settings=SETTINGS):
    (part,) = read_draft(data, "a.docx").parts
    return make(part, {}, settings, path=path, today=TODAY).document


@pytest.mark.slow
def test_every_document_of_the_sample_site_comes_back():
    settings, _ = read_site_file(ROOT)
    documents = read_documents(ROOT, settings).valid
    assert len(documents) > 80
    files = list_files(ROOT)
    catalog = build_catalog(documents, settings, TODAY, files, History())
    changed, raw, pictures = {}, {}, []
    for document in documents:
        data = word_file(catalog, document, PictureFiles(ROOT, files))
        again = meaning(back(data, document.path, settings))
        changed[document.path] = [name for name, value in meaning(document).items() if again[name] != value]
        shown = docx.Document(io.BytesIO(data))
        raw[document.path] = [one.text for one in shown.paragraphs if one.style.style_id == RAW]
        pictures += shown.inline_shapes
    assert {path: names for path, names in changed.items() if names} == {}
    assert {path: lines for path, lines in raw.items() if lines} == {}
    assert len(pictures) >= 2


BODIES = {
    "items of all kinds": "### 三月\n\n- [x] 8日 14:30 座谈会（地点：礼堂）→ [小结](小结(1).md)\n- [ ] 植树\n    - 带铁锹\n    - 戴手套\n- ~~登山~~（取消：下雨）\n\n1、读书\n（1）选书\n①分组\n2、写心得\n",
    "a paragraph in an item": "- 一\n\n    一的第二段。\n\n- 二\n",
    "html": '<table>\n<tr><th>月份</th><th>内容</th></tr>\n<tr><td rowspan="2">三月</td><td>植树</td></tr>\n<tr><td>读书</td></tr>\n</table>\n\n<details>\n<summary>更多</summary>\n\n里面的话。\n\n</details>\n\n后面的话。\n',
    "code and quotes": '> 引用的话。\n\n```text\n  两格\n\n一格\n```\n\n---\n\n!!! note "注意"\n    一句话。\n\n末尾。\n',
    "footnotes": "一句话[^1]。\n\n另一句。\n\n[^1]: 脚注。\n",
    "footnotes by numbers": "一句话[^1]，**两句**[^2]。\n\n- 一条[^3]\n\n| a | b |\n|---|---|\n| 1[^4] | |\n\n[^1]: 脚注一。\n\n[^2]: 见[网页](https://a.example)。\n[^3]: 三\n\n[^4]: 四\n",
    "footnotes in another order": "一[^2]，二[^1]，又[^2]。\n\n[^1]: 甲\n\n[^2]: 乙\n",
    "footnotes with what Word has no form for": "一[^1]，二[^2]。\n\n[^1]: 甲\n[^2]: 用 `make` 乙\n",
    "footnotes of two paragraphs": "一[^1]。\n\n[^1]: 甲\n\n    乙\n",
    "a footnote in the middle": "一[^1]。\n\n[^1]: 甲\n\n二。\n",
    "a footnote that nobody names": "一。\n\n[^1]: 甲\n",
    "a footnote in a quotation": "> 一[^1]。\n\n[^1]: 甲\n",
    "merged cells": '<table>\n<tr><th>月份</th><th colspan="2">内容</th></tr>\n<tr><td rowspan="2">三月</td><td>植树 &lt;a&gt; &amp;</td><td></td></tr>\n<tr><td colspan="2"><p>一</p><p>二</p></td></tr>\n<tr><td>四月</td><td>上<br>下</td><td>末</td></tr>\n</table>\n\n后面。\n',
    "a table in HTML that needs none": "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</table>\n",
    "merged cells that burst the table": '<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td rowspan="9">1</td><td colspan="3">2</td></tr>\n</table>\n',
    "merged cells with more in them": '<table class="x">\n<tr><th colspan="2">a</th></tr>\n<tr><td><b>1</b></td><td>2</td></tr>\n</table>\n',
    "raw blocks one after the other": "一 `a`。\n\n二 `b`。\n\n```\nc\n```\n\n> 引用\n\n另一段。\n\n用 `d`。\n",
    "signs": "张*明 3*4 a_b \\*\\*不粗\\*\\* \\[x\\] \\<b> **粗 ~~删~~** C:\\\\dir\n\n\\# 不是标题\n\n一行  \n两行\n",
    "months table": "| 月份 | 内容 | 负责 |\n|---|:---:|---:|\n| 三月 | 植树；读书 | 张三 |\n| 4月 | a\\|b | |\n",
    "picture": "![合影](附件/合影.jpg)\n",
    "asked address": "## 标题 {#biaoti}\n\n[去](#biaoti)\n",
    "nothing": "",
    "signed": "全体会员：\n\n请参加。\n\n甲校工会\n\n2026年3月1日\n",
    "boxes without items": "□是 □否\n\n☑ 已办\n",
    "deep lists": "".join(f"{'    ' * depth}- 第{depth}层\n" for depth in range(6)),
}


@pytest.mark.parametrize("name", BODIES)
def test_whatever_a_body_holds_comes_back(name):
    document = document_of(BODIES[name])
    again = back(file_of(document), document.path)
    assert meaning(again) == meaning(document)


def test_front_matter_comes_back_as_it_was_typed():
    fields = "期间: 2026年\n目标:\n  - 建会率: ≥95%\n标签: [一, 二]  # 说明\n"
    document = document_of("一。\n", fields=fields)
    assert back(file_of(document), document.path).head == document.head


def test_the_same_document_gives_the_same_bytes():
    document = document_of("一。\n")
    assert file_of(document) == file_of(document)


def paragraphs_of(data):
    return [
        (paragraph.style.name, paragraph.text)
        for paragraph in docx.Document(io.BytesIO(data)).paragraphs
        if paragraph.text
    ]


def test_a_disclosure_shows_its_fields_its_issuer_and_its_day():
    fields = "类别: 财务\n责任部门: 财务室\n公示期: 2026-03-04 至 2026-03-10\n"
    shown = paragraphs_of(file_of(document_of("正文。\n", "公开", fields)))
    assert shown[0] == ("Title", "“三八”<计划> & 安排")
    assert ("公告栏项目", "责任部门：财务室") in shown
    assert shown[-2:] == [("公告栏项目", "甲校工会"), ("公告栏项目", "2026年3月4日")]


def test_a_proposal_has_a_form():
    file = docx.Document(
        io.BytesIO(
            file_of(document_of("## 案由\n\n一。\n", "提案", "届次: 三届二次\n提案人: 张三\n立案: 立案\n"))
        )
    )
    rows = [[cell.text for cell in row.cells] for row in file.tables[0].rows]
    assert ["届次", "三届二次"] in rows
    assert ["提案人", "张三"] in rows


def test_a_signed_text_is_not_signed_twice():
    shown = paragraphs_of(file_of(document_of(BODIES["signed"], "通知", "")))
    assert [text for _, text in shown].count("甲校工会") == 1
    assert shown[-1] == ("落款", "2026年3月1日")


def test_pages_are_numbered_and_as_large_as_an_official_paper():
    section = docx.Document(io.BytesIO(file_of(document_of("一。\n")))).sections[0]
    assert "PAGE" in section.footer._element.xml
    assert (
        round(section.page_width.mm),
        round(section.page_height.mm),
        round(section.top_margin.mm),
        round(section.left_margin.mm),
    ) == (210, 297, 37, 28)


def test_what_somebody_adds_in_word_comes_along():
    document = document_of("## 一、工作\n\n做好工作。\n")
    file = docx.Document(io.BytesIO(file_of(document)))
    file.paragraphs[-1].insert_paragraph_before("新加的一段。", style="正文段落")
    stream = io.BytesIO()
    file.save(stream)
    assert "做好工作。\n\n新加的一段。\n" in back(stream.getvalue(), document.path).body


def test_notes_and_merged_cells_are_those_of_word():
    data = file_of(document_of(BODIES["footnotes by numbers"] + "\n"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("word/document.xml").decode().count("<w:footnoteReference ") == 4
        assert "脚注一。" in archive.read("word/footnotes.xml").decode()
    (table,) = docx.Document(io.BytesIO(file_of(document_of(BODIES["merged cells"])))).tables
    assert table.cell(0, 1)._tc is table.cell(0, 2)._tc
    assert table.cell(1, 0)._tc is table.cell(2, 0)._tc
    assert [one.text for one in table.cell(2, 1).paragraphs] == ["一", "二"]
    for name in ("footnotes by numbers", "merged cells"):
        assert "\u200b" not in "".join(text for _, text in paragraphs_of(file_of(document_of(BODIES[name]))))


def png(width=300, height=200):
    return b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + struct.pack(">II", width, height) + bytes(20)


def jpeg(width, height):
    about = b"\xff\xe0\0\x10JFIF\0" + bytes(9)
    return b"\xff\xd8" + about + b"\xff\xc0\0\x0b\x08" + struct.pack(">HH", height, width) + b"\1\1\x11\0"


PICTURES = {
    "植树.png": png(),
    "附件/合 影(1).jpg": jpeg(5000, 1000),
    "动.gif": b"GIF89a" + struct.pack("<HH", 20, 90),
    "网.webp": b"RIFF\0\0\0\0WEBP",
    "假.png": b"GIF89a",
}
SHOWN = "![植树的合影](植树.png)\n\n- 一条 ![](<附件/合 影(1).jpg>) 后面\n\n    ![动](动.gif)\n\n再看 ![植树的合影](植树.png)\n"
TYPED = '![网](网.webp)\n\n![假](假.png)\n\n![题](植树.png "题")\n\n![没有](没有.png)\n\n![外](https://a.example/b.png)\n\n![上](../../植树.png)\n'


@pytest.fixture
def board(tmp_path):
    """A board of pictures, as `PictureFiles` reads them."""
    for name, data in PICTURES.items():
        place = tmp_path / "plans/2026" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return PictureFiles(tmp_path, list_files(tmp_path))


def test_pictures_are_shown_and_come_back(board):
    document = document_of(SHOWN + "\n" + TYPED)
    data = file_of(document, source=board)
    file = docx.Document(io.BytesIO(data))
    sizes = [(round(shape.width / 9525), round(shape.height / 9525)) for shape in file.inline_shapes]
    assert sizes == [(300, 200), (588, 118), (20, 90), (300, 200)]
    raw = [one.text for one in file.paragraphs if one.style.style_id == RAW]
    assert [line for text in raw if (line := text.strip("\u200b"))] == [
        line for line in TYPED.split("\n") if line
    ]
    (part,) = read_draft(data, "a.docx").parts
    assert part.body == document.body.lstrip("\n")


def test_a_board_without_the_pictures_gets_them(board, tmp_path):
    draft = read_draft(file_of(document_of(SHOWN), source=board), "a.docx")
    assert draft.pictures.keys() == PICTURES.keys() - {"网.webp", "假.png"}
    files = with_pictures("plans/2027/b.md", draft.parts[0].body, draft.pictures)
    (tmp_path / "plans/2027").mkdir(parents=True)
    (tmp_path / "plans/2027/植树.png").write_bytes(b"mine")
    files.write(tmp_path)
    assert (tmp_path / "plans/2027/附件/合 影(1).jpg").read_bytes() == PICTURES["附件/合 影(1).jpg"]
    assert (tmp_path / "plans/2027/植树.png").read_bytes() == b"mine"


def test_a_picture_that_somebody_adds_in_word_comes_along(board):
    file = docx.Document(io.BytesIO(file_of(document_of(SHOWN), source=board)))
    file.add_picture(str(ROOT / "plans/2024/附件/运动会场地示意图.png"))
    stream = io.BytesIO()
    file.save(stream)
    draft = read_draft(stream.getvalue(), "a.docx")
    new = draft.pictures.keys() - PICTURES.keys()
    assert len(new) == 1
    assert draft.parts[0].body.endswith(f"![]({new.pop()})\n")


@pytest.mark.parametrize(
    "name", ["../../../图.png", "/etc/图.png", "a/.git/图.png", "C:/图.png", "a\\图.png", "图.md", "图.svg"]
)
def test_no_name_of_a_picture_leads_out_of_the_board(board, tmp_path, name):
    data = file_of(document_of("![图](植树.png)\n"), source=board)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, old.read(entry).replace('"植树.png"'.encode(), f'"{name}"'.encode()))
    draft = read_draft(stream.getvalue(), "a.docx")
    root = tmp_path / "a/b/c"
    root.mkdir(parents=True)
    with_pictures("plans/2027/b.md", draft.parts[0].body, draft.pictures).write(root)
    written = {place for place in tmp_path.rglob("*") if place.is_file()} - set(board.root.glob("plans/**/*"))
    assert {place.parent for place in written} == {root / "plans/2027"}


@pytest.mark.parametrize(
    "name", ["items of all kinds", "signed", "merged cells", "footnotes by numbers", "deep lists"]
)
def test_a_file_comes_back_from_programs_that_name_styles_anew(name):
    body = BODIES[name].replace("小结(1).md", "小结(1).md#a-1").replace("a.example", "a.example#a-1")
    document = document_of(body, "通知", "")
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file_of(document))) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.namelist():
            part = re.sub(rb'"Board(\w+)"', rb'"Style\1"', old.read(entry))
            new.writestr(entry, re.sub(rb"r:id=", rb'w:anchor="a-1" r:id=', part.replace(b"#a-1", b"")))
    assert b'"StyleFact"' in zipfile.ZipFile(stream).read("word/styles.xml")
    again = back(stream.getvalue(), document.path)
    assert meaning(again) == meaning(document)
    assert again.body == back(file_of(document), document.path).body
