"""`board new 总结 --for`: the plan's activities with what became of them, its targets with blanks, and nothing that changes either."""

from datetime import date

import pytest

from boards import load_board, plan
from noticeboard.content.document_set import read_documents
from noticeboard.content.settings.board_settings import Settings

ACTIVITIES = """### 三月

- [x] 8日 14:30 女教师座谈会（地点：大礼堂；负责：女工委员）
- 9日 徒步 [小结](小结.md)
- 中旬 征集<教代会>提案
- 组织春季植树（待定）
- ~~校园趣味运动会~~（取消：场地维修）
- 20日 春游（延期至：5月20日）
- 20日 秋游（延期至：12月20日）
- 21日 赛诗（因下雨延期至：4月；延期至：12月）
- [x] 21日 *远足*（延期至：4月21日）
- 25日 登山（延期）
- 每周三 16:20 太极班

### 三月至五月

- 师徒结对

### 十二月

- 20日 “年终” 总结会，`code` | x [链](小结.md)后面还有字
- 5日至6日 校 运动会 #1
- 上旬 3.12植树活动
- 慰问（待定）

### 全年

- 每季度 安全检查
- 上半年 体检
- 国庆节前后 看望劳模
- 读书活动
"""
PLAN = plan(period="2026年", body=ACTIVITIES).replace(
    "期间:", "目标:\n  - 建会率: ≥95%\n  - 走访: 40户\n期间:"
)
UNITS = {"units": ["甲校工会", "乙校分工会"]}
REPORT = "---\n类型: 总结\n标题: 三月[小]结（一）\n日期: 2026-04-02\n期间: 2026年3月\n---\n正文。\n"
FILES = {"plans/2026/计划.md": PLAN, "plans/2026/小结.md": REPORT}


def draft(run, tmp_path, *arguments, files=FILES):
    done = run("new", "总结", "--for", "plans/2026/计划.md", "--title", "草", *arguments, files=files)
    assert done.exit_code == 0, done.output
    return next(tmp_path.rglob("草.md")).read_text(encoding="utf-8")


def lines_of(text):
    return [line for line in text.splitlines() if line.startswith("- ") and "→" in line]


def test_every_activity_stands_once_with_its_state(run, tmp_path):
    lines = lines_of(draft(run, tmp_path))
    said = [line.partition(" → ")[0] for line in lines]
    assert said == [
        "- 8日 14:30 女教师座谈会",
        "- 9日 徒步",
        "- [ ] 中旬 征集<教代会>提案（逾期没有结果）",
        "- [ ] 20日 春游（延期至：5月20日）（逾期没有结果）",
        "- [ ] 20日 秋游（延期至：12月20日）",
        "- [ ] 21日 赛诗（延期至：4月；下雨）（延期至：12月；下雨）",
        "- 21日 *远足*",
        "- [ ] 25日 登山（延期）",
        "- [ ] 组织春季植树（待定；逾期没有结果）",
        "- 校园趣味运动会（取消：场地维修）",
        "- [ ] 每周三 16:20 太极班（定期活动）",
        "- [ ] 国庆节前后 看望劳模（逾期没有结果）",
        "- [ ] 上旬 3.12植树活动（计划中）",
        "- [ ] 5日至6日 校 运动会 #1（计划中）",
        "- [ ] 20日 “年终” 总结会，code（x 链后面还有字）（计划中）",
        "- [ ] 慰问（待定）",
        "- [ ] 三月至五月 师徒结对（逾期没有结果）",
        "- [ ] 上半年 体检（逾期没有结果）",
        "- [ ] 每季度 安全检查（逾期，已做 0/4 次；第一季度、第二季度、第三季度没有结果，2026年4月1日起逾期）",
        "- [ ] 全年 读书活动（计划中）",
    ]
    assert lines[1].endswith("、[三月小结一](小结.md)")


def test_only_the_blanks_are_to_be_filled_in(run, tmp_path):
    text = draft(run, tmp_path)
    assert "\n草稿: 是\n" in text and "\n计划: 计划.md\n数据:\n  - 建会率:\n  - 走访:\n---\n" in text
    done = run("check", "--strict")
    told = [line for line in done.output.splitlines() if "草.md" in line]
    assert [line.partition("[")[2].partition("]")[0] for line in told] == ["not-a-pair"] * 2
    assert all("后面还空着" in line for line in told)


@pytest.mark.slow
@pytest.mark.parametrize("day", ["2026-01-05", "2026-03-15", "2026-05-21", "2026-12-31", "2027-01-10"])
def test_when_it_is_published_nothing_has_become_of_anything_else(run, tmp_path, day):
    text = draft(run, tmp_path, "--date", day)
    text = text.replace("建会率:", "建会率: 95%").replace("走访:", "走访: 40户").replace("草稿: 是\n", "")
    before = load_board(tmp_path, FILES, today=date.fromisoformat(day), **UNITS)
    next(tmp_path.rglob("草.md")).write_text(text, encoding="utf-8")
    after = load_board(tmp_path, {}, today=date.fromisoformat(day), **UNITS)
    assert not after.has_errors

    def states(site):
        path = "plans/2026/计划.md"
        return {entry.key: entry.state for entry in site.catalog.entries if entry.document.path == path}

    assert states(after) == states(before)
    told = [
        key
        for entry in after.catalog.entries
        if entry.document.path.endswith("草.md")
        for key in entry.reports_on
    ]
    settled = [key for key, state in states(before).items() if state in ("done", "cancelled")]
    # What is ticked ahead of its day is recorded by nothing yet.
    assert day < "2026-05" or set(settled) <= set(told)


