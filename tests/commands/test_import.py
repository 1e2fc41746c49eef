"""`board import`: what an officer has becomes documents of the board, and nothing that is there is touched."""

import importlib
import io
import zipfile
from datetime import date

import docx as word
import pytest

from importing.word_files import docx, paragraph
from noticeboard.build import load
from noticeboard.commands import asking
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import read_source
from noticeboard.edition import Edition

command = importlib.import_module("noticeboard.commands.import")

PLAN = docx(
    paragraph("2026年工会工作计划", '<w:jc w:val="center"/>')
    + paragraph("一、指导思想")
    + paragraph("以服务会员为中心。")
    + paragraph("二、逐月安排")
    + paragraph("三月份")
    + paragraph("1、8日 女教师座谈会")
    + paragraph("2、植树")
    + paragraph("乙校分工会")
    + paragraph("2026年1月10日")
)
KNOWN = ("--type", "计划", "--year", "2026", "--unit", "甲校工会", "--date", "2026-01-10")


@pytest.fixture
def files(tmp_path):
    """`files(name=bytes, …)`: writes files to be imported, and gives their paths."""

    def write(**contents):
        folder = tmp_path / "来"
        folder.mkdir(exist_ok=True)
        for name, data in contents.items():
            (folder / name.replace("__", ".")).write_bytes(data if isinstance(data, bytes) else data.encode())
        return [folder / name.replace("__", ".") for name in contents]

    return write


def text_of(tmp_path, path):
    return (tmp_path / path).read_text(encoding="utf-8")


def activities_of(text):
    settings = Settings(
        organisation="甲校工会", units=[{"name": "甲校工会"}, {"name": "乙校分工会", "slug": "yi"}]
    )
    document, _ = read_document(read_source("plans/a.md", text.encode(), KNOWN_KEYS), settings)
    return [
        (activity.text, [month.number for month in activity.time.months]) for activity in document.activities
    ]


def test_a_plan_of_word_is_a_document_that_passes_strictly(run, tmp_path, files):
    done = run("import", *files(plan__docx=PLAN))
    assert done.exit_code == 0, done.output
    assert done.output == "plan.docx → plans/2026/2026年工会工作计划.md（2 项活动）\n"
    assert text_of(tmp_path, "plans/2026/2026年工会工作计划.md") == (
        "---\n类型: 计划\n标题: 2026年工会工作计划\n单位: 乙校分工会\n日期: 2026-01-10\n期间: 2026年\n---\n\n"
        "## 一、指导思想\n\n以服务会员为中心。\n\n## 二、逐月安排\n\n### 三月份\n\n1、8日 女教师座谈会\n2、植树\n\n乙校分工会\n\n2026年1月10日\n"
    )
    assert run("check", "--strict").exit_code == 0


def test_what_the_text_does_not_say_stays_open(run, tmp_path, files):
    done = run("import", *files(a__txt="今年的打算\n\n三月份：\n1、植树\n2、20XX年读书会\n"))
    assert done.exit_code == 0
    text = text_of(tmp_path, "plans/2026/a.md")
    assert text.startswith("---\n类型:\n标题:\n单位:\n日期:\n草稿: 是\n---\n\n今年的打算\n")
    assert "2、20XX年读书会" in text
    assert "请核对：文件里没有写类型、标题、单位、日期，请在开头填上。" in done.output
    assert "有 1 处年份是“20XX”" in done.output


def test_months_are_written_in_good_form_without_a_year(run, tmp_path, files):
    run(
        "import",
        "--type",
        "计划",
        *files(a__txt="工会工作计划\n\n20XX年三月份：开展植树活动；召开座谈会。\n四月\n1、读书会\n"),
    )
    body = text_of(tmp_path, "plans/2026/工会工作计划.md").partition("草稿: 是\n---\n\n")[2]
    assert (
        body == "## 20XX年三月份\n\n- 开展植树活动\n- 召开座谈会\n\n### 四月\n\n1、读书会\n"
        or body.count("- ") == 2
    )


