"""What is told of reasons that stand in commits."""

import os
import subprocess

from boards import load_board, plan, told
from noticeboard.check_result import state_of
from noticeboard.content.repository.published import read_published
from noticeboard.edition import Edition
from noticeboard.views import PageRenderer
from repositories import Repository

DISCLOSURE = "---\n类型: 公开\n标题: 公开\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务室\n联系: 8203\n依据: 办法\n反馈: 工会\n---\n"
PERSON = "王小明（尿毒症），手机 13912345678"


def page_of(site):
    page = next(page for page in site.pages if page.source)
    return PageRenderer(site.catalog).render(page).html


def test_a_reason_with_personal_data_is_told_and_not_shown(tmp_path):
    repository = Repository(tmp_path)
    repository.commit("2026-03-03", f"改\n\n更正说明: {PERSON}", {"plans/a.md": DISCLOSURE})
    site = load_board(tmp_path, {})
    (problem,) = site.problems
    assert told(site) == ["plans/a.md:1:1 warning reason-withheld"]
    assert problem.message == "2026年3月3日提交时写的更正说明里有病困情况、手机号，没有登出来。"
    assert "第一次放进网站</li>" in page_of(site)
    assert "13912345678" not in repr(site.catalog.history) + problem.message
    assert load_board(tmp_path, {}, audience="public").problems == ()


def test_a_correction_in_the_file_settles_it(tmp_path):
    repository = Repository(tmp_path)
    repository.commit("2026-03-03", f"改\n\n更正说明: {PERSON}", {"plans/a.md": DISCLOSURE})
    mended = DISCLOSURE.replace("依据", "更正说明: 补登一笔\n依据")
    repository.commit("2026-03-04", "x", {"plans/a.md": mended})
    site = load_board(tmp_path, {})
    assert told(site) == []
    assert "更正说明：补登一笔（" in page_of(site)


def test_personal_data_in_a_correction_is_told_at_its_line(board):
    text = DISCLOSURE.replace("依据", "更正说明: 电话改为 13912345678\n依据")
    assert told(board({"plans/a.md": text})) == ["plans/a.md:8:12 warning mobile-number"]


def test_a_subject_is_on_no_page(tmp_path):
    repository = Repository(tmp_path)
    repository.commit("2026-03-03", PERSON, {"plans/a.md": DISCLOSURE})
    site = load_board(tmp_path, {})
    assert told(site) == []
    assert "王小明" not in page_of(site)


def test_a_folder_of_another_owner_is_told(tmp_path, monkeypatch):
    Repository(tmp_path).commit("2026-03-03", "x", {"plans/a.md": plan()})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    assert told(load_board(tmp_path, {})) == ["mkdocs.yml:1:1 warning history-refused"]


def test_what_was_said_is_forgotten_with_the_next_commit(tmp_path):
    repository = Repository(tmp_path)
    repository.commit("2026-03-03", "x", {"plans/a.md": DISCLOSURE})
    edition = Edition(load_board(tmp_path, {}).edition.today)
    before = state_of(tmp_path, edition)
    assert state_of(tmp_path, edition) == before
    repository.git("commit", "--amend", "-q", "-m", f"x\n\n更正说明: {PERSON}")
    assert state_of(tmp_path, edition) != before


def test_a_shallow_clone_is_told(tmp_path):
    (tmp_path / "whole").mkdir()
    repository = Repository(tmp_path / "whole")
    repository.commit("2026-03-03", "x", {"plans/a.md": plan()})
    repository.commit("2026-03-04", "y", {"plans/a.md": plan("改")})
    repository.git("clone", "-q", "--depth", "1", f"file://{tmp_path}/whole", str(tmp_path / "part"))
    site = load_board(tmp_path / "part", {})
    assert told(site) == ["mkdocs.yml:1:1 warning history-missing"]
    assert "浅克隆" in site.problems[0].message