@pytest.mark.parametrize(
    "text",
    [
        "3月的“三八”活动", "第2次会议", "1、座谈", "[链接]样子的字", "**重点** 工作", "~~不是取消~~", "（延期）的说法", "<!-- 看不见 -->",
        "a|b|c", "办公室：打扫", "# 不是标题", "12月座谈", "培训（取消班）", "价格 5*3*2", "> 引", "全体人员；分组", "完成（完成）", "→ 箭头",
    ],
)  # fmt: skip
def test_odd_words_are_kept_and_never_done(run, tmp_path, text):
    body = f"### 二月\n\n- 打球（负责：工会）\n- {text}\n\n### 三月\n\n- 收尾\n"
    files = {"plans/2026/计划.md": plan(period="2026年", body=body)}
    written = draft(run, tmp_path, files=files)
    found = {
        document.path: document for document in read_documents(tmp_path, Settings.model_validate(UNITS)).valid
    }
    ours, theirs = found["plans/2026/草.md"], found["plans/2026/计划.md"]
    assert len(ours.activities) == len(theirs.activities), written
    own = [(activity.text, activity.status) for activity in ours.activities]
    for activity in theirs.activities:
        assert any(text.startswith(activity.text) and status == activity.status for text, status in own), (
            written
        )


def test_a_month_a_term_and_another_folder(run, tmp_path):
    files = {
        "plans/乙/月 (3).md": plan(period="2026年3月", head="单位: 乙校分工会", body="### 三月\n\n- [x] 8日 座谈\n- 走访\n"),
        "plans/甲.md": plan(period="2025—2026学年第一学期", body="### 2026年1月\n\n- [x] 8日 慰问\n"),
    }  # fmt: skip
    assert run("new", "总结", "--for", "月 (3)", "--title", "一", files=files).exit_code == 0
    assert run("new", "总结", "--for", "plans/甲", "--title", "二").exit_code == 0
    first = next(tmp_path.rglob("一.md")).read_text(encoding="utf-8")
    assert "\n单位: 乙校分工会\n" in first and "### 三月\n\n- 8日 座谈 → [计划](" in first
    assert "### 2026年1月\n\n- 8日 慰问 → [计划](" in next(tmp_path.rglob("二.md")).read_text(
        encoding="utf-8"
    )
    assert run("check", "--strict").output == "没有发现问题。\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("总结", "--for", "plans/2026/小结.md"), "“plans/2026/小结.md”是总结，不是计划"),
        (("总结", "--for", "三月[小]结（一）"), "是总结，不是计划"),
        (("总结", "--for", "plans/2026/计画.md"), "是不是“plans/2026/计划.md”"),
        (("总结", "--for", "../../etc/passwd"), "找不到"),
        (("总结", "--for", "\0"), "找不到"),
        (("总结", "--for", "长" * 5000), "找不到"),
        (("总结", "--for", "plans"), "找不到"),
        (("通知", "--for", "plans/2026/计划.md"), "只有总结能写 --for"),
        (("总结", "--for", "plans/2026/计划.md", "--period", "2026年"), "不要写 --period"),
        (("总结", "--for", "错的"), "plans/错的.md:5"),
        (("总结", "--for", "同名"), "有几份文件都叫“同名”，请写路径：plans/1.md、plans/2.md"),
    ],
)
def test_what_is_no_plan_is_told_and_nothing_is_written(run, tmp_path, arguments, said):
    files = {
        **FILES,
        "plans/错的.md": "---\n类型: 计划\n标题: 一\n日期: 2026-01-01\n期间: 今年\n---\n",
        "plans/1.md": plan(title="同名"),
        "plans/2.md": plan(title="同名"),
    }
    done = run("new", *arguments, files=files)
    assert (done.exit_code, said in done.output) == (2, True), done.output
    assert "Traceback" not in done.output
    assert {place.relative_to(tmp_path).as_posix() for place in tmp_path.rglob("*.md")} == {*files}


def test_it_never_writes_over_a_summary(run, tmp_path):
    before = draft(run, tmp_path)
    again = run("new", "总结", "--for", "plans/2026/计划.md", "--title", "草")
    assert again.exit_code == 2
    assert (tmp_path / "plans/2026/草.md").read_text(encoding="utf-8") == before


def test_what_has_no_month_in_a_school_year_reads_back(run, tmp_path):
    files = {
        "plans/计划.md": "---\n类型: 计划\n标题: 学年计划\n日期: 2025-09-01\n期间: 2025—2026学年\n---\n\n### 全学年\n\n- 每学期 提案督办\n"
    }
    result = run("new", "总结", "--for", "计划.md", "--date", "2026-03-01", files=files)
    (made,) = tmp_path.glob("plans/**/*总结.md")
    assert result.exit_code == 0
    assert "### 全年\n\n- [ ] 每学期 提案督办（逾期，已做 0/2 次" in made.read_text()
