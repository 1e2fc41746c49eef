"""`board init`: a whole board or nothing, whatever is answered."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from noticeboard import commands
from noticeboard.commands import asking
from noticeboard.commands import init as command
from noticeboard.scaffolding.init_answers import FORGES
from noticeboard.scaffolding.organisation_words import WORDING
from noticeboard.scaffolding.record import digest_of, read_record

NAME = ["--organisation", "城南中学工会"]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def checked_init(tmp_path, monkeypatch):
    """`board init` as it is, which checks a board before it gives it away: that takes most of its time."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795132800")
    monkeypatch.delenv("BOARD_AUDIENCE", raising=False)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **more: CliRunner().invoke(
        commands.board, ["init", *map(str, arguments)], **more
    )


@pytest.fixture
def init(checked_init, monkeypatch):
    """`board init` without its check of what it has made."""
    monkeypatch.setattr(command, "_ensure_sound", lambda made: None)
    return checked_init


def strictly_checked(folder: Path) -> str:
    return CliRunner().invoke(commands.board, ["check", "--strict", "--root", str(folder)]).output


@pytest.mark.slow
@pytest.mark.parametrize("kind", list(WORDING))
@pytest.mark.parametrize("samples", [[], ["--with-samples"]], ids=["empty", "samples"])
def test_a_new_board_passes_every_check(init, tmp_path, kind, samples):
    done = init("b", *NAME, "--kind", WORDING[kind].label, *samples)
    assert done.exit_code == 0, done.output
    assert strictly_checked(tmp_path / "b") == "没有发现问题。\n"
    assert len(list((tmp_path / "b/plans").glob("2*/*.md"))) == (3 if samples else 0)


@pytest.mark.slow
def test_all_answers_are_in_the_settings(init, tmp_path):
    logo = tmp_path / "标志.PNG"
    logo.write_bytes(bytes.fromhex("89504e470d0a1a0a0000000d49484452"))
    done = init(
        "b", *NAME, "--kind", "学校", "--units", "东校区分工会、西校区分工会,东校区分工会", "--contact", "办公室（203室）",
        "--box", "门厅", "--box-email", "a@b.example", "--audience", "public", "--address", "http://x.example/a/",
        "--since", "2026年9月1日", "--logo", logo, "--colour", "#1f5b99",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    config = yaml.safe_load((tmp_path / "b/mkdocs.yml").read_text(encoding="utf-8"))
    board = config["extra"]["board"]
    assert [unit["name"] for unit in board["units"]] == ["城南中学工会", "东校区分工会", "西校区分工会"]
    assert (board["audience"], board["colour"]) == ("public", "#1f5b99")
    assert board["disclosure"] == {
        "feedback": "办公室（203室）", "opinion_box": {"place": "门厅", "email": "a@b.example"}
    }  # fmt: skip
    assert (config["site_url"], config["theme"]["logo"]) == ("http://x.example/a/", "assets/logo.png")
    assert "2026年9月1日" in (tmp_path / "b/docs/about.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_names_that_sound_alike_have_addresses_of_their_own(init, tmp_path):
    assert init("b", *NAME, "--units", "东校、冬校、懂校").exit_code == 0
    assert strictly_checked(tmp_path / "b") == "没有发现问题。\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--organisation", ""], "单位的名称"),
        (["--organisation", "<b>城南"], "不能用的符号“<”"),
        (["--organisation", "城南{{ 7*7 }}"], "不能用的符号"),
        (["--organisation", "城南\u202e工会"], "U+202E"),
        (["--organisation", "长" * 101], "太长"),
        ([*NAME, "--units", "一\x00分会"], "U+0000"),
        ([*NAME, "--contact", "[点我](javascript:x)"], "不能用的符号"),
        ([*NAME, "--contact", "打电话 13800138000"], "手机号"),
        ([*NAME, "--address", "gonghui"], "网址“gonghui”不完整"),
        ([*NAME, "--address", "javascript:alert(1)"], "不完整"),
        ([*NAME, "--box-email", "没有"], "意见箱的邮箱"),
        ([*NAME, "--colour", "#ffff00"], "太浅"),
        ([*NAME, "--colour", "red"], "#b3261e"),
        ([*NAME, "--logo", "没有.png"], "找不到标志"),
        ([*NAME, "--logo", "x.exe"], "不是图片"),
        ([*NAME, "--since", "2026-02-30"], "2026"),
        ([*NAME, "--kind", "医院"], "学校"),
        ([*NAME, "--repository", "https://git.example/a/b"], "--forge"),
        ([*NAME, "--repository", "https://git.example/a/b", "--forge", "gitee"], "--forge"),
        ([*NAME, "--repository", "gonghui/board", "--forge", "gitea"], "仓库的网址“gonghui/board”不完整"),
        ([*NAME, "--repository", "https://git.example/board", "--forge", "gitlab"], "不完整"),
        ([*NAME, "--repository", "javascript:alert(1)//a/b", "--forge", "gitlab"], "不完整"),
        ([*NAME, "--repository", "https://git.example/a/{{b}}", "--forge", "gitlab"], "仓库"),
        ([*NAME, "--repository", "https://u:p@git.example/a/b", "--forge", "gitlab"], "仓库"),
    ],
)
def test_wrong_answers_write_nothing(checked_init, tmp_path, arguments, said):
    done = checked_init("b", *arguments)
    assert done.exit_code == 2, done.output
    assert said in done.output
    assert "Traceback" not in done.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_name_with_the_signs_of_yaml_and_markdown_is_read_back(init, tmp_path):
    name = "城南（中）学: 工会 - 'A+B' & no!"
    assert init("b", "--organisation", name).exit_code == 0
    config = yaml.safe_load((tmp_path / "b/mkdocs.yml").read_text(encoding="utf-8"))
    assert config["extra"]["board"]["organisation"] == name
    assert strictly_checked(tmp_path / "b") == "没有发现问题。\n"


