"""Personal data on a board: where it is found, what is said of it, and what a reviewer may allow."""

from __future__ import annotations

import io
import zipfile

import pytest

from boards import plan, told
from content.photos import PHOTO, XMP
from inspection.files_made import workbook, zipped
from noticeboard.checks.check import PersonalCheck
from noticeboard.checks.personal.registry import NAMES, PERSONAL, named
from noticeboard.content.repository.photo_location import is_cleaned, without_location

ID = "110101199003077715"
MOBILE = "13800000000"
ALLOWED = "允许:\n  - 手机号: 值班电话，校务会同意公布"


def test_data_in_every_part_of_a_document(board) -> None:
    head = f"联系: 值班 {MOBILE}\n标签: [名单, {ID}]"
    body = f"一 {ID}\n\n| 姓名 | 电话 |\n| --- | --- |\n| 张某 | {MOBILE} |\n\n`{ID}` <!-- {MOBILE} -->"
    assert told(board({"plans/a.md": plan(body, head=head)})) == [
        "plans/a.md:6:8 warning mobile-number",
        "plans/a.md:7:10 error identity-number",
        "plans/a.md:10:3 error identity-number",
        "plans/a.md:14:8 warning mobile-number",
        "plans/a.md:16:2 error identity-number",
        "plans/a.md:16:27 warning mobile-number",
    ]


def test_what_is_said_gives_nothing_away(board) -> None:
    (problem,) = board({"plans/a.md": plan(f"身份证 {ID}")}).problems
    assert problem.message == "这里有身份证号（110***************）。"
    assert ID[6:] not in problem.hint


def test_an_office_number_is_expected(board) -> None:
    assert told(board({"plans/a.md": plan(head="联系: 工会办公室，0571-88000000转8203，内线8203")})) == []


@pytest.mark.parametrize("place", [f"plans/名单{ID}.md", f"plans/{ID}/a.md"])
def test_names_of_documents_and_folders(board, place: str) -> None:
    assert told(board({place: plan()})) == [f"{place}:1:1 error identity-number"]


def test_an_attachment_and_its_name(board) -> None:
    files = {
        "plans/a.md": plan(head=f"附件: 名单{MOBILE}.csv"),
        f"plans/名单{MOBILE}.csv": f"张某,{ID}\n李某,{ID}\n".encode("gb18030"),
    }
    site = board(files)
    assert told(site) == [
        "plans/a.md:6:7 warning mobile-number",
        f"plans/名单{MOBILE}.csv:1:1 error identity-number",
        f"plans/名单{MOBILE}.csv:1:1 warning mobile-number",
    ]
    assert site.problems[1].message == "附件里有身份证号（110***************），在第 1 行，一共 2 处。"


def test_an_attachment_that_nobody_links_is_looked_into_too(board) -> None:
    assert told(board({"plans/a.md": plan(), "plans/名单.csv": ID.encode()})) == [
        "plans/名单.csv:1:1 error identity-number"
    ]


def test_an_attachment_that_cannot_be_read(board) -> None:
    site = board({"plans/a.md": plan(head="附件: 表.zip"), "plans/表.zip": b"PK\x03\x04 broken"})
    assert told(site) == ["plans/a.md:6:5 warning attachment-not-read"]
    assert site.problems[0].message == "附件“表.zip”没能查完里面有没有个人信息：它损坏了。"


def test_an_attachment_that_cannot_be_read_is_told_where_documents_bring_it(board) -> None:
    files = {
        "plans/a.md": plan("见[表](表.zip)和[同一张表](表.zip)。"),
        "plans/b.md": plan(head="附件: 表.zip", title="乙"),
        "plans/表.zip": b"PK\x03\x04 broken",
        "plans/单.zip": b"PK\x03\x04 broken too",
    }
    assert [line for line in told(board(files)) if "not-read" in line] == [
        "plans/a.md:8:2 warning attachment-not-read",
        "plans/b.md:6:5 warning attachment-not-read",
        "plans/单.zip:1:1 warning attachment-not-read",
    ]


def test_all_that_is_unread_of_an_attachment_is_one_sentence(board) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(40):
            archive.writestr(f"{number}.zip", b"PK\x03\x04 broken")
    site = board({"plans/a.md": plan(head="附件: 表.zip"), "plans/表.zip": target.getvalue()})
    assert told(site) == ["plans/a.md:6:5 warning attachment-not-read"]
    assert site.problems[0].message.endswith("里面的“0.zip”：它损坏了，还有 39 处也是这样。")


@pytest.mark.parametrize("name", ["手机号", "mobile-number", " 手机 号 "])
def test_a_reviewer_may_allow_a_warning(board, name: str) -> None:
    assert told(board({"plans/a.md": plan(f"值班 {MOBILE}", head=f"允许:\n  - {name}: 值班电话")})) == []


def test_an_allowance_is_for_its_file_and_check_alone(board) -> None:
    files = {
        "plans/a.md": plan(f"值班 {MOBILE}，护照 E12345678", head=ALLOWED),
        "plans/b.md": plan(f"值班 {MOBILE}", title="乙"),
    }
    assert told(board(files)) == [
        "plans/a.md:10:19 warning passport-number",
        "plans/b.md:8:4 warning mobile-number",
    ]


@pytest.mark.parametrize("use", ["附件", "link"])
def test_an_allowance_covers_the_attachments(board, use: str) -> None:
    head, body = (f"{ALLOWED}\n附件: 表.csv", "") if use == "附件" else (ALLOWED, "[表](表.csv)")
    assert told(board({"plans/a.md": plan(body, head=head), "plans/表.csv": MOBILE.encode()})) == []


