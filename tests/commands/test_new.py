"""`board new`: what it writes is right from the start, wherever and however it is asked."""

import pytest

from boards import plan
from noticeboard.commands import asking
from noticeboard.commands import new as command

DISCLOSURE = ("new", "公开", "--title", "经费公开", "--category", "财务", "--department", "财务室")


@pytest.fixture
def at_a_terminal(monkeypatch):
    for module in (command, asking):
        monkeypatch.setattr(module, "asks", lambda: True)


def passes(run):
    done = run("check", "--strict")
    return (done.exit_code, done.output) == (0, "没有发现问题。\n") or done.output


@pytest.mark.parametrize("kind", ["计划", "总结", "提案", "通知"])
@pytest.mark.parametrize("unit", [(), ("--unit", "乙校分工会")])
def test_every_type_passes_strictly(run, kind, unit):
    done = run("new", kind, "--title", f"一份{kind}", *unit)
    assert done.exit_code == 0, done.output
    assert passes(run) is True


def test_a_disclosure_passes_strictly(run):
    assert run(*DISCLOSURE).exit_code == 0
    assert passes(run) is True


def test_all_is_filled_in(run, tmp_path):
    done = run("new", "计划")
    assert done.output.startswith("已写好 plans/2026/2027年工会工作计划.md，")
    text = (tmp_path / "plans/2026/2027年工会工作计划.md").read_text(encoding="utf-8")
    assert text.startswith(
        "---\n类型: 计划\n标题: 2027年工会工作计划\n日期: 2026-11-20\n单位: 甲校工会\n期间: 2027年\n目标:\n---\n\n"
    )
    assert text.endswith("\n### 十一月\n### 十二月\n-->\n")
    assert "\n\n\n" not in text


def test_a_term_has_its_own_months(run, tmp_path):
    run("new", "计划", "--title", "一", "--period", "2026—2027学年第一学期")
    text = (tmp_path / "plans/2026/一.md").read_text(encoding="utf-8")
    assert [line for line in text.partition("都在这里")[2].split("\n") if line.startswith("### ")] == [
        "### 九月", "### 十月", "### 十一月", "### 十二月", "### 2027年1月",
    ]  # fmt: skip
    assert passes(run) is True


@pytest.mark.parametrize(
    ("used", "kind", "issued", "period"),
    [
        ("2025—2026学年第一学期", "计划", "2026-02-20", "2025—2026学年第二学期"),
        ("2025—2026学年第一学期", "计划", "2026-08-25", "2026—2027学年第一学期"),
        ("2025—2026学年第一学期", "总结", "2026-01-25", "2025—2026学年第一学期"),
        ("2025—2026学年", "计划", "2026-07-15", "2026—2027学年"),
        ("2025—2026学年", "总结", "2026-07-15", "2025—2026学年"),
        ("2026年3月", "计划", "2026-03-15", "2026年"),
        ("2025年", "总结", "2026-12-25", "2026年"),
    ],
)
def test_the_period_is_of_the_kind_that_the_unit_uses(run, tmp_path, used, kind, issued, period):
    files = {"plans/a.md": plan(period=used)}
    run("new", kind, "--title", "新的", "--date", issued, files=files)
    (place,) = tmp_path.glob("plans/**/新的.md")
    assert f"\n期间: {period}\n" in place.read_text(encoding="utf-8")
    assert passes(run) is True


def test_a_document_goes_where_its_like_lie(run):
    def proposal(number):
        return f"---\n类型: 提案\n标题: 提案{number}\n日期: 2025-03-0{number}\n届次: 三届一次\n---\n"

    files = {f"plans/2025/提案/{number}.md": proposal(number) for number in (1, 2)}
    files["plans/乙校/a.md"] = "---\n类型: 通知\n标题: 一\n日期: 2025-03-01\n单位: 乙校分工会\n---\n"
    assert "plans/2026/提案/新.md" in run("new", "提案", "--title", "新", files=files).output
    assert "plans/乙校/新.md" in run("new", "通知", "--title", "新", "--unit", "乙校分工会").output
    assert "plans/2026/新.md" in run("new", "通知", "--title", "新").output


def test_a_proposal_takes_the_latest_session_and_a_summary_its_plan(run, tmp_path):
    files = {
        "plans/2026/提案.md": "---\n类型: 提案\n标题: 一\n日期: 2026-03-01\n届次: 三届一次\n---\n",
        "plans/2026/计划.md": plan(),
    }
    run("new", "提案", "--title", "二", files=files)
    run("new", "总结", "--title", "三")
    assert "\n届次: 三届一次\n" in (tmp_path / "plans/2026/二.md").read_text(encoding="utf-8")
    assert "\n计划: 计划.md\n" in (tmp_path / "plans/2026/三.md").read_text(encoding="utf-8")
    assert passes(run) is True


def test_a_terminal_is_asked_for_everything(run, tmp_path, at_a_terminal):
    done = run("new", input="公开\n2\n财务室\n3\n经费公开\n财务室\n")
    assert done.exit_code == 0, done.output
    for shown in ("  1 计划\n", "  2 乙校分工会\n", "  3 财务\n"):
        assert shown in done.output
    assert "请输入 1 到 10 的数字" in done.output
    text = (tmp_path / "plans/2026/经费公开.md").read_text(encoding="utf-8")
    assert "\n单位: 乙校分工会\n附件:\n类别: 财务\n责任部门: 财务室\n" in text


def test_a_terminal_asks_again_for_a_period(run, tmp_path, at_a_terminal):
    done = run("new", "计划", input="1\n今年\n2026年\n\n")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "plans/2026/2026年工会工作计划.md").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "请写明类型"),
        (("通知",), "请用 --title 给出标题"),
        (("公开", "--title", "一", "--category", "财务"), "请用 --department 给出责任部门"),
        (("通知", "--title", "一", "--unit", "丙校工会"), "单位“丙校工会”不在"),
        (("公开", "--title", "一", "--category", "食堂", "--department", "一"), "没有“食堂”这个类别"),
        (("计划", "--title", "一", "--period", "今年"), "今年"),
        (("通知", "--title", "一", "--date", "2026-02-30"), "2月"),
    ],
)
def test_wrong_usage_writes_nothing(run, tmp_path, arguments, said):
    done = run("new", *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert list(tmp_path.rglob("*.md")) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "title",
    [
        "通知: 开会 #2", "“三八”活动", "'单引号", '"双引号" 后面', "*重要*", "&a b", "[一]、二", "{一}", "- 横线", "| 竖线",
        "> 大于", "a/b\\c", "../../逃走", "真的：全角", "！！！", "...", "_下划线", "长" * 200, "两\n行", "@全体", "#1", "? 问",
        "null", "2026-03-08", "CON", "a" * 300, "tab\there", "“\\”", "%0a", "🎉",
    ],
)  # fmt: skip
def test_odd_titles_are_read_back_as_they_are(run, tmp_path, title):
    done = run("new", "notice", "--title", title)
    assert done.exit_code == 0, done.output
    assert passes(run) is True
    (place,) = tmp_path.rglob("*.md")
    assert place.is_relative_to(tmp_path / "plans")
    assert len(place.name.encode()) < 255


def test_nothing_is_written_over(run, tmp_path):
    assert run("new", "通知", "--title", "事迹").exit_code == 0
    done = run("new", "通知", "--title", "事迹")
    assert (done.exit_code, "请换一个标题" in done.output) == (2, True)
    assert "网址相同" in run("new", "通知", "--title", "示记").output
    assert len(list(tmp_path.rglob("*.md"))) == 1
