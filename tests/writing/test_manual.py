"""Every kind of fault is declared once, has a page in the manual, and its samples give what it says."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.pages import GUIDE, Sample, blocks_of, build_board, codes_on
from noticeboard.checks.check import Check, PersonalCheck
from noticeboard.checks.personal.registry import PERSONAL
from noticeboard.manual import ManualPage, manual
from noticeboard.problems import Level, Scope
from noticeboard.reports import text_lines
from noticeboard.writing.manual import PAGES, diagnostics, explanation, guide_page, main, suggestion

HOOKS = GUIDE.parents[1] / "hooks"
PACKAGE = HOOKS / "noticeboard"
TESTS = Path(__file__).parents[1]
WITHOUT_SAMPLES = frozenset(
    """
    encoding-gb18030 encoding-utf-16 encoding-utf-32 encoding-mixed encoding-broken page-encoding nul-byte odd-break
    control-character lost-characters too-big too-long too-dense bad-name names-alike symlink not-a-file
    unreadable-file picture-too-large attachment-too-large
    term reason-withheld history-refused history-missing published-changed missing-year too-few-seconders
    address-vanished no-quorum vote-result meeting-notice-late meeting-disclosure-late
    photo-location nav-missing page-not-in-nav template publication-log-broken unreadable-page unwritable-page program-fault code-changed
    """.split()  # noqa: SIM905
)
"""What no page can show: bytes, megabytes, a repository, the faults of a preview, what comes with others. Each has tests of its own."""
SAMPLED = [page for page in manual().values() if page.code not in WITHOUT_SAMPLES]


def code_of(page: ManualPage) -> str:
    return page.code


def test_every_diagnostic_has_a_page_and_every_page_a_diagnostic() -> None:
    assert set(diagnostics()) - set(manual()) == set(), "write manual/<chapter>/<code>.md"
    assert set(manual()) - set(diagnostics()) == set(), "no code reports these any more"


def test_the_guide_shows_every_page_once() -> None:
    """A new chapter is named in one of the templates of templates/guide."""
    shown = [code for name in PAGES for code in codes_on(guide_page(name))]
    assert sorted(shown) == sorted(manual())


@pytest.mark.slow
@pytest.mark.parametrize("page", SAMPLED, ids=code_of)
def test_the_wrong_sample_gives_its_problems(page: ManualPage, tmp_path: Path) -> None:
    sample = Sample(page.text)
    problems = build_board(tmp_path, sample.files("错误")).problems
    assert [(problem.path, problem.line) for problem in problems] == sample.places != []
    assert {problem.code for problem in problems} == {page.code}
    assert {problem.level for problem in problems} <= {it.level for it in diagnostics()[page.code]}


@pytest.mark.slow
@pytest.mark.parametrize("page", SAMPLED, ids=code_of)
def test_the_right_sample_gives_none(page: ManualPage, tmp_path: Path) -> None:
    files = Sample(page.text).files("正确")
    site = build_board(tmp_path, files)
    assert site.problems == ()
    documents = {path for path in files if path.endswith(".md") and path.startswith("plans/")}
    assert {document.path for document in site.catalog.with_page} == documents


@pytest.mark.slow
@pytest.mark.parametrize("code", sorted(WITHOUT_SAMPLES))
def test_what_has_no_sample_has_a_test(code: str) -> None:
    assert Sample(manual()[code].text).files("错误") == {}
    tests = [
        path
        for path in TESTS.rglob("*")
        if path.suffix in (".py", ".json", ".md", ".txt") and path != Path(__file__)
    ]
    assert any(code in path.read_text(encoding="utf-8", errors="replace") for path in tests)


def test_the_report_is_shown_as_it_is(tmp_path: Path) -> None:
    (problem,) = build_board(tmp_path, Sample(manual()["fullwidth-colon"].text).files("错误")).problems
    (shown,) = [block.text for block in blocks_of(guide_page("problems.md")) if block.language == "text"]
    assert shown == "".join(f"{line}\n" for line in text_lines(problem))


# The code


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in the program, with the file in which it stands."""
    for path in sorted(HOOKS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path.relative_to(HOOKS).as_posix(), node


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@pytest.mark.slow
def test_no_problem_is_made_but_of_a_diagnostic() -> None:
    makers = {file for file, call in calls() if called(call) == "Problem"}
    # From a fault, from a check, and as it was kept.
    assert makers == {
        "noticeboard/problems.py",
        "noticeboard/checks/check.py",
        "noticeboard/check_result.py",
    }
    typed = [
        f"{file}:{call.lineno}"
        for file, call in calls()
        if called(call) in ("Fault", "report") and any(map(_is_code, call.args))
    ]
    assert typed == [], "declare it: NAME = Diagnostic(code, level)"


def _is_code(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant) and bool(
        re.fullmatch("[a-z]+(-[a-z0-9]+)*", str(argument.value))
    )


@pytest.mark.slow
def test_every_diagnostic_is_found_by_walking() -> None:
    """One that is declared inside a function, or in a hook, would not be."""
    declared = {
        argument.value
        for _, call in calls()
        if called(call) == "Diagnostic" or called(call).endswith("_check")
        for argument in call.args[:1]
        if isinstance(argument, ast.Constant)
    }
    assert declared == set(diagnostics())


@pytest.mark.slow
def test_every_diagnostic_is_used() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in HOOKS.rglob("*.py"))
    names = re.findall(r"^(\w+) = Diagnostic\(", text, re.MULTILINE)
    assert len(names) > 90
    assert [name for name in names if len(re.findall(rf"\b{name}\b", text)) < 2] == []