@pytest.mark.slow
@pytest.mark.parametrize("forge", FORGES)
def test_every_forge_has_its_files_and_no_other(init, tmp_path, forge):
    assert init("b", *NAME, "--forge", forge).exit_code == 0
    folders = {
        place.name for place in (tmp_path / "b").iterdir() if place.name.startswith((".gi", ".forgejo"))
    }
    wanted = {
        "github": {".github"}, "gitlab": {".gitlab", ".gitlab-ci.yml"}, "gitea": {".gitea"}, "forgejo": {".forgejo"},
        "gitee": {".gitee"}, "none": set(),
    }[forge]  # fmt: skip
    assert folders - {".gitignore", ".gitattributes"} == wanted
    for place in (tmp_path / "b").rglob("*.yml"):
        yaml.safe_load(place.read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("forge", "repository", "forms"),
    [
        ("github", "https://github.com/union/board", {"repository": "union/board"}),
        ("gitlab", "https://gitlab.com/city/union/board.git", {"repository": "city/union/board"}),
        ("gitlab", "https://git.example/union/board/", {"address": "https://git.example", "repository": "union/board"}),
        ("gitea", "http://oa.example:3000/git/union/board", {"address": "http://oa.example:3000/git", "repository": "union/board"}),
        ("forgejo", "https://git.example/union/board", {"address": "https://git.example", "repository": "union/board"}),
        ("forgejo", "", None),
        ("none", "", None),
    ],
)  # fmt: skip
def test_forms_write_to_the_repository(init, tmp_path, forge, repository, forms):
    done = init("b", *NAME, "--forge", forge, *(["--repository", repository] if repository else []))
    assert done.exit_code == 0, done.output
    text = (tmp_path / "b/mkdocs.yml").read_text(encoding="utf-8")
    wanted = {"forge": forge, **forms} if forms else None
    assert yaml.safe_load(text)["extra"]["board"].get("forms") == wanted
    assert ("# forms:" in text) == (forge == "forgejo" and not repository)
    assert strictly_checked(tmp_path / "b") == "没有发现问题。\n"


@pytest.mark.slow
def test_what_the_program_looks_after_is_recorded(init, tmp_path):
    assert init("b", *NAME, "--forge", "gitea").exit_code == 0
    record = read_record(tmp_path / "b")
    assert record is not None
    assert {".gitea/workflows/check.yml", "docs/guide/index.md", "board.cmd"} <= set(record.digests)
    assert {"mkdocs.yml", "docs/index.md"}.isdisjoint(record.digests)
    for path, digest in record.digests.items():
        assert digest_of((tmp_path / "b" / path).read_bytes()) == digest