@pytest.mark.parametrize("name", ["身份证号", "银行卡号", "identity-number"])
def test_errors_cannot_be_allowed(board, name: str) -> None:
    text = ID if "卡" not in name else "6222021234567890128"
    codes = {
        problem.code
        for problem in board({"plans/a.md": plan(text, head=f"允许:\n  - {name}: 本人同意")}).problems
    }
    assert codes == {"allowance-refused", "bank-card" if "卡" in name else "identity-number"}


def test_an_allowance_of_nothing(board) -> None:
    site = board({"plans/a.md": plan(f"值班 {MOBILE}", head="允许:\n  - 手机: 值班\n  - 家庭住址: 无")})
    assert told(site) == [
        "plans/a.md:7:9 error allowance-unknown",
        "plans/a.md:8:11 warning allowance-unused",
        "plans/a.md:11:4 warning mobile-number",
    ]
    assert site.problems[0].hint == "是不是“手机号”？"


def test_what_may_be_allowed() -> None:
    assert NAMES == (
        "附件没有查完",
        "出生日期",
        "病困情况",
        "家庭住址",
        "遮得不够的身份证号",
        "手机号",
        "护照号",
        "拍摄地点",
        "微信或QQ号",
    )
    assert all(
        isinstance(check, PersonalCheck) and named(check.name) is named(check.code) is check
        for check in PERSONAL
    )


@pytest.mark.parametrize(
    "name", ["困难补助 王小明 尿毒症", "王小明病困补助申请表", "困难职工王小明", "王小明离婚调解"]
)
def test_a_hardship_in_the_name_of_a_file_or_a_folder(board, name: str) -> None:
    files = {
        f"plans/{name}.md": plan("无。", title="甲"),
        f"plans/{name}/a.md": plan("无。", head="附件: 表.csv", title="乙"),
        f"plans/{name}/表.csv": b"1,2",
    }
    assert told(board(files)) == [
        f"plans/{name}.md:1:1 warning hardship",
        f"plans/{name}/a.md:1:1 warning hardship",
        f"plans/{name}/表.csv:1:1 warning hardship",
    ]


def test_a_name_that_only_speaks_of_hardships(board) -> None:
    assert told(board({"plans/困难教职工帮扶办法.md": plan("无。")})) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "title",
    [
        "女教职工健康档案",
        "2026年信访档案（一）",
        "教职工花名册最终版",
        "困难职工档案",
        "张 老师 病历",
        "来访登记表",
    ],
)
def test_records_that_are_never_published(board, title: str) -> None:
    def sheets(book):
        book.add_worksheet(title)

    files = {
        f"plans/{title}.md": plan("无。", title=title),
        "plans/a.md": plan("无。", head="附件:\n  - 表.xlsx\n  - 包.zip", title="乙"),
        "plans/表.xlsx": workbook(sheets),
        "plans/包.zip": zipped({f"{title}.txt": b"-"}),
        f"plans/{title}.csv": b"1,2",
    }
    found = {line for line in told(board(files)) if "confidential-record" in line}
    assert found == {f"plans/{title}.md:{line} error confidential-record" for line in ("1:1", "3:1")} | {
        f"plans/{name}:1:1 error confidential-record" for name in ("表.xlsx", "包.zip", f"{title}.csv")
    }


@pytest.mark.parametrize(
    "title",
    [
        "信访接待日通知",
        "关于建立女教职工健康档案的通知",
        "健康档案管理办法",
        "花名册样表",
        "如何填写花名册",
        "档案工作总结",
        "红色花名录朗诵会",
    ],
)
def test_what_only_speaks_of_records(board, title: str) -> None:
    assert told(board({f"plans/{title}.md": plan("无。", title=title)})) == []


def test_a_board_names_records_of_its_own(board) -> None:
    files = {"plans/a.md": plan("无。", title="五月谈话记录")}
    assert told(board(files)) == []
    assert told(board(files, confidential_records="谈话记录、考勤明细")) == [
        "plans/a.md:3:1 error confidential-record"
    ]


def test_a_photo_s_place_is_told_and_may_be_allowed(board) -> None:
    files = {
        "plans/a.md": plan("![春游](春游.jpg)"),
        "plans/春游.jpg": PHOTO,
        "plans/包.zip": zipped({"春游.jpg": PHOTO}),
    }
    files["plans/b.md"] = plan("见[包](包.zip)。", title="乙")
    site = board(files)
    assert [line for line in told(site) if "location" in line] == [
        "plans/包.zip:1:1 warning photo-location",
        "plans/春游.jpg:1:1 notice photo-location",
    ]
    assert "已经去掉" in next(it.message for it in site.problems if it.path.endswith("jpg"))
    files = {
        "plans/a.md": plan("![春游](春游.jpg)", head="允许:\n  - 拍摄地点: 在校园里"),
        "plans/春游.jpg": PHOTO,
    }
    assert [line for line in told(board(files)) if "春游" in line] == []


def test_only_what_loses_its_place_is_told_to_have_lost_it(board) -> None:
    picture = b"GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;" + XMP
    files = {"plans/图.gif": picture, "plans/表.rtf": b"{\\rtf1 \\bin9 " + PHOTO + b"}"}
    files["plans/a.md"] = plan("![图](图.gif)，见[表](表.rtf)。")
    site = board(files)
    assert [line for line in told(site) if "location" in line] == [
        "plans/图.gif:1:1 notice photo-location",
        "plans/表.rtf:1:1 warning photo-location",
    ]
    assert without_location(picture) != picture and is_cleaned("图.GIF")


def test_who_has_looked_at_an_attachment_may_allow_it(board) -> None:
    files = {
        "plans/a.md": plan("无。", head="附件: 表.zip\n允许:\n  - 附件没有查完: 办公室看过"),
        "plans/表.zip": b"PK\x03\x04 broken",
    }
    assert told(board(files)) == []