def test_codes_and_levels_are_declared_once() -> None:
    for code, declared in diagnostics().items():
        assert re.fullmatch("[a-z]+(-[a-z0-9]+)*", code)
        levels = [(type(it), it.level) for it in declared]
        assert len(levels) == len(set(levels)), code


# What is said of it


@pytest.mark.parametrize("page", manual().values(), ids=code_of)
def test_everything_can_be_explained(page: ManualPage) -> None:
    text = explanation(page.code)
    assert text is not None
    assert text.startswith(f"{page.title}\n{page.code}（")
    assert "hl_lines" not in text
    assert len(text.splitlines()) > 3


def test_an_explanation_says_how_bad_it_is() -> None:
    assert "（错误，不能放行，" in (explanation("bank-card") or "")
    assert "（警告，可以用“允许”放行，" in (explanation("mobile-number") or "")
    assert "（警告或错误，不能放行，" in (explanation("indentation") or "")
    assert {it.level for it in diagnostics()["indentation"]} == {Level.ERROR, Level.WARNING}
    assert "（提示或警告，可以用“允许”放行，" in (explanation("photo-location") or "")


def test_personal_data_is_explained_by_its_chinese_name_too() -> None:
    assert explanation("手机号") == explanation("mobile-number") is not None
    assert suggestion("手机") == "是不是“手机号”？"


@pytest.mark.parametrize(("typed", "near"), [("fullwith-colon", "fullwidth-colon"), ("setings", "settings")])
def test_a_slip_of_the_finger_is_met_with_the_nearest_code(typed: str, near: str) -> None:
    assert explanation(typed) is None
    assert suggestion(typed) == f"是不是“{near}”？"


@pytest.mark.parametrize("name", ["没有这个", ".*", "", "../fields/wrong-type", "files"])
def test_what_is_no_problem_has_no_explanation(name: str) -> None:
    assert explanation(name) is None


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_up_to_date(name: str) -> None:
    assert (GUIDE / name).read_text(encoding="utf-8") == guide_page(name), "run: make guide"