def test_a_year_fills_what_was_blacked_out_and_nothing_else(run, tmp_path, files):
    given = "工会工作计划\n\n20XX年，xx公司，201x年，20xx年3月\n1、植树\n"
    done = run("import", *KNOWN, *files(a__txt=given))
    text = text_of(tmp_path, "plans/2026/工会工作计划.md")
    assert "2026年，xx公司，201x年，" in text
    assert "期间: 2026年\n" in text
    assert "草稿: 是" in text
    assert "2 处隐去的年份写成了 2026" in done.output


@pytest.mark.slow
def test_a_year_fills_the_title_too(run, tmp_path, files):
    text = "20XX年工会工作计划\n\n三月\n1、植树\n"
    done = run("import", *KNOWN, *files(a__txt=text))
    assert "\n标题: 2026年工会工作计划\n" in text_of(tmp_path, "plans/2026/2026年工会工作计划.md")
    assert "1 处隐去的年份写成了 2026" in done.output
    done = run("import", "--unit", "甲校工会", "--date", "2026-01-10", *files(a__txt=text))
    assert "有 1 处年份是“20XX”" in done.output
    assert "草稿: 是" in text_of(tmp_path, "plans/2026/20XX年工会工作计划.md")


@pytest.mark.slow
def test_no_file_is_ever_replaced(run, tmp_path, files):
    places = files(plan__docx=PLAN)
    run("import", *places)
    before = text_of(tmp_path, "plans/2026/2026年工会工作计划.md")
    done = run("import", *places)
    assert done.exit_code == 1
    assert "已经有了，没有动它" in done.output
    assert text_of(tmp_path, "plans/2026/2026年工会工作计划.md") == before
    assert [place.name for place in (tmp_path / "plans/2026").iterdir()] == ["2026年工会工作计划.md"]


@pytest.mark.slow
def test_one_bad_file_stops_no_other_and_a_table_tells_of_all(run, tmp_path, files):
    places = files(a__docx=b"PK\x03\x04broken", b__docx=PLAN, c__xls=b"x", d__docx=PLAN)
    done = run("import", *places, tmp_path / "来" / "没有.docx")
    assert done.exit_code == 1
    assert "“a.docx”没有导入：它损坏了。" in done.output
    assert "“c.xls”没有导入：它是表格" in done.output
    assert "“没有.docx”没有导入：找不到它。" in done.output
    assert "共 5 个文件，导入 2 个，没有导入 3 个。" in done.output
    assert (tmp_path / "plans/2026/2026年工会工作计划-2.md").is_file()


def test_a_folder_is_every_file_in_it_that_can_be_read(run, tmp_path, files):
    files(b__docx=PLAN, a__txt="关于值班的通知\n\n五月值班。\n", c__png=b"\x89PNG")
    (tmp_path / "来" / "~$b.docx").write_bytes(b"lock")
    done = run("import", tmp_path / "来")
    assert done.exit_code == 0, done.output
    assert "共 2 个文件，导入 2 个" in done.output


