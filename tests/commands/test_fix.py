"""`board fix`, as an officer meets it."""

import os

import pytest

from boards import plan
from noticeboard import atomic
from noticeboard.commands import fix as command
from noticeboard.fixing.site_file import mended

DOUBTFUL = plan(title="计划: 一").replace("标题: ", "标题：")
MENDED = plan(title='"计划: 一"')
DISCLOSURE = "---\n类型: 公开\n标题: 预算\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务室\n---\n"


def test_writes_and_tells_what_was_done(run, tmp_path):
    done = run("fix", files={"plans/a.md": DOUBTFUL, "plans/b.md": plan()})
    assert done.exit_code == 0
    assert done.output == (
        "plans/a.md:3:3: 已改[fullwidth-colon] “：” → “: ”\n"
        'plans/a.md:3:4: 已改[colon-in-value] “计划: 一” → “"计划: 一"”\n'
        "改好了 1 份文件。\n"
    )
    assert (tmp_path / "plans/a.md").read_text(encoding="utf-8") == MENDED
    assert run("check", "--strict").exit_code == 0
    assert run("fix").output == "没有要改的。\n"


def test_diff_shows_and_writes_nothing(run, tmp_path):
    done = run("fix", "--diff", files={"plans/a.md": DOUBTFUL})
    assert done.exit_code == 1
    assert done.stdout.splitlines()[:3] == ["--- plans/a.md", "+++ plans/a.md", "@@ -1,6 +1,6 @@"]
    assert '-标题：计划: 一\n+标题: "计划: 一"\n' in done.stdout
    assert (tmp_path / "plans/a.md").read_text(encoding="utf-8") == DOUBTFUL
    assert run("fix", "--diff", files={"plans/a.md": MENDED}).exit_code == 0


def test_diff_tells_of_a_new_encoding(run):
    done = run("fix", "--diff", files={"plans/a.md": plan().encode("gb18030")})
    assert "--- plans/a.md（gb18030）\n+++ plans/a.md（utf-8）" in done.stdout


def test_what_only_a_person_can_settle_is_counted(run):
    done = run("fix", files={"plans/a.md": plan().replace("2026-01-10", "一月")})
    assert done.output == "没有要改的。还有 1 个问题要人来改，请运行 board check。\n"


def test_what_is_left_is_what_check_says(run):
    text = plan().replace("- 植树", "- 植树") + "\n[小结](没有.md)\n\n20XX年，__街道\n"
    said = run("check", files={"plans/a.md": text, "plans/b.xlsx": b"PK"})
    left = sum(": 错误[" in line or ": 警告[" in line for line in said.output.splitlines())
    assert left > 2
    assert f"还有 {left} 个问题要人来改" in run("fix").output


SITE = "site_name: 公告栏\nextra:\n  board:\n    organisation: 工会\n    units: [工会]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("organisation: ", "organisation："),
        ("    units: ", "    units：　"),
        ("site_name: ", "site_name："),
        ("extra:\n", "extra：\n"),
        ("board:\n", "board： \n"),
    ],
)
def test_a_colon_of_an_input_method_in_the_settings(before, after):
    broken = SITE.replace(before, after)
    assert broken != SITE
    assert mended(broken) == SITE


@pytest.mark.parametrize(
    "text",
    [
        SITE,
        SITE.replace("工会\n", "注意：工会\n"),
        "site_name: [\n",
        "- a：b\n",
        SITE + "nav:\n  - 首页：a.md\n",
    ],
)
def test_other_settings_stay_as_they_are(text):
    assert mended(text) == text


def test_only_the_paths_that_are_named(run, tmp_path):
    files = {"plans/a.md": DOUBTFUL, "plans/夹/b.md": DOUBTFUL}
    assert run("fix", "plans/夹", files=files).exit_code == 0
    assert (tmp_path / "plans/a.md").read_text(encoding="utf-8") == DOUBTFUL
    assert (tmp_path / "plans/夹/b.md").read_text(encoding="utf-8") == MENDED


def test_diff_shows_the_repair_of_the_settings(run, tmp_path):
    broken = SITE.replace("extra:", "extra：")
    done = run("fix", "--diff", files={"mkdocs.yml": broken, "plans/a.md": DOUBTFUL})
    assert done.exit_code == 1
    assert done.stdout.splitlines()[:2] == ["--- mkdocs.yml", "+++ mkdocs.yml"]
    assert "-extra：" in done.stdout and "+extra:" in done.stdout
    assert "改好以后" in done.stderr
    assert (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") == broken


def test_templates_and_links_are_left_alone(run, tmp_path):
    (tmp_path / "plans").mkdir()
    (tmp_path / "elsewhere.md").write_text(DOUBTFUL, encoding="utf-8")
    (tmp_path / "plans/a.md").symlink_to(tmp_path / "elsewhere.md")
    run("fix", files={"plans/_样板.md": DOUBTFUL})
    assert (tmp_path / "plans/_样板.md").read_text(encoding="utf-8") == DOUBTFUL
    assert (tmp_path / "elsewhere.md").read_text(encoding="utf-8") == DOUBTFUL


def test_numbers(run, tmp_path):
    assert run("fix", "--numbers", files={"plans/a.md": DISCLOSURE}).exit_code == 0
    assert "编号: 2026-finance-" in (tmp_path / "plans/a.md").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such permissions")
def test_permissions_stay_and_nothing_else_lies_about(run, tmp_path):
    run("check", files={"plans/a.md": DOUBTFUL})
    (tmp_path / "plans/a.md").chmod(0o640)
    run("fix")
    assert (tmp_path / "plans/a.md").stat().st_mode & 0o777 == 0o640
    assert [place.name for place in (tmp_path / "plans").iterdir()] == ["a.md"]


def test_a_failure_half_way_leaves_the_file_as_it_was(run, tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "replace", fail)
    done = run("fix", files={"plans/a.md": DOUBTFUL})
    assert done.exit_code == 1
    assert "“plans/a.md”写不进去" in done.output
    assert (tmp_path / "plans/a.md").read_text(encoding="utf-8") == DOUBTFUL
    assert [place.name for place in (tmp_path / "plans").iterdir()] == ["a.md"]


def test_a_file_that_somebody_saves_meanwhile_is_left_alone(run, tmp_path, monkeypatch):
    def slow(path, data, settings, **options):
        made = repair(path, data, settings, **options)
        (tmp_path / path).write_text(plan(title="新的"), encoding="utf-8")
        return made

    repair = command.repair
    monkeypatch.setattr(command, "repair", slow)
    assert run("fix", files={"plans/a.md": DOUBTFUL}).exit_code == 1
    assert "新的" in (tmp_path / "plans/a.md").read_text(encoding="utf-8")
