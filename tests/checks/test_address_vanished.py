"""What was published, and would be found no more."""

from __future__ import annotations

import pytest

from boards import load_board, plan
from repositories import Repository

TEXT = plan("### 三月\n\n- 8日 座谈会\n")


@pytest.fixture
def changed(tmp_path):
    """`changed(files, remove)`: what is told of addresses when that is done to a published plans/a.md."""

    def change(files: dict, remove=(), *, first: str = TEXT, commit: bool = True, **settings) -> list:
        repository = Repository(tmp_path)
        repository.commit("2026-03-03", "登出", {"plans/a.md": first, "plans/b.md": plan(title="乙")})
        repository.git("checkout", "-q", "-b", "edit")
        if commit:
            repository.commit("2026-03-04", "改", files, remove)
        for path in () if commit else remove:
            (tmp_path / path).unlink()
        if not commit:
            load_board(tmp_path, files)
            repository.git("add", "-A")
        site = load_board(tmp_path, {}, drafts=True, **settings)
        return [
            (it.path, it.level.value, it.message, it.hint)
            for it in site.problems
            if it.code == "address-vanished"
        ]

    return change


def slug(name: str, text: str = TEXT) -> str:
    return text.replace("期间:", f"网址名: {name}\n期间:")


@pytest.mark.parametrize("commit", [True, False])
def test_a_file_that_is_gone_is_told_with_what_to_type(changed, commit):
    ((path, level, message, hint),) = changed({}, ["plans/a.md"], commit=commit)
    assert (path, level) == ("plans/a.md", "warning")
    assert "/plans/a/ " in message and "撤回: 原因" in hint and "曾用网址: plans/a/" in hint


def test_another_address_name_is_told_where_to_type_the_former_one(changed):
    ((path, _, message, hint),) = changed({"plans/a.md": slug("neu")})
    assert (path, hint) == ("plans/a.md", "请在开头加一行“曾用网址: plans/a/”。")
    assert "/plans/a/ " in message


def test_a_draft_again_is_told(changed):
    ((_, _, _, hint),) = changed({"plans/a.md": TEXT.replace("期间:", "草稿: 是\n期间:")})
    assert "撤回: 原因" in hint


@pytest.mark.parametrize("commit", [True, False])
def test_a_rename_is_followed_unless_that_is_off(changed, commit, tmp_path):
    assert changed({"plans/2026/c.md": TEXT}, ["plans/a.md"], commit=commit) == []
    off = load_board(tmp_path, {}, drafts=True, follow_renames=False)
    assert [it.path for it in off.problems if it.code == "address-vanished"] == ["plans/2026/c.md"]


@pytest.mark.parametrize(
    ("files", "remove"),
    [
        ({"plans/a.md": slug("neu").replace("网址名", "曾用网址: plans/a/\n网址名")}, []),
        ({"plans/a.md": TEXT.replace("期间:", "撤回: 算错了\n期间:")}, []),
        ({"plans/b.md": plan(title="乙", head="曾用网址: plans/a/")}, ["plans/a.md"]),
        ({"plans/a.md": TEXT + "\n补充。\n"}, []),
        ({"plans/a.md": TEXT.replace("2026-01-10", "2026-02-30")}, []),
    ],
    ids=["former", "withdrawn", "into another", "edited", "broken"],
)
def test_what_is_found_still_is_not_told(changed, files, remove):
    assert changed(files, remove) == []


@pytest.mark.parametrize("first", [TEXT.replace("期间:", "草稿: 是\n期间:"), "---\n标题: 坏的\n---\n"])
def test_what_never_was_published_is_not_told(changed, first):
    assert changed({}, ["plans/a.md"], first=first) == []