@pytest.mark.slow
def test_several_documents_are_parted_when_somebody_says_so(run, tmp_path, files):
    text = "第一篇：2026年工会工作计划\n\n一、要求\n做好工作。\n\n第二篇：2025年工会工作总结\n\n一、成绩\n做好了。\n\n甲校工会\n2025年12月30日\n"
    places = files(a__txt=text)
    done = run("import", *places, "--title", "合在一起")
    assert (
        "像是有 2 份文件：“2026年工会工作计划”、“2025年工会工作总结”。没有分开；要分开，请加 --split。"
        in done.output
    )
    assert "## 2025年工会工作总结" in text_of(tmp_path, "plans/2026/合在一起.md")
    # The day below the second is not the first one's.
    assert "\n日期:\n" in text_of(tmp_path, "plans/2026/合在一起.md")
    run("import", *places, "--split")
    assert "类型: 总结" in text_of(tmp_path, "plans/2025/2025年工会工作总结.md") or list(
        tmp_path.glob("plans/*/2025年工会工作总结.md")
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--year", "26"), "请写四位数的年份"),
        (("--date", "2026-02-30"), "--date"),
        (("--unit", "丙校工会"), "站点设置里没有“丙校工会”，可选：甲校工会、乙校分工会。"),
        (("--period", "有一天"), "--period"),
    ],
)
def test_an_option_that_cannot_be_read_is_told_before_anything_is_written(
    run, tmp_path, files, arguments, said
):
    done = run("import", *files(plan__docx=PLAN), *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert not (tmp_path / "plans").exists()


def test_in_a_terminal_it_asks_for_what_is_missing(run, tmp_path, files, monkeypatch):
    for module in (command, asking):
        monkeypatch.setattr(module, "asks", lambda: True)
    answers = "1\n读书计划\n2\n2026-02-30\n2026年3月1日\n\n"
    done = run("import", *files(a__txt="大家来读书。\n"), input=answers)
    assert done.exit_code == 0, done.output
    text = text_of(tmp_path, "plans/2026/读书计划.md")
    assert text.startswith(
        "---\n类型: 计划\n标题: 读书计划\n单位: 乙校分工会\n日期: 2026年3月1日\n期间:\n草稿: 是\n---\n"
    )


def test_pictures_lie_beside_their_document(run, tmp_path, files):
    picture = b"\x89PNG\r\n\x1a\n" + bytes(20)
    drawing = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="{}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    relation = '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="{}"{}/>'
    body = (
        paragraph("关于植树的通知")
        + drawing.format("植树的合影", "i1")
        + drawing.format("", "i1")
        + drawing.format("", "i2")
        + drawing.format("", "i3")
        + drawing.format("", "i4")
    )
    relations = (
        relation.format("i1", "media/image1.png", "")
        + relation.format("i2", "https://example.org/x.png", ' TargetMode="External"')
        + relation.format("i3", "../../../../etc/passwd", "")
        + relation.format("i4", "media/image2.emf", "")
    )
    data = docx(
        body,
        relations=relations,
        files={"word/media/image1.png": picture, "word/media/image2.emf": b"\x01\0\0\0"},
    )
    done = run("import", *files(a__docx=data))
    text = text_of(tmp_path, "plans/2026/关于植树的通知.md")
    assert (
        "![植树的合影](关于植树的通知-图1.png)\n\n![（填写这张图的说明）](关于植树的通知-图1.png)\n" in text
    )
    assert (tmp_path / "plans/2026/关于植树的通知-图1.png").read_bytes() == picture
    assert sorted(place.name for place in (tmp_path / "plans/2026").iterdir()) == [
        "关于植树的通知-图1.png",
        "关于植树的通知.md",
    ]
    for said in ("1 处链接到别处的图片", "1 处丢失的图片", "1 处网页不能显示的图片"):
        assert said in done.output


def test_a_folder_of_ones_own(run, tmp_path, files):
    done = run("import", *files(plan__docx=PLAN), "-o", tmp_path / "别处")
    assert done.exit_code == 0, done.output
    assert [place.name for place in (tmp_path / "别处").iterdir()] == ["2026年工会工作计划.md"]


@pytest.mark.slow
def test_an_automatic_number_before_a_month_is_no_month(run, tmp_path, files):
    numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        paragraph("2026年工会工作计划", '<w:jc w:val="center"/>')
        + paragraph("二月", number)
        + paragraph("- 委员会")
        + paragraph("三月", number)
        + paragraph("- 植树")
    )
    for place, (form, text) in enumerate(
        [
            ("decimal", "%1."),
            ("decimal", "%1、"),
            ("chineseCounting", "%1、"),
            ("chineseCounting", "（%1）"),
            ("decimalEnclosedCircle", "%1"),
            ("decimal", "（%1）"),
        ]
    ):
        title = f"计划{place}"
        run(
            "import",
            *KNOWN,
            "--title",
            title,
            *files(a__docx=docx(body, numbering=numbering.format(form, text))),
        )
        assert activities_of(text_of(tmp_path, f"plans/2026/{title}.md")) == [
            ("委员会", [2]),
            ("植树", [3]),
        ], (form, text)


