"""`board search`: what a reader who types the same would find."""

import json

from boards import plan

FILES = {
    "plans/2026/计划.md": plan("### 三月\n\n- 8日 教代会提案征集（地点：礼堂）\n- 中旬 食堂满意度\n"),
    "plans/2026/总务.md": "---\n类型: 通知\n标题: 食堂开放时间\n日期: 2026-03-01\n---\n\n早上七点。\n",
    "docs/about.md": "# 关于我们\n\n食堂在一楼。\n",
}


def test_hits_name_their_files_and_mark_the_match(run):
    done = run("search", "代会提", files=FILES)
    assert done.exit_code == 0
    assert "plans/2026/计划.md" in done.output
    assert "8日 教【代会提】案征集" in done.output
    assert "找到 1 份。" in done.output


def test_all_terms_must_occur_and_the_title_comes_first(run):
    found = json.loads(run("search", "--format", "json", "食堂", files=FILES).stdout)
    assert [hit["source"] for hit in found] == ["plans/2026/总务.md", "plans/2026/计划.md", "docs/about.md"]
    assert found[1]["url"].startswith("plans/2026/ji-hua/#a-")
    assert (
        json.loads(run("search", "--format", "json", "食堂", "征集", files=FILES).stdout)[0]["source"]
        == "plans/2026/计划.md"
    )


def test_the_limit_shortens_the_list_only(run):
    done = run("search", "--limit", "1", "食堂", files=FILES)
    assert done.output.count(".md") == 1
    assert "找到 3 份。" in done.output


def test_nothing_to_look_for_is_said(run):
    assert "请写要找的字" in run("search", "！！", files=FILES).output
    assert "找到 0 份。" in run("search", "没有的词", files=FILES).output


def test_a_board_with_errors_is_not_searched(run):
    done = run("search", "食堂", files={**FILES, "plans/b.md": "---\n类型: 通知\n---\n"})
    assert done.exit_code == 1
    assert "plans/b.md" in done.output