def test_the_command_writes_the_pages(tmp_path: Path) -> None:
    main(str(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == set(PAGES)
    assert (tmp_path / "checks.md").read_text(encoding="utf-8") == guide_page("checks.md")


NATURE = re.compile(
    r"(?P<level>(?:提示|警告|错误)(?:或(?:提示|警告|错误))*)，(?P<allowed>可以用“允许”放行|不能放行)，(?P<scope>只看这一份文件|和别的文件对照|只看改动)"
)


@pytest.mark.slow
@pytest.mark.parametrize("code", sorted(diagnostics()))
def test_every_code_says_how_strict_it_is(code: str) -> None:
    first = (explanation(code) or "").split("\n")[1]
    assert first.startswith(f"{code}（")
    nature = NATURE.fullmatch(first[len(code) + 1 : -1])
    assert nature is not None, first
    levels = {level.chinese for level in {it.level for it in diagnostics()[code]}}
    assert set(nature["level"].split("或")) >= levels
    assert any(f"`{code}` {nature[0]}。" in guide_page(name) for name in PAGES)


def test_what_may_be_allowed_is_told() -> None:
    may = {check.code for check in PERSONAL if check.may_be_allowed}
    assert {
        code for code in diagnostics() if "可以用“允许”放行" in (explanation(code) or "").split("\n")[1]
    } == may


def test_how_strict_some_codes_are() -> None:
    wanted = {
        "hardship": "警告，可以用“允许”放行，只看这一份文件",
        "identity-number": "错误，不能放行，只看这一份文件",
        "duplicate-number": "错误，不能放行，和别的文件对照",
        "reason-withheld": "警告，不能放行，只看改动",
    }
    for code, nature in wanted.items():
        assert f"{code}（{nature}）" in (explanation(code) or "")
        assert any(f"`{code}` {nature}。" in guide_page(name) for name in PAGES)


def _names_in(check: Check) -> set[str]:
    """The attributes that the module of a check, and those it imports from the checks, ask for."""
    names: set[str] = set()
    waiting, seen = [inspect.getsourcefile(check.find)], set()
    while waiting:
        path = Path(waiting.pop() or "")
        if path in seen:
            continue
        seen.add(path)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        own = {module for module in imported if re.match(r"noticeboard\.checks\.\w+\.\w+$", module)}
        waiting += [str(HOOKS / f"{module.replace('.', '/')}.py") for module in own]
    return names


CHECKS = [
    it for same in diagnostics().values() for it in same if isinstance(it, Check) and hasattr(it, "find")
]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_what_a_check_judges_is_what_it_says(check: Check) -> None:
    """What asks git is CHANGE and nothing else is; what asks for other documents is no judge of one file."""
    names = _names_in(check)
    asks_git = bool(names & {"published", "history"})
    assert (check.scope is Scope.CHANGE) is asks_git
    if check.scope is Scope.FILE:
        assert names.isdisjoint(
            {"by_path", "outgoing", "incoming", "pointing_at", "pointed_at", "of_type", "entries"}
        )


OF_ONE_FILE = [page for page in SAMPLED if {it.scope for it in diagnostics()[page.code]} == {Scope.FILE}]


@pytest.mark.parametrize("page", OF_ONE_FILE, ids=code_of)
def test_what_judges_one_file_needs_no_other_document(page: ManualPage, tmp_path: Path) -> None:
    sample = Sample(page.text)
    files = sample.files("错误")
    for number, path in enumerate(sorted({path for path, _ in sample.places if path.endswith(".md")})):
        alone = {it: text for it, text in files.items() if it == path or not it.endswith(".md")}
        (folder := tmp_path / str(number)).mkdir()
        problems = build_board(folder, alone).problems
        told = [(problem.path, problem.line) for problem in problems if problem.code == page.code]
        assert told == [place for place in sample.places if place[0] == path]


@pytest.mark.parametrize("page", manual().values(), ids=code_of)
def test_no_page_says_otherwise_than_its_code(page: ManualPage) -> None:
    """What 允许 does and what is judged is written once, from the declaration."""
    declared = diagnostics()[page.code]
    lifted = any(isinstance(it, PersonalCheck) and it.may_be_allowed for it in declared)
    if not lifted:
        assert "可以用“允许”" not in page.text
    else:
        assert "不能用“允许”" not in page.text
    if Level.NOTICE not in {it.level for it in declared}:
        assert "不停下生成" not in page.text