@pytest.mark.parametrize("ending", [".doc", ".wps", ".rtf", ".odt"])
def test_without_libre_office_it_says_what_to_do(run, files, monkeypatch, ending):
    monkeypatch.setenv("PATH", "")
    done = run("import", *files(**{f"a{ending.replace('.', '__')}": b"x"}))
    assert done.exit_code == 1
    assert f"读 {ending} 要先装 LibreOffice；也可以用 Word 或 WPS 打开，另存为 .docx 再导入。" in done.output


def test_libre_office_reads_old_files(run, tmp_path, files, monkeypatch):
    (tmp_path / "bin").mkdir()
    (tmp_path / "plan.docx").write_bytes(PLAN)
    stand_in = tmp_path / "bin" / "soffice"
    stand_in.write_text(
        '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nfor last; do :; done\n/bin/cp "'
        + str(tmp_path / "plan.docx")
        + '" "$2/a.docx"\n'
    )
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    done = run("import", *files(a__doc=b"\xd0\xcf\x11\xe0"))
    assert done.exit_code == 0, done.output
    assert "a.doc → plans/2026/2026年工会工作计划.md（2 项活动）" in done.output


def bomb():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            b"<w:document><w:body>" + b" " * (70 * 1024 * 1024) + b"</w:body></w:document>",
        )
    return stream.getvalue()


