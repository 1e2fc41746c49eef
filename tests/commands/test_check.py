"""`board check`: manual pages, allowances, and what it remembers."""

from __future__ import annotations

import json

from boards import TODAY, plan, write
from noticeboard import checked
from noticeboard.cache import Cache
from noticeboard.checked import check_board
from noticeboard.content.settings import Settings
from noticeboard.edition import Edition

MOBILE = "13800000000"
ALLOWED = plan(f"值班 {MOBILE}", head="允许:\n  - 手机号: 值班电话")


def test_a_check_is_explained(run) -> None:
    done = run("check", "--explain", "手机号")
    assert done.exit_code == 0
    assert done.output.startswith("手机号\nmobile-number（警告，可以用“允许”放行）\n")
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


def test_nothing_is_read_again_while_nothing_has_changed(tmp_path, monkeypatch) -> None:
    write(tmp_path, {"plans/a.md": plan(f"值班 {MOBILE}"), "plans/表.csv": b"1"})
    cache, edition = Cache(tmp_path / "cache"), Edition(TODAY, drafts=True)
    first = check_board(tmp_path, Settings(), edition, cache)
    assert {problem.code for problem in first.problems} == {"mobile-number", "attachment-unlinked"}
    monkeypatch.setattr(checked, "load", None)
    assert check_board(tmp_path, Settings(), edition, cache) == first


def test_every_change_is_seen(tmp_path) -> None:
    write(tmp_path, {"plans/a.md": plan(f"值班 {MOBILE}"), "plans/表.csv": b"1", "docs/b.md": "b"})
    cache, edition = Cache(tmp_path / "cache"), Edition(TODAY, drafts=True)

    def codes(**settings) -> list[str]:
        found = check_board(tmp_path, Settings.model_validate(settings), edition, cache)
        return sorted(problem.code for problem in found.problems)

    assert codes() == ["attachment-unlinked", "mobile-number"]
    write(tmp_path, {"plans/a.md": plan(f"[表](表.csv) 值班 {MOBILE}")})
    assert codes() == ["mobile-number"]
    write(tmp_path, {"plans/表.csv": MOBILE.encode()})
    assert codes() == ["mobile-number", "mobile-number"]
    assert codes(terms={"值班": "当班"}) == ["mobile-number", "mobile-number", "term"]
    write(tmp_path, {"docs/archive.md": "占了"})
    assert codes() == ["duplicate-address", "mobile-number", "mobile-number"]
    (tmp_path / "plans/表.csv").unlink()
    assert codes() == ["duplicate-address", "link-missing", "mobile-number"]


def test_without_the_cache_nothing_is_kept(run, tmp_path) -> None:
    run("check", "--no-cache", files={"plans/a.md": plan(), "plans/表.csv": b"1"})
    assert not (tmp_path / ".cache").exists()
    run("check")
    assert (tmp_path / ".cache" / "noticeboard" / "check.json").is_file()
