"""A published disclosure whose figures or attachments were changed."""

from __future__ import annotations

import pytest

from boards import load_board, told, write
from repositories import Repository

HEAD = "---\n类型: 公开\n标题: 预算\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务室\n联系: 8203\n依据: 办法\n反馈: 工会\n附件: 表.csv\n---\n"
BODY = "\n| 项目 | 金额 |\n|---|---:|\n| 慰问 | 93,412.50 |\n| 文体 | 10,587.50 |\n\n1. 于3月5日通过。\n"
TEXT = HEAD + BODY
PATH = "plans/a.md"


@pytest.fixture
def edited(tmp_path):
    """`edited(text, **more)`: what is told when the published TEXT has become `text`, on a branch of main."""

    def edit(
        text: str = TEXT, *, message: str = "改", first: str = TEXT, files: dict | None = None, **options
    ) -> list:
        repository = Repository(tmp_path)
        repository.commit("2026-03-03", "登出", {PATH: first, "plans/表.csv": "甲,1\n"})
        repository.git("checkout", "-q", "-b", "edit")
        repository.commit("2026-03-04", message, {PATH: text, **(files or {})})
        return load_board(tmp_path, {}, **options).problems

    return edit


def test_a_figure_that_changed_is_told_old_and_new(edited):
    (problem,) = edited(TEXT.replace("93,412.50", "99,999.50"))
    assert (problem.code, problem.level.value, problem.line) == ("published-changed", "warning", 15)
    assert problem.message == "公开以后改了数字：93,412.50 → 99,999.50，没有更正说明。"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("3月5日", "3月6日", "3月5日 → 3月6日"),
        ("| 文体 | 10,587.50 |\n", "", "10,587.50 → （删去）"),
        ("通过。", "通过，到会 45 人。", "（没有） → 45"),
        ("标题: 预算", "标题: 2026年预算", "（没有） → 2026年"),
        ("日期: 2026-03-02", "日期: 2026-03-01", "2026-03-02 → 2026-03-01"),
        ("通过。", "通过，慰问叁仟元整。", "（没有） → 叁仟"),
        ("通过。", "以三分之二以上同意通过。", "（没有） → 三分之二"),
        ("通过。", "通过，四十五票同意。", "（没有） → 四十五"),
        ("通过。", "通过（单位：万元）。", "（没有） → 万元"),
        ("责任部门", "数据: {名额: 24个}\n责任部门", "（没有） → 24"),
    ],
)
def test_every_kind_of_figure(edited, old, new, says):
    (problem,) = edited(TEXT.replace(old, new))
    assert says in problem.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("93,412.50", "93412.50"),
        ("93,412.50", "９３，４１２.５０"),
        ("93,412.50", "**93,412.50**"),
        ("于3月5日", "于3月5日（一次）"),
        ("慰问", "走访慰问"),
        ("通过。", "一次通过，十分顺利，统一发放。"),
        ("1. 于", "2. 于"),
        ("\n1. ", "\n另：\n\n1. "),
        ("联系: 8203", "联系: 8205"),
        ("联系: 8203", "更正说明: 补一笔\n联系: 8203"),
    ],
)
def test_what_changes_no_figure(edited, old, new):
    assert edited(TEXT.replace(old, new)) == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("金额（元）", "金额（万元）", "元 → 万元"),
        ("单位：元", "单位：万元", "元 → 万元"),
        ("名额（人）", "名额（个）", "人 → 个"),
        ("## 一季度", "## 二季度", "一季度 → 二季度"),
        ("上半年经费", "下半年经费", "上半年 → 下半年"),
        ("三月份", "四月份", "三月份 → 四月份"),
        ("第一学期", "第二学期", "一学期 → 二学期"),
    ],
)
def test_what_all_figures_below_are_counted_in_and_of_which_time_they_are(edited, old, new, says):
    first = (
        TEXT.replace("预算\n", "上半年经费\n", 1)
        .replace("金额", "金额（元）", 1)
        .replace(
            "1. 于",
            "单位：元\n\n## 一季度\n\n三月份\n\n第一学期\n\n| 组 | 名额（人） |\n|---|---|\n| 甲 | 5 |\n\n1. 于",
        )
    )
    assert old in first
    (problem,) = edited(first.replace(old, new), first=first)
    assert problem.code == "published-changed"
    assert says in problem.message


