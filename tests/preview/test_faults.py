"""Any exception → one problem in Chinese, with a file and a line of the board or the program."""

from __future__ import annotations

from types import SimpleNamespace

import jinja2
import pytest

from boards import write
from noticeboard.preview.faults import fault_of, is_of_the_program


def raised(function) -> BaseException:
    with pytest.raises(BaseException) as caught:
        function()
    return caught.value


@pytest.mark.parametrize(
    ("text", "line"), [("a\n{% if %}\n", 2), ("a\n\n{{ b.c }}\n", 3), ("{% include 'no.html' %}", 1), ("\n{{ 1 // 0 }}", 2)]
)  # fmt: skip
def test_a_template_is_named_with_its_line(tmp_path, text, line) -> None:
    write(tmp_path, {"overrides/a.html": text.encode()})
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path / "overrides"), autoescape=True)
    problem = fault_of(raised(lambda: environment.get_template("a.html").render()), tmp_path)
    assert (problem.path, problem.line) == ("overrides/a.html", line)
    assert problem.code == "template"


def test_a_file_that_is_gone_is_named(tmp_path) -> None:
    problem = fault_of(raised((tmp_path / "plans/甲.md").read_text), tmp_path)
    assert (problem.path, problem.code) == ("plans/甲.md", "unreadable-file")
    assert "打不开" in problem.message


def test_a_page_that_cannot_be_written_is_named_without_the_folder_of_the_machine(tmp_path) -> None:
    site = tmp_path / "site"
    site.write_text("x", encoding="utf-8")
    error = raised((site / "a/index.html").read_text)
    problem = fault_of(error, tmp_path / "board")
    assert problem.code == "unwritable-page"
    assert "site/a/index.html" in problem.message
    assert str(tmp_path) not in problem.message


@pytest.mark.parametrize(
    "error", [RecursionError("deep"), MemoryError(), KeyError("x\ny"), OSError("?"), SystemExit(1)]
)
def test_anything_else_is_a_fault_of_the_program(tmp_path, error) -> None:
    problem = fault_of(error, tmp_path)
    assert problem.code == "program-fault"
    assert is_of_the_program(problem)
    assert "\n" not in problem.message
    assert "维护程序的人" in problem.hint


def test_code_of_the_board_is_named_with_its_line(tmp_path) -> None:
    place = tmp_path / "hooks" / "own.py"
    write(tmp_path, {"hooks/own.py": b"\n\ndef f():\n    raise ValueError('x')\n"})
    names: dict = {}
    exec(compile(place.read_text(encoding="utf-8"), str(place), "exec"), names)
    problem = fault_of(raised(names["f"]), tmp_path)
    assert (problem.path, problem.line) == ("hooks/own.py", 4)


@pytest.mark.parametrize(("error", "said"), [(ValueError("x"), "做不成网页"), (b"a\n\xff", "UTF-8")])
def test_the_page_that_was_being_read_is_named(tmp_path, error, said) -> None:
    code = "def f(page, error):\n    if isinstance(error, bytes):\n        error.decode()\n    raise error\n"
    names: dict = {}
    exec(compile(code, "/elsewhere/generator.py", "exec"), names)
    page = SimpleNamespace(file=SimpleNamespace(abs_src_path=str(tmp_path / "docs/a.md")))
    problem = fault_of(raised(lambda: names["f"](page, error)), tmp_path)
    assert (problem.path, problem.code) == ("docs/a.md", "unreadable-page")
    assert problem.line == (2 if said == "UTF-8" else 1)
    assert said in problem.message