def test_a_computer_without_git_is_told_where_there_is_a_repository(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert told(load_board(tmp_path, {"plans/a.md": plan()})) == []
    (tmp_path / ".git").mkdir()
    assert told(load_board(tmp_path, {})) == ["mkdocs.yml:1:1 warning history-missing"]


def test_a_broken_repository_is_told(tmp_path):
    Repository(tmp_path).commit("2026-03-03", "x", {"plans/a.md": plan()})
    (tmp_path / ".git" / "HEAD").write_text("x")
    assert told(load_board(tmp_path, {})) == ["mkdocs.yml:1:1 warning history-missing"]


def _lose(root, revision: str) -> None:
    name = subprocess.run(
        ["git", "rev-parse", revision], cwd=root, check=True, capture_output=True, text=True
    ).stdout.strip()
    (root / ".git/objects" / name[:2] / name[2:]).unlink()


def test_a_commit_that_is_lost_is_told(tmp_path):
    Repository(tmp_path).commit("2026-03-03", "x", {"plans/a.md": plan()})
    _lose(tmp_path, "HEAD")
    assert told(load_board(tmp_path, {})) == ["mkdocs.yml:1:1 warning history-missing"]


def test_a_text_of_the_base_branch_that_is_lost_is_told(tmp_path):
    """Else a changed figure would pass in silence."""
    repository = Repository(tmp_path)
    repository.commit("2026-03-03", "x", {"plans/a.md": DISCLOSURE + "\n共300元。\n"})
    repository.git("checkout", "-q", "-b", "edit")
    repository.commit("2026-03-04", "x", {"plans/a.md": DISCLOSURE + "\n共30元。\n"})
    assert [line.split()[-1] for line in told(load_board(tmp_path, {}))] == ["published-changed"]
    _lose(tmp_path, "main:plans/a.md")
    assert told(load_board(tmp_path, {})) == ["mkdocs.yml:1:1 warning history-missing"]


def test_a_repository_without_a_commit_is_none(tmp_path):
    Repository(tmp_path)
    assert told(load_board(tmp_path, {"plans/a.md": plan()})) == []


def test_a_text_that_is_not_fetched_yet_is_told_as_such(tmp_path):
    """A clone without contents fetches them when they are asked for; offline nothing is damaged."""
    source = tmp_path / "whole"
    source.mkdir()
    repository = Repository(source)
    repository.commit("2026-03-03", "x", {"plans/a.md": DISCLOSURE + "\n共300元。\n", "plans/b.md": plan()})
    repository.git("config", "uploadpack.allowFilter", "true")
    repository.git("checkout", "-q", "-b", "edit")
    changed = {"plans/a.md": DISCLOSURE + "\n共30元。\n"}
    repository.commit("2026-03-04", "x", changed, remove=["plans/b.md"])
    part = tmp_path / "part"
    repository.git("clone", "-q", "--filter=blob:none", "-b", "edit", f"file://{source}", str(part))
    assert {line.split()[-1] for line in told(load_board(part, {}))} >= {"published-changed"}

    again = tmp_path / "again"
    repository.git("clone", "-q", "--filter=blob:none", "-b", "edit", f"file://{source}", str(again))
    source.rename(tmp_path / "away")
    (problem,) = load_board(again, {}).problems
    assert problem.code == "history-missing"
    assert "连上网再试" in problem.hint


def test_a_damaged_repository_is_not_said_to_be_out_of_reach(tmp_path):
    repository = Repository(tmp_path)
    repository.commit("2026-03-03", "x", {"plans/a.md": DISCLOSURE})
    repository.git("checkout", "-q", "-b", "edit")
    repository.commit("2026-03-04", "x", {}, remove=["plans/a.md"])
    _lose(tmp_path, "main:plans/a.md")
    (problem,) = load_board(tmp_path, {}).problems
    assert "git fsck" in problem.hint


def test_a_folder_of_the_base_branch_that_is_lost_is_told(tmp_path):
    repository = Repository(tmp_path)
    repository.commit("2026-03-03", "x", {"plans/a.md": DISCLOSURE, "plans/b/c.md": plan()})
    repository.git("checkout", "-q", "-b", "edit")
    repository.commit("2026-03-04", "x", {"plans/a.md": f"{DISCLOSURE}\n共300元。\n"})
    _lose(tmp_path, "main:plans/b")
    assert "mkdocs.yml:1:1 warning history-missing" in told(load_board(tmp_path, {}))


def test_a_repository_inside_that_goes_or_becomes_a_file_is_no_damage(tmp_path):
    """Its commit is not in this store, and never was."""
    repository = Repository(tmp_path)
    repository.commit("2026-03-03", "x", {"plans/b.md": plan()})
    for path in ("plans/子.md", "plans/a.md"):
        repository.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},{path}")
    repository.git("commit", "-q", "-m", "y")
    repository.git("checkout", "-q", "-b", "edit")
    repository.git("rm", "-q", "--cached", "plans/子.md", "plans/a.md")
    repository.commit("2026-03-04", "z", {"plans/a.md": DISCLOSURE})
    published = read_published(tmp_path)
    assert published.unread == ()
    assert published.new == {"plans/a.md"}
    assert published.before.keys() == {"plans/b.md"}


def test_a_changed_file_whose_name_is_no_utf8_is_no_damage(tmp_path):
    repository = Repository(tmp_path)
    name = os.path.join(os.fsencode(tmp_path), b"plans", "甲.md".encode("gbk"))
    repository.commit("2026-03-03", "x", {"plans/b.md": plan()})
    for text in (plan(), plan("改")):
        with open(name, "w", encoding="utf-8") as file:
            file.write(text)
        repository.commit("2026-03-04", "y")
        if text == plan():
            repository.git("checkout", "-q", "-b", "edit")
    assert read_published(tmp_path).unread == ()
    codes = {line.split()[-1] for line in told(load_board(tmp_path, {}))}
    assert codes and "history-missing" not in codes