def test_the_same_amount_without_its_cents(edited):
    first = TEXT.replace("10,587.50", "10,500.00")
    assert edited(first.replace(".00", ""), first=first) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("三月份", "三月"),
        ("0.10元", "0.1元"),
        ("12.50", "12.5"),
        ("1.50%", "1.5%"),
        ("0.1元", "0.100元"),
        ("¥3.10", "¥3.1"),
        ("-0.10元", "-0.1元"),
        ("1200.50", "1200.5"),
        ("额 / 元", "额/元"),
    ],
)
def test_the_same_in_fewer_signs(edited, old, new):
    first = TEXT.replace("1. 于", f"本项：{old}\n\n1. 于")
    assert edited(first.replace(old, new), first=first) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("3.10", "3.1"),
        ("2026.10", "2026.1"),
        ("0.10元", "0.01元"),
        ("额/元", "额/万元"),
        ("公示至5.20日止", "公示至5.2日止"),
        ("5.10号", "5.1号"),
        ("额 / 元", "额 / 万元"),
        ("额[元]", "额[万元]"),
        ("额，元", "额，万元"),
        ("额 元", "额 万元"),
        ("元", "万元"),
        ("元/人", "元/户"),
        ("价（元/斤）", "价（元/公斤）"),
        ("额（人民币元）", "额（人民币万元）"),
        ("单位：　元", "单位：　万元"),
        ("以元计", "以万元计"),
    ],
)
def test_a_day_is_no_fraction_and_another_unit_another_figure(edited, old, new):
    first = TEXT.replace("1. 于", f"| 项 | {old} |\n|---|---|\n| 甲 | 无 |\n\n1. 于")
    assert "published-changed" in {one.code for one in edited(first.replace(old, new), first=first)}


def test_names_with_numbers_in_them_trade_places_too(edited):
    first = TEXT.replace("慰问", "二车间").replace("文体", "三车间")
    traded = first.replace("二车间", "四车间").replace("三车间", "二车间").replace("四车间", "三车间")
    assert "“三车间 金额”10,587.50 → 93,412.50" in "".join(one.message for one in edited(traded, first=first))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "| 慰问 | 93,412.50 |\n| 文体 |",
            "| 文体 | 93,412.50 |\n| 慰问 |",
            "“文体 金额”10,587.50 → 93,412.50",
        ),
        ("慰问支出 300 元。\n\n文体支出 200 元。", "文体支出 300 元。\n\n慰问支出 200 元。", "200元 → 300元"),
        ("| 项目 | 预算 | 决算 |", "| 项目 | 决算 | 预算 |", "“书 决算”80 → 90"),
        ("{名额: 24个, 人数: 30人}", "{人数: 24个, 名额: 30人}", "30人 → 24"),
    ],
)
def test_names_that_traded_places(edited, old, new, says):
    more = "\n慰问支出 300 元。\n\n文体支出 200 元。\n\n| 项目 | 预算 | 决算 |\n|---|---|---|\n| 书 | 90 | 80 |\n"
    first = TEXT.replace("责任部门", "数据: {名额: 24个, 人数: 30人}\n责任部门") + more
    assert old in first
    found = edited(first.replace(old, new), first=first)
    assert [one.code for one in found] == ["published-changed"] * 2
    assert says in "".join(one.message for one in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| 慰问 | 93,412.50 |\n| 文体 | 10,587.50 |", "| 文体 | 10,587.50 |\n| 慰问 | 93,412.50 |"),
        ("1. 于3月5日通过。\n2. 到会 45 人。", "1. 到会 45 人。\n2. 于3月5日通过。"),
    ],
)
def test_another_order_changes_no_figure(edited, old, new):
    first = TEXT + "2. 到会 45 人。\n"
    assert old in first
    assert edited(first.replace(old, new), first=first) == ()


