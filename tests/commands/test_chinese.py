"""Whatever is typed wrongly, the answer is Chinese."""

from __future__ import annotations

import re

import click
import pytest
from click.testing import CliRunner

from noticeboard import commands
from noticeboard.commands.asking import ask

COMMANDS = commands.board.list_commands(click.Context(commands.board))
_ENGLISH = re.compile(
    r"\b(?:usage|try|error|options?|missing|invalid|argument|arguments|no such|command|commands|show|exit|default|aborted|text"
    r"|integer|choose|does not|is not|directory|filename|unexpected|possible|did you)\b",
    re.IGNORECASE,
)


def english_in(text: str) -> list[str]:
    """English words that Click says; names of options are what is to be typed."""
    return _ENGLISH.findall(re.sub(r"--?[a-z][\w-]*|\[[^\]]*\|[^\]]*\]|“[^”]*”", "", text))


def run(*arguments: str) -> str:
    return CliRunner().invoke(commands.board, list(arguments), prog_name="board").output


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "wrong",
    [
        ["--help"],
        ["--nope"],
        ["--rot", "x"],
        ["a", "b", "c", "d", "e"],
        ["--root", "/nope"],
        ["--root"],
        ["--help=1"],
    ],
)
def test_wrong_options_are_answered_in_chinese(command, wrong, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = run(command, *wrong)
    assert re.search("[\u4e00-\u9fff]", said)
    assert english_in(said) == []


@pytest.mark.parametrize(
    "typed",
    [
        [], ["--help"], ["chek"], ["--version", "x"], ["check", "--format", "xml"], ["search"], ["search", "x", "--limit", "many"],
        ["search", "x", "--limit", "-1"], ["export"], ["verify"], ["new", "报告"], ["init", "b", "--kind", "x"], ["build", "--strict=1"],
    ],
)  # fmt: skip
def test_wrong_commands_are_answered_in_chinese(typed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert english_in(run(*typed)) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_to_be_typed_is_named_in_chinese(command):
    """No DIR, no TARGET; and no line of the list of commands is cut short."""
    usage = run(command, "--help").splitlines()[0]
    assert re.findall(r"\b[A-Z]{2,}\b", usage) == []
    (line,) = [line for line in run("--help").splitlines() if line.split()[:1] == [command]]
    assert not line.endswith("...")


def test_an_end_in_the_middle_is_told_in_chinese(monkeypatch):
    @click.command()
    def stopped() -> None:
        raise KeyboardInterrupt

    assert CliRunner().invoke(stopped).output.strip() == "停下了。"


def test_a_question_that_is_asked_again_says_why_in_chinese(monkeypatch):
    monkeypatch.setattr("noticeboard.commands.asking.asks", lambda: True)

    @click.command()
    def asked() -> None:
        click.echo(ask("名称", optional=False))

    assert "错误：不能空着。" in CliRunner().invoke(asked, input=" \n甲\n").output


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["publish"], "错误：没有写“目标”。"),
        (["import"], "错误：没有写“文件…”。"),
        (["check", "--nope"], "错误：没有叫“--nope”的选项。是不是“--no-cache”？"),
        (["new", "报告"], "错误：“[类型]”不对：没有“报告”，可选：“计划”、“总结”、"),
        (["hub", "it's", "b"], "错误：“清单”不对：找不到“it's”。"),
    ],
)
def test_signs_are_chinese_too(typed, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert said in run(*typed)
