"""`board init`: a board of one's own, in a new folder or in place of the repository's sample."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, get_args

import click

from noticeboard.atomic import replace_file
from noticeboard.cache import Cache
from noticeboard.commands.asking import ask, asks, choose
from noticeboard.commands.check_anew import check_site
from noticeboard.commands.common_options import WrongSettings, edition_of, find_root
from noticeboard.commands.site_settings import settings_of
from noticeboard.content.repository.paths import ROOT, SITE_FILE
from noticeboard.content.settings.form_settings import FormForge
from noticeboard.edition import AUDIENCES
from noticeboard.problems import Fault
from noticeboard.reports import text_lines
from noticeboard.scaffolding.adoption import SAMPLE, adopted_files
from noticeboard.scaffolding.board_files import board_files
from noticeboard.scaffolding.init_answers import FORGES, Answers, cleaned, faults_of, names_in
from noticeboard.scaffolding.new_folder import move_into, others_in, written_beside
from noticeboard.scaffolding.organisation_words import KINDS, kind_of
from noticeboard.times import read_date

_FORGES = {"none": "不用"}


@click.command(help="建一个本单位自己的公告栏，放进一个新的文件夹。在终端里会逐项询问；也可以全用选项写明。")
@click.argument("folder", metavar="文件夹", required=False, type=click.Path(path_type=Path))
@click.option("--organisation", help="单位的名称，如 城南中学工会。")
@click.option("--kind", type=click.Choice([*KINDS, *KINDS.values()]), help="哪一类单位。")
@click.option("--units", help="下属单位，用顿号分开，如 一分会、二分会。")
@click.option("--contact", help="对公开有意见，向谁反映，怎么联系。")
@click.option("--box", help="意见箱挂在哪里。")
@click.option("--box-email", help="意见箱的邮箱。")
@click.option(
    "--audience", type=click.Choice(AUDIENCES), help="文件不写“范围”时，internal 对内（默认），public 对外。"
)
@click.option("--address", help="网站在内网的网址，如 http://gonghui.example/。")
@click.option("--forge", type=click.Choice(FORGES), help="文件放在哪种代码平台上，none 不用（默认）。")
@click.option(
    "--repository", help="仓库的网址，如 https://git.example.cn/gonghui/board；写了就能在网页上填表。"
)
@click.option("--since", help="从哪一天起登，如 2026-09-01。")
@click.option("--logo", type=click.Path(path_type=Path), help="标志的图片。")
@click.option("--colour", metavar="#RRGGBB", help="主要的颜色，如 #b3261e。")
@click.option("--with-samples", "samples", is_flag=True, help="带上三份样例文件，照着写。")
@click.option("--here", is_flag=True, help="在程序的仓库里，把样例换成本单位的，不另建文件夹。")
def init(folder: Path | None, samples: bool, here: bool, **given: Any) -> None:
    if here and folder is not None:
        raise click.UsageError("--here 就在这个仓库里改，不要再写文件夹。")
    root = _sample_repository() if here else _empty_folder(folder)
    answers = _answers(given)
    if faults := list(faults_of(answers)):
        raise click.UsageError("\n".join(faults))
    today = edition_of().today
    files = board_files(answers, version("noticeboard"), today, samples=samples)
    with written_beside(root, files) as made:
        _ensure_sound(made)
        if not here:
            move_into(made, root)
            click.echo(_next_steps(root))
            return
    added = {
        path: data for path, data in files.items() if samples and path.startswith(f"{ROOT}/{today.year}/")
    }
    _adopt(root, answers, added)
    click.echo(
        "样例换成了本单位的公告栏。先看看改了什么：git status；不满意：git restore --staged --worktree ."
    )


def _answers(given: Mapping[str, Any]) -> Answers:
    """The options, and in a terminal the answers to what they leave open."""
    if not given["organisation"] and not asks():
        raise click.UsageError(
            "请用 --organisation 写明单位的名称，例如：board init gonggaolan --organisation 城南中学工会 --kind 学校"
        )
    organisation = given["organisation"] or ask("单位的名称（如 城南中学工会）", optional=False)
    kind = given["kind"] or choose("哪一类单位", list(KINDS))
    units = _given_or_asked(given["units"], "下属单位，用顿号分开（没有就回车）")
    contact = _given_or_asked(given["contact"], "对公开有意见，向谁反映，怎么联系（可以以后再填）")
    box = _given_or_asked(given["box"], "意见箱挂在哪里（没有就回车）")
    address = _given_or_asked(given["address"], "网站在内网的网址（没定就回车）")
    forge = given["forge"] or _chosen_forge()
    repository = given["repository"] or ""
    if forge in get_args(FormForge):
        repository = _given_or_asked(given["repository"], "仓库的网址，写了就能在网页上填表（没定就回车）")
    since = _given_or_asked(given["since"], "从哪一天起登（今天就回车）")
    return Answers(
        organisation=cleaned(organisation),
        kind=kind_of(kind),
        units=names_in(units),
        contact=cleaned(contact),
        box_place=cleaned(box),
        box_email=cleaned(given["box_email"] or ""),
        audience=given["audience"] or "internal",
        address=cleaned(address),
        forge=forge,
        repository=cleaned(repository),
        since=_day(since) if since else None,
        logo=given["logo"],
        colour=cleaned(given["colour"] or ""),
    )


def _given_or_asked(value: str | None, question: str) -> str:
    return ask(question) if value is None else value


def _chosen_forge() -> Any:
    labels = {_FORGES.get(forge, forge): forge for forge in ("none", *FORGES[:-1])}
    return labels[choose("文件放在哪种代码平台上", list(labels))]


def _day(text: str) -> date:
    day = read_date(cleaned(text))
    if isinstance(day, Fault):
        raise click.BadParameter(f"{day.message}{day.hint}", param_hint="--since")
    return day


def _empty_folder(folder: Path | None) -> Path:
    if folder is None:
        raise click.UsageError("请写明放在哪个文件夹，例如：board init gonggaolan")
    place = folder.absolute()
    if place.exists() and not place.is_dir():
        raise click.UsageError(f"“{folder}”是一个文件，请换一个文件夹的名字。")
    if others := others_in(place):
        shown = "、".join(others[:3])
        raise click.UsageError(f"“{folder}”里已经有东西（{shown}），没有动它。请换一个新的或空的文件夹。")
    return place


def _sample_repository() -> Path:
    """The repository with the sample, ready to be changed; ends the command where something could get lost."""
    root = find_root(None)
    if settings_of(root).organisation != SAMPLE:
        raise click.UsageError(f"这里的公告栏不是样例（{SAMPLE}），没有动它。新建一个：board init 文件夹。")
    changes = _git(root, "status", "--porcelain", "--untracked-files=all")
    if changes:
        raise click.UsageError("这里有还没有提交的改动，没有动它。请先提交（git commit），再运行一次。")
    return root


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        raise click.UsageError("--here 要在 git 仓库里运行，换下来的样例才找得回来。") from None
    return done.stdout.decode("utf-8", "replace")


def _ensure_sound(made: Path) -> None:
    """Ends the command when the board that would be made has a problem."""
    try:
        problems = check_site(made, edition_of(drafts=True), Cache()).problems
    except WrongSettings as wrong:
        problems = wrong.problems
    if problems:
        lines = [line for problem in problems for line in text_lines(problem)]
        raise click.UsageError("\n".join(["照这样写，公告栏会有下面的问题，所以没有建：", *lines]))


def _adopt(root: Path, answers: Answers, added: Mapping[str, bytes]) -> None:
    files = {**adopted_files((root / SITE_FILE).read_text(encoding="utf-8"), answers), **added}
    for name in filter(None, _git(root, "ls-files", "-z", "--", ROOT).split("\0")):
        (root / name).unlink(missing_ok=True)
    _remove_empty_folders(root / ROOT)
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        replace_file(root / path, data)


def _remove_empty_folders(folder: Path) -> None:
    for place in sorted((place for place in folder.rglob("*") if place.is_dir()), reverse=True):
        if not any(place.iterdir()):
            place.rmdir()


def _next_steps(root: Path) -> str:
    # What was installed beside the board is on nobody's path; on Windows `board.cmd` finds it.
    beside = Path(".venv", "bin", "board")
    board = str(beside) if (root / beside).exists() else "board"
    return "\n".join(
        (
            f"公告栏建好了：{root}",
            f"  先进这个文件夹：cd {root}",
            f"  看看什么样：    {board} serve",
            f"  写第一份文件：  {board} new",
            f"  检查：          {board} check",
            f"  生成网站：      {board} build",
        )
    )
