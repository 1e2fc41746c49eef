"""`board check`: manual pages, allowances, and what it remembers."""

from __future__ import annotations

import json

import pytest

from boards import plan
from noticeboard.commands import check_anew

MOBILE = "13800000000"
ALLOWED = plan(f"值班 {MOBILE}", head="允许:\n  - 手机号: 值班电话")


def test_a_check_is_explained(run) -> None:
    done = run("check", "--explain", "手机号")
    assert done.exit_code == 0
    assert done.output.startswith("手机号\nmobile-number（警告，可以用“允许”放行，只看这一份文件）\n")
    assert run("check", "--explain", "mobile-number").output == done.output


def test_what_is_no_check_is_wrong_usage(run) -> None:
    done = run("check", "--explain", "mobile-numbr")
    assert done.exit_code == 2
    assert "是不是“mobile-number”？" in done.output


def test_allowances_are_listed(run) -> None:
    done = run(
        "check",
        "--strict",
        files={
            "plans/a.md": ALLOWED,
            "plans/b.md": ALLOWED.replace("工会计划", "草稿").replace("---\n\n", "草稿: 是\n---\n\n"),
        },
    )
    assert done.exit_code == 0
    assert "plans/a.md:7:10: 已允许[手机号] 值班电话\n" in done.output
    assert "plans/b.md:7:10: 已允许[手机号] 值班电话\n" in done.output
    assert json.loads(run("check", "--format", "json").stdout) == []


def test_nothing_is_read_again_while_nothing_has_changed(run, monkeypatch) -> None:
    first = run("check", files={"plans/a.md": plan(f"值班 {MOBILE}"), "plans/表.csv": b"1"})
    assert first.output.count("警告[") == 2
    monkeypatch.setattr(check_anew, "check_site", None)
    assert run("check").output == first.output
    assert json.loads(run("check", "--format", "json").stdout)[0]["code"] == "mobile-number"


@pytest.mark.slow
def test_every_change_is_seen(run, tmp_path) -> None:
    def codes(files: dict[str, str | bytes]) -> list[str]:
        found = json.loads(run("check", "--format", "json", files=files).stdout)
        return sorted(problem["code"] for problem in found)

    assert codes({"plans/a.md": plan(f"值班 {MOBILE}"), "plans/表.csv": b"1"}) == [
        "attachment-unlinked",
        "mobile-number",
    ]
    assert codes({"plans/a.md": plan(f"[表](表.csv) 值班 {MOBILE}")}) == ["mobile-number"]
    assert codes({"plans/表.csv": MOBILE.encode()}) == ["mobile-number"] * 2
    assert codes({"docs/archive.md": "占了"}) == ["duplicate-address", *["mobile-number"] * 2]
    (tmp_path / "plans/表.csv").unlink()
    assert codes({}) == ["duplicate-address", "link-missing", "mobile-number"]
    terms = {"mkdocs.yml": "INHERIT: base.yml\n", "base.yml": "extra: {board: {terms: {值班: 当班}}}\n"}
    assert codes(terms) == ["duplicate-address", "link-missing", "mobile-number", "term"]
    assert codes(terms | {"base.yml": "extra: {board: {}}\n"}) == [
        "duplicate-address",
        "link-missing",
        "mobile-number",
    ]


def test_another_day_is_another_check(run, monkeypatch) -> None:
    files = {"plans/a.md": plan("2070年见。")}
    assert run("check", files=files).output == "没有发现问题。\n"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert "implausible-year" in run("check").output


def test_without_the_cache_nothing_is_kept(run, tmp_path) -> None:
    run("check", "--no-cache", files={"plans/a.md": plan(), "plans/表.csv": b"1"})
    assert not (tmp_path / ".cache").exists()
    run("check")
    assert (tmp_path / ".cache" / "noticeboard" / "check.json").is_file()


def test_wrong_settings_are_reported_in_the_format_that_was_asked_for(run) -> None:
    files = {"mkdocs.yml": "site_name: 甲\nextra: {board: {kind: 学校}}\n"}
    done = run("check", "--format", "json", files=files)
    assert done.exit_code == 2
    assert [problem["code"] for problem in json.loads(done.stdout)] == ["settings"]
    done = run("check", files=files)
    assert done.exit_code == 2
    assert "mkdocs.yml:2:17: 错误[settings]" in done.output