@pytest.mark.parametrize("word", ["无", "暂无。", "没有更正", "—", "略", "待补充"])
def test_a_word_that_says_nothing_settles_nothing(edited, word):
    (problem,) = edited(CHANGED.replace("联系", f"更正说明: {word}\n联系"))
    assert problem.code == "published-changed"


def test_a_word_in_the_commit_that_says_nothing_settles_nothing(edited):
    (problem,) = edited(CHANGED, message="改\n\n更正说明: 无")
    assert problem.code == "published-changed"


def test_a_blank_before_a_unit_changes_no_figure(edited):
    first = TEXT + "\n结余 1.2万元，同意率 95%。\n"
    assert edited(first.replace("1.2万", "1.2 万").replace("95%", "95 %"), first=first) == ()


CHANGED = TEXT.replace("93,412.50", "99,999.50")


def test_a_word_about_it_settles_it(edited, tmp_path):
    assert edited(CHANGED.replace("联系", "更正说明: 多记一笔\n联系")) == ()


def test_an_old_word_does_not(edited):
    old = TEXT.replace("联系", "更正说明: 以前的\n联系")
    assert [one.code for one in edited(old.replace("93,412.50", "1.00"), first=old)] == ["published-changed"]


def test_a_word_in_the_commit_settles_it(edited):
    assert edited(CHANGED, message="改\n\n更正说明: 多记一笔") == ()


def test_another_one_that_replaces_it_settles_it(edited):
    other = HEAD.replace("附件: 表.csv", "取代: a.md").replace("03-02", "03-05")
    assert edited(CHANGED, files={"plans/b.md": other}) == ()


@pytest.mark.parametrize("head", ["草稿: 是\n", ""])
def test_what_was_not_on_the_board_may_change(edited, head):
    first = TEXT.replace("联系", f"{head}联系") if head else TEXT.replace("2026-03-02", "2027-03-02")
    assert [
        one
        for one in edited(first.replace("93,412.50", "1.00"), first=first)
        if one.code == "published-changed"
    ] == []


def test_an_attachment_with_a_new_content_under_its_name(edited):
    (problem,) = edited(files={"plans/表.csv": "甲,2\n"})
    assert "附件“表.csv”公开以后换了内容" in problem.message
    assert problem.line == 10


@pytest.mark.parametrize(("content", "is_told"), [("甲,1\n", False), ("乙,2\n", True)])
def test_an_attachment_of_the_same_name_in_another_folder(edited, content, is_told):
    text = TEXT.replace("表.csv", "新/表.csv")
    found = [
        one for one in edited(text, files={"plans/新/表.csv": content}) if one.code == "published-changed"
    ]
    assert ["换了内容，名字没有变" in one.message for one in found] == [True] * is_told


def test_a_file_of_the_same_name_that_was_there_already(tmp_path):
    repository = Repository(tmp_path)
    files = {PATH: TEXT, "plans/表.csv": "甲,1\n", "plans/旧/表.csv": "乙,2\n"}
    repository.commit("2026-03-03", "登出", files)
    repository.git("checkout", "-q", "-b", "edit")
    repository.commit("2026-03-04", "改", {PATH: TEXT.replace("表.csv", "旧/表.csv")})
    assert "published-changed" in [problem.code for problem in load_board(tmp_path, {}).problems]


def test_an_attachment_that_is_gone(edited):
    found = edited(TEXT.replace("附件: 表.csv\n", ""))
    assert "公开以后去掉了附件“表.csv”" in next(
        one.message for one in found if one.code == "published-changed"
    )


LINKED = TEXT.replace("附件: 表.csv\n", "") + "\n见[表](表.csv)。\n"


def test_an_attachment_that_only_the_text_links_to(edited):
    (problem,) = edited(LINKED, first=LINKED, files={"plans/表.csv": "甲,2\n"})
    assert "附件“表.csv”公开以后换了内容，名字没有变" in problem.message