def test_a_folder_with_something_in_it_is_left_alone(init, tmp_path):
    place = tmp_path / "b/旧文件.txt"
    place.parent.mkdir()
    place.write_text("旧", encoding="utf-8")
    done = init("b", *NAME)
    assert (done.exit_code, "旧文件.txt" in done.output) == (2, True)
    assert [path.name for path in place.parent.iterdir()] == ["旧文件.txt"]


def test_a_file_in_the_way_is_left_alone(init, tmp_path):
    (tmp_path / "b").write_text("旧", encoding="utf-8")
    assert init("b", *NAME).exit_code == 2
    assert (tmp_path / "b").read_text(encoding="utf-8") == "旧"


@pytest.mark.slow
def test_an_empty_repository_is_filled(init, tmp_path):
    subprocess.run(["git", "init", "-q", "b"], cwd=tmp_path, check=True)
    assert init("b", *NAME).exit_code == 0
    assert (tmp_path / "b/.git").is_dir()
    assert (tmp_path / "b/mkdocs.yml").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b"]


@pytest.mark.slow
def test_others_may_read_the_new_folder(init, tmp_path):
    (tmp_path / "like").mkdir()
    assert init("b", *NAME).exit_code == 0
    assert (tmp_path / "b").stat().st_mode == (tmp_path / "like").stat().st_mode


@pytest.mark.slow
def test_the_terminal_is_asked(init, tmp_path, monkeypatch):
    monkeypatch.setattr(asking, "asks", lambda: True)
    monkeypatch.setattr(command, "asks", lambda: True)
    lines = ["  ", "城南机械厂工会", "9", "工厂", "一车间、二车间", "", "", "", "gitee", ""]
    done = init("b", input="\n".join(lines) + "\n")
    assert done.exit_code == 0, done.output
    assert "不能空着" in done.output
    assert "请输入 1 到 6 的数字" in done.output
    board = yaml.safe_load((tmp_path / "b/mkdocs.yml").read_text(encoding="utf-8"))["extra"]["board"]
    assert (board["kind"], len(board["units"])) == ("enterprise", 3)
    assert (tmp_path / "b/.gitee").is_dir()


def test_without_a_terminal_the_name_is_asked_for_by_its_option(init):
    done = init("b")
    assert (done.exit_code, "--organisation" in done.output) == (2, True)


@pytest.fixture
def sample(tmp_path, monkeypatch):
    """A clone of the repository as it is in the working folder, without what a test does not need."""
    folder = tmp_path / "sample"
    folder.mkdir()
    names = [
        "mkdocs.yml",
        "docs",
        "plans",
        ".vscode",
        "overrides",
        "hooks/mkdocs_door.py",
        ".gitattributes",
        ".gitignore",
    ]
    archive = subprocess.run(
        ["git", "archive", "HEAD", *names], cwd=ROOT, capture_output=True, check=True
    ).stdout
    subprocess.run(["tar", "x", "-C", str(folder)], input=archive, check=True)
    for command_line in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command_line], cwd=folder, check=True)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.slow
def test_the_sample_becomes_ones_own(checked_init, sample, monkeypatch):
    monkeypatch.chdir(sample)
    done = checked_init(
        "--here", *NAME, "--kind", "村", "--with-samples", "--address", "http://chengnan.example/"
    )
    assert done.exit_code == 0, done.output
    assert strictly_checked(sample) == "没有发现问题。\n"
    assert len([place for place in sample.glob("plans/**/*.md") if "_模板" not in place.parts]) == 3
    text = (sample / "mkdocs.yml").read_text(encoding="utf-8")
    assert "晨光" not in text
    assert "chenguang" not in text
    assert "村（居）务公开" in text
    assert "custom_dir: overrides" in text


@pytest.mark.slow
def test_the_sample_is_not_changed_over_work_that_is_not_committed(init, sample, monkeypatch):
    monkeypatch.chdir(sample)
    (sample / "plans/新.md").write_text("新", encoding="utf-8")
    done = init("--here", *NAME)
    assert (done.exit_code, "没有提交" in done.output) == (2, True)
    assert (sample / "plans/2026").is_dir()


def test_a_board_that_is_not_the_sample_is_not_changed(init, tmp_path, monkeypatch):
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\nextra: {board: {organisation: 别人的工会}}\n", encoding="utf-8"
    )
    done = init("--here", *NAME)
    assert (done.exit_code, "不是样例" in done.output) == (2, True)
