"""Nothing is lost and nothing invented: what a file says is what the board's reader reads of the result, in that order."""

import html
import re
from datetime import date
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importing.word_files import docx
from noticeboard.content.settings.board_settings import Settings
from noticeboard.importing.document_file import make
from noticeboard.importing.draft import DraftDocument
from noticeboard.importing.reading import read_draft
from noticeboard.markup.body import read_body
from noticeboard.markup.plain import shown_texts

SETTINGS = Settings(organisation="甲校工会")
VALUES = {"type": "plan", "title": "题", "date": "2026-01-10", "period": "2026年", "unit": "甲校工会"}
PIECES = st.sampled_from(
    ["三月", "3月8日", "五一", "20XX年", "植树", "座谈会", "开展", "一、", "（一）", "1、", "①", "（1）", "- ", "# ", "> ", "**", "__", "_", "~~", "`", "```",
     "[", "](", ")", "![", "<b>", "</b>", "<!--", "-->", "&lt;", "&amp;", "\\", "|", "||", "｜", "---", "===", "!!!", "*", "。", "；", "，", "：", "、", "“", "”", "《", "》",
     "（", "）", "http://a.cn/b", "a@b.cn", "[^1]", "[x]", "{#a}", "□", "☑", "%", "100", " ", "  ", "学校", "工会", "小组的"]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map("".join).filter(str.strip)


def letters(text):
    return "".join(sign for sign in text if sign.isalpha() and sign not in "xX")


@pytest.mark.slow
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_every_letter_of_a_word_file_is_there_in_its_order(texts):
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>' for text in texts)
    draft = read_draft(docx(body), "a.docx")
    made = "".join(part.title + "".join(shown_texts(read_body(part.body).blocks)) for part in draft.parts)
    assert letters(made) == letters("".join(texts))


@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_every_letter_of_a_page_is_there_in_its_order(texts):
    page = "".join(f"<p>{html.escape(text)}</p>" for text in texts)
    draft = read_draft(page.encode(), "a.html")
    made = "".join(part.title + "".join(shown_texts(read_body(part.body).blocks)) for part in draft.parts)
    assert letters(made) == letters("".join(texts))


@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_the_good_form_keeps_every_letter(texts):
    body = "\n\n".join(text.strip() for text in texts) + "\n"
    made = make(DraftDocument("", body), VALUES, SETTINGS, path="plans/a.md", today=date(2026, 1, 20))
    after = made.text.partition("---\n\n")[2].partition("\n## 待确认\n")[0]
    assert letters(after) == letters(body)


@given(st.lists(st.tuples(TEXTS, st.booleans(), st.booleans()), min_size=1, max_size=5))
def test_looks_never_cost_words(runs):
    def run(text, bold, strike):
        look = "<w:b/>" * bold + "<w:strike/>" * strike
        return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    draft = read_draft(docx(f"<w:p>{''.join(run(*one) for one in runs)}</w:p>"), "a.docx")
    made = "".join(part.title + "".join(shown_texts(read_body(part.body).blocks)) for part in draft.parts)
    assert letters(made) == letters("".join(text for text, _, _ in runs))


TABLE_TEXTS = st.lists(st.lists(TEXTS, min_size=2, max_size=3), min_size=1, max_size=4)


@given(TABLE_TEXTS, st.booleans())
def test_every_cell_of_a_table_is_there(rows, merged):
    def cell(text, span=""):
        return f'<w:tc>{span}<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p></w:tc>'

    head = cell("整行", '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>') if merged else cell("甲") + cell("乙")
    body = f"<w:tbl><w:tr>{head}</w:tr>{''.join('<w:tr>' + ''.join(map(cell, row)) + '</w:tr>' for row in rows)}</w:tbl>"
    (part,) = read_draft(docx(body), "a.docx").parts
    wanted = ("整行" if merged else "甲乙") + "".join(text for row in rows for text in row)
    assert letters("".join(shown_texts(read_body(part.body).blocks))) == letters(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "“" * 50 + "三月份：植树",
        "三月" * 500,
        "一、" * 300,
        "- " * 300 + "x",
        "（" * 2000,
        "1、8日 座谈会\n" * 300,
        "20XX—20XX学年第一学期\n\n20XX年3月\n1、植树\n",
        "\u3000\u3000段首空格\n\u3000\u3000另一段，\n没有结束",
        "a\tb\tc\n1\t2\t3\n",
        "第 3 页 共 5 页\n- 4 -\n正文。\n",
    ],
)
def test_odd_texts_are_read(text):
    draft = read_draft(text.encode(), "a.txt")
    made = make(draft.parts[0], VALUES, SETTINGS, path="plans/a.md", today=date(2026, 1, 20))
    kept = re.sub(r"第 3 页 共 5 页|- 4 -", "", text)
    assert letters(made.text.partition("---\n\n")[2].partition("\n## 待确认\n")[0]) == letters(kept)