def _moved(tmp_path, content: str) -> list[str]:
    """What is told when the linked file has another name, and `content`."""
    rows = "".join(f"第{row}行,{row}\n" for row in range(20))
    repository = Repository(tmp_path)
    repository.commit("2026-03-03", "登出", {PATH: LINKED, "plans/表.csv": rows})
    repository.git("checkout", "-q", "-b", "edit")
    files = {PATH: LINKED.replace("表.csv", "新表.csv"), "plans/新表.csv": rows + content}
    repository.commit("2026-03-04", "改", files, remove=["plans/表.csv"])
    return [problem.message for problem in load_board(tmp_path, {}).problems]


def test_an_attachment_with_another_name_is_the_same_one(tmp_path):
    assert _moved(tmp_path, "") == []


def test_an_attachment_with_another_name_and_content(tmp_path):
    assert _moved(tmp_path, "甲,2\n") == ["附件“新表.csv”公开以后换了名字，也换了内容，没有更正说明。"]


def test_another_type_hides_no_change(edited):
    notice = (
        CHANGED.replace("公开", "通知")
        .replace("类别: 财务\n责任部门: 财务室\n", "")
        .replace("反馈: 工会\n", "")
    )
    found = [problem for problem in edited(notice) if problem.code == "published-changed"]
    assert ["93,412.50 → 99,999.50" in problem.message for problem in found] == [True]


def test_a_renamed_document_is_the_same_one(tmp_path):
    repository = Repository(tmp_path)
    repository.commit("2026-03-03", "登出", {PATH: TEXT, "plans/表.csv": "甲,1\n"})
    repository.git("checkout", "-q", "-b", "edit")
    repository.commit("2026-03-04", "改", {"plans/b.md": CHANGED}, remove=[PATH])
    assert told(load_board(tmp_path, {})) == ["plans/b.md:15:1 warning published-changed"]


def test_without_a_branch_the_last_release_counts_then_the_last_commit(tmp_path):
    repository = Repository(tmp_path)
    repository.commit("2026-03-03", "登出", {PATH: TEXT, "plans/表.csv": "甲,1\n"})
    write(tmp_path, {PATH: CHANGED})
    assert told(load_board(tmp_path, {})) == ["plans/a.md:15:1 warning published-changed"]
    repository.git("tag", "v1")
    repository.commit("2026-03-04", "改")
    assert told(load_board(tmp_path, {})) == ["plans/a.md:15:1 warning published-changed"]
    repository.git("tag", "-d", "v1")
    assert told(load_board(tmp_path, {})) == []


def _second(tmp_path, first: dict, second: dict, remove=(), third: dict | None = None) -> list[str]:
    """What is told when the published files `first` have become `second`, and then `third`."""
    repository = Repository(tmp_path)
    repository.commit("2026-03-03", "登出", first)
    repository.git("checkout", "-q", "-b", "edit")
    repository.commit("2026-03-04", "改", second, remove=remove)
    if third:
        repository.commit("2026-03-05", "再改", third)
    return [line for line in told(load_board(tmp_path, {})) if "published-changed" in line]


FILES = {PATH: TEXT, "plans/表.csv": "甲,1\n"}


def test_two_commits_are_one_change(tmp_path):
    found = _second(tmp_path, FILES, {PATH: TEXT.replace("93,412", "93,413")}, third={PATH: CHANGED})
    assert found == ["plans/a.md:15:1 warning published-changed"]


def test_what_was_changed_back_is_no_change(tmp_path):
    assert _second(tmp_path, FILES, {PATH: CHANGED}, third={PATH: TEXT}) == []


def test_a_moved_folder_hides_no_change(tmp_path):
    first = {"plans/旧/a.md": TEXT, "plans/旧/表.csv": "甲,1\n"}
    second = {"plans/新/a.md": CHANGED, "plans/新/表.csv": "甲,1\n"}
    assert _second(tmp_path, first, second, remove=list(first)) == [
        "plans/新/a.md:15:1 warning published-changed"
    ]


def test_other_line_ends_and_other_widths_are_no_change(tmp_path):
    wide = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
    assert (
        _second(
            tmp_path,
            FILES,
            {PATH: TEXT.replace("\n", "\r\n")},
            third={PATH: HEAD + BODY.translate(wide).replace("１．", "1.", 1)},
        )
        == []
    )
