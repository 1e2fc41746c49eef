import pytest

from boards import plan

FILES = {
    "plans/2026/公示.pdf": b"1",
    "plans/2026/IMG.JPG": b"1",
    "plans/2026/附件/表.xlsx": b"1",
    "plans/2025/校历.pdf": b"1",
}


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("公式.pdf", "是不是“公示.pdf”？"),
        ("img.jpg", "是不是“IMG.JPG”？"),
        ("./%E5%85%AC%E7%A4%BA.pdf", "是不是“公示.pdf”？"),
        ("公示.docx", "是不是“公示.pdf”？"),
        ("校历.pdf", "同名的文件在另一个文件夹，请改成“/plans/2025/校历.pdf”。"),
        ("附件", "这是一个文件夹，请写出里面的文件，例如“/plans/2026/附件/表.xlsx”。"),
        ("_公示.pdf", "名字以“_”或“.”开头的文件和文件夹不会发布，请改名。"),
        ("章程.docx", "请把文件放进“plans/2026”文件夹，或改正文件名（大小写也要一致）。"),
    ],
)
def test_hints(board, written, hint):
    site = board({**FILES, "plans/2026/a.md": plan(head=f"附件: {written}")})
    assert [problem.hint for problem in site.problems if problem.is_error] == [hint]


def test_in_a_camera_s_folder_none_is_like_another(board):
    pictures = {f"plans/IMG_{number:04}.jpg": b"1" for number in range(200)}
    site = board({**pictures, "plans/a.md": plan("![操场](IMG_9999.jpg)")})
    (problem,) = [problem for problem in site.problems if problem.is_error]
    assert problem.hint.startswith("请把文件放进“plans”文件夹")


@pytest.mark.parametrize(
    ("name", "written", "words"),
    [
        ("报名表#1.pdf", "报名表#1.pdf", "请给文件改名，去掉它们"),
        ("报名%20表.pdf", "报名%20表.pdf", "请给文件改名：“报名 表.pdf”"),
        ("Cafe\u0301价目.pdf", "Caf\u00e9价目.pdf", "请给文件重新起名：“Caf\u00e9价目.pdf”"),
    ],
)
def test_a_name_that_no_link_can_say_is_to_be_changed(board, name, written, words):
    site = board({f"plans/{name}": b"%PDF-1.7\n", "plans/a.md": plan(f"[表]({written})")})
    (problem,) = [problem for problem in site.problems if problem.is_error]
    assert problem.code == "link-missing"
    assert words in problem.hint


def test_no_text_is_like_a_table(board):
    site = board({"plans/春游安排.md": plan(title="春游"), "plans/a.md": plan("[表](春游安排表.xlsx)")})
    (problem,) = [problem for problem in site.problems if problem.is_error]
    assert problem.hint.startswith("请把文件放进“plans”文件夹")
