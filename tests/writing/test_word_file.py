"""A document becomes a Word file that looks like an official paper, and comes back from it as it was."""

import io
from datetime import date
from pathlib import Path

import docx
import pytest

from noticeboard.catalog.catalog import build_catalog
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.document_set import read_documents
from noticeboard.content.files import Files
from noticeboard.content.history import History
from noticeboard.content.settings import Settings
from noticeboard.content.site_file import read_site_file
from noticeboard.content.source import read_source
from noticeboard.fixing.meaning import meaning
from noticeboard.importing.document_file import make
from noticeboard.importing.reading import read_draft
from noticeboard.writing.word_file import word_file

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 20)
SETTINGS = Settings(organisation="甲校工会")
HEAD = "---\n类型: {}\n标题: “三八”<计划> & 安排\n日期: 2026-03-04\n{}---\n\n"


def document_of(body, kind="计划", fields="期间: 2026年\n"):
    document, _ = read_document(
        read_source("plans/2026/a.md", (HEAD.format(kind, fields) + body).encode(), KNOWN_KEYS), SETTINGS
    )
    return document


def file_of(document, settings=SETTINGS, others=()):
    return word_file(build_catalog((document, *others), settings, TODAY, Files(), History()), document)


def back(data, path, settings=SETTINGS):
    (part,) = read_draft(data, "a.docx").parts
    return make(part, {}, settings, path=path, today=TODAY).document


def test_every_document_of_the_sample_site_comes_back():
    settings, _ = read_site_file(ROOT)
    documents = read_documents(ROOT, settings).valid
    assert len(documents) > 80
    catalog = build_catalog(documents, settings, TODAY, Files(), History())
    changed = {}
    for document in documents:
        again = meaning(back(word_file(catalog, document), document.path, settings))
        changed[document.path] = [name for name, value in meaning(document).items() if again[name] != value]
    assert {path: names for path, names in changed.items() if names} == {}


BODIES = {
    "items of all kinds": "### 三月\n\n- [x] 8日 14:30 座谈会（地点：礼堂）→ [小结](小结(1).md)\n- [ ] 植树\n    - 带铁锹\n    - 戴手套\n- ~~登山~~（取消：下雨）\n\n1、读书\n（1）选书\n①分组\n2、写心得\n",
    "a paragraph in an item": "- 一\n\n    一的第二段。\n\n- 二\n",
    "html": '<table>\n<tr><th>月份</th><th>内容</th></tr>\n<tr><td rowspan="2">三月</td><td>植树</td></tr>\n<tr><td>读书</td></tr>\n</table>\n\n<details>\n<summary>更多</summary>\n\n里面的话。\n\n</details>\n\n后面的话。\n',
    "code and quotes": '> 引用的话。\n\n```text\n  两格\n\n一格\n```\n\n---\n\n!!! note "注意"\n    一句话。\n\n末尾。\n',
    "footnotes": "一句话[^1]。\n\n另一句。\n\n[^1]: 脚注。\n",
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
