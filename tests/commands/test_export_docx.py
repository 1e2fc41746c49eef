"""`board export-docx`: one document, one Word file, and nothing that is there is replaced unasked."""

import pytest

from boards import plan


@pytest.mark.slow
def test_a_document_goes_to_word_and_comes_back(run, tmp_path):
    text = plan(body="## 三月\n\n- [x] 8日 座谈会（地点：礼堂）\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    done = run("export-docx", "plans/a.md", files={"plans/a.md": text})
    assert (done.exit_code, done.output) == (0, "已写好 a.docx。\n")
    (tmp_path / "plans/a.md").unlink()
    assert run("import", "a.docx", "-o", "plans").exit_code == 0
    (made,) = (tmp_path / "plans").glob("*.md")
    assert made.read_text(encoding="utf-8") == text


def test_a_file_that_is_there_stays(run, tmp_path):
    files = {"plans/a.md": plan(), "a.docx": "mine"}
    done = run("export-docx", "plans/a.md", files=files)
    assert done.exit_code == 1
    assert "“a.docx”已经有了，没有动它。" in done.output
    assert (tmp_path / "a.docx").read_text() == "mine"
    assert run("export-docx", "plans/a.md", "--force").exit_code == 0
    assert run("export-docx", "plans/a.md", "-o", "b.docx").exit_code == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_document_that_is_none(run):
    files = {"plans/a.md": "---\n类型: 计划\n---\n"}
    done = run("export-docx", "plans/a.md", files=files)
    assert done.exit_code == 1
    assert "不是能登出来的文件" in done.output
    assert run("export-docx", "plans/b.md").exit_code == 2