def with_part(name, text, data=PLAN):
    """`data` with another text for a part of it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in {*old.namelist(), name}:
            new.writestr(entry, text if entry == name else old.read(entry))
    return stream.getvalue()


ENTITY = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
NUMBERED = docx(paragraph("关于值班的通知"), numbering="")
HOSTILE = {
    "nothing": (b"", "它不是 Word 文件"),
    "text": ("只是文字".encode(), "它不是 Word 文件"),
    "cut": (PLAN[: len(PLAN) // 2], "它损坏了"),
    "encrypted": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le"),
        "它加了密码",
    ),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "它是旧格式的 Word 文件"),
    "bomb": (bomb(), "解压后的内容太多"),
    "deep": (docx("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000), "里面一层套一层，太深"),
    "tables in tables": (
        docx("<w:tbl><w:tr><w:tc>" * 200 + paragraph("值班") + "</w:tc></w:tr></w:tbl>" * 200),
        "里面一层套一层，太深",
    ),
    "entity": (with_part("word/document.xml", f"{ENTITY}<document>&e;</document>"), "里面有损坏的部分"),
    "laughs": (
        with_part(
            "word/numbering.xml",
            f'<!DOCTYPE n [<!ENTITY e0 "哈">{LAUGHS}]><numbering>&e9;</numbering>',
            NUMBERED,
        ),
        "里面有损坏的部分",
    ),
    "sheet": (
        with_part(
            "[Content_Types].xml",
            f'<Types><Override PartName="/word/document.xml" ContentType="{SHEET}"/></Types>',
        ),
        "它是表格或幻灯片，不是 Word 文件",
    ),
    "not whole": (with_part("word/document.xml", "<document><body>"), "里面有损坏的部分"),
    "no body": (docx(""), "里面没有文字"),
    "flood": (docx("<w:p/>" * 700_000), "里面的表格或段落太多"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_sentence(run, tmp_path, files, name):
    data, said = HOSTILE[name]
    done = run("import", *files(a__docx=data))
    assert done.exit_code == 1
    assert done.output.startswith(f"“a.docx”没有导入：{said}"), done.output
    assert done.output.count("\n") == 1
    assert not (tmp_path / "plans").exists()


def test_nothing_outside_of_a_file_is_read_or_written(run, tmp_path, files):
    relation = '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="{}" TargetMode="External"/>'
    links = relation.format("a", "file:///etc/passwd") + relation.format("b", "javascript:alert(1)")
    words = "".join(
        f'<w:hyperlink r:id="{name}"><w:r><w:t>链接{name}</w:t></w:r></w:hyperlink>' for name in "ab"
    )
    stream = io.BytesIO(docx(paragraph("关于值班的通知") + f"<w:p>{words}</w:p>", relations=links))
    with zipfile.ZipFile(stream, "a") as archive:
        link = zipfile.ZipInfo("word/media/image1.png")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("../../evil.txt", "x")
    done = run("import", *files(a__docx=stream.getvalue()))
    assert done.exit_code == 0, done.output
    assert text_of(tmp_path, "plans/2026/关于值班的通知.md").endswith("\n---\n\n链接a链接b\n")
    names = {place.name for place in tmp_path.rglob("*") if place.is_file()} - {"a.docx", "mkdocs.yml"}
    assert names == {"关于值班的通知.md"}


def test_a_file_in_the_inbox_is_offered_for_import(run, tmp_path, files):
    text = "---\n类型: 通知\n标题: 值班\n日期: 2026-05-06\n---\n\n照常值班。\n"
    waiting = {"plans/收件/去年的 计划.docx": "x", "plans/收件/b.txt": "x", "plans/收件/c.md": text}
    said = run("check", files=waiting).output
    assert (
        '收件里的“去年的 计划.docx”还没有导入。请运行 board import "plans/收件/去年的 计划.docx"，导入以后把它删去。'
        in said
    )
    assert "收件里的“b.txt”还没有导入。请运行 board import plans/收件/b.txt，" in said
    assert "收件里的“c.md”还没有导入。" in said
    assert "3 个警告" in said
    assert run("import", "plans/收件/c.md").exit_code == 0
    assert text_of(tmp_path, "plans/2026/值班.md") == text


def test_nothing_in_the_inbox_is_published(tmp_path):
    text = "---\n类型: 通知\n标题: 值班\n日期: 2026-05-06\n附件: 收件/b.pdf\n---\n\n见[表](收件/c.xlsx)，[文](收件/d.md)。\n"
    for name, data in {"a.md": text, "收件/b.pdf": "%PDF-", "收件/c.xlsx": "PK", "收件/d.md": text}.items():
        (tmp_path / "plans" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "plans" / name).write_text(data, encoding="utf-8")
    settings = Settings(organisation="甲校工会")
    site = load(tmp_path, settings, Edition(today=date(2026, 6, 1)))
    assert [document.path for document in site.catalog.shown] == ["plans/a.md"]
    assert site.catalog.published_files == ()
    assert site.catalog.files.waiting == ("plans/收件/b.pdf", "plans/收件/c.xlsx", "plans/收件/d.md")
    for name in ("b.pdf", "c.xlsx", "d.md"):
        told = [p for p in site.problems if p.path == "plans/a.md" and name in p.message]
        assert len(told) == 1, name


def test_macros_are_left_out_and_told(run, tmp_path, files):
    data = docx(paragraph("关于值班的通知") + paragraph("照常值班。"), files={"word/vbaProject.bin": b"x"})
    done = run("import", *files(a__docm=data))
    assert done.exit_code == 0, done.output
    assert "没有带进来：文件里的宏（没有运行）。" in done.output


def test_markdown_with_front_matter_keeps_it(run, tmp_path, files):
    text = "---\n类型: 通知\n标题: 值班\n日期: 2026-05-06\n标签: [一]  # 说明\n---\n\n照常值班。\n"
    assert run("import", *files(a__md=text)).exit_code == 0
    assert text_of(tmp_path, "plans/2026/值班.md") == text


def test_a_file_made_by_a_library_keeps_its_lists_and_tables(run, tmp_path, files):
    file = word.Document()
    file.add_heading("2026年工会工作计划", 0)
    file.add_heading("一、要求", 1)
    for style, text in (
        ("List Number", "植树"),
        ("List Number", "读书"),
        ("List Bullet", "板报"),
        ("List Bullet 2", "橱窗"),
    ):
        file.add_paragraph(text, style=style)
    table = file.add_table(2, 2)
    for place, text in enumerate(("项目", "金额", "慰问", "300元")):
        table.cell(place // 2, place % 2).text = text
    stream = io.BytesIO()
    file.save(stream)
    run("import", *KNOWN, *files(a__docx=stream.getvalue()))
    body = text_of(tmp_path, "plans/2026/2026年工会工作计划.md").partition("---\n\n")[2]
    assert (
        body
        == "## 一、要求\n\n1. 植树\n2. 读书\n- 板报\n- 橱窗\n\n| 项目 | 金额 |\n|---|---|\n| 慰问 | 300元 |\n"
    )
