"""The house rules that a machine can hold: which stage may know of which (ARCHITECTURE.md), and that the core knows no generator."""

import ast
import re
from pathlib import Path

import pytest
import yaml

from noticeboard.content.site_file import SiteFileLoader

PACKAGE = Path(__file__).parents[1] / "hooks" / "noticeboard"
MODULES = sorted(PACKAGE.rglob("*.py"))
ARCHITECTURE = (PACKAGE / "ARCHITECTURE.md").read_text(encoding="utf-8")


def line_below(words: str) -> list[str]:
    """The names of the indented line that follows a paragraph that begins with `words`."""
    found = re.search(rf"^{words}.*?\n\n    ([^\n]+)$", ARCHITECTURE, re.MULTILINE | re.DOTALL)
    assert found, f"ARCHITECTURE.md does not say: {words}"
    return found[1].replace("→", " ").split()


STAGES = line_below("A stage may import")
TOOLS = line_below("These stand below all")


def imports(module: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "noticeboard":
            found |= {f"noticeboard.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module}
    return found


def stage(name: str) -> str | None:
    """The stage of a module."""
    return _among(STAGES, name)


def tool(name: str) -> str | None:
    """The module below all stages that it is."""
    return _among(TOOLS, name)


def _among(names: list[str], name: str) -> str | None:
    inner = name.removeprefix("noticeboard.")
    return next((found for found in names if inner == found or inner.startswith(f"{found}.")), None)


def name_of(module: Path) -> str:
    return "noticeboard." + module.relative_to(PACKAGE).as_posix().removesuffix(".py").replace("/", ".")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_core_imports_no_generator(module):
    assert not {
        name
        for name in imports(module)
        if name.split(".")[0] in ("mkdocs", "properdocs", "material", "zensical")
    }


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_later_stage_never_reaches_back(module):
    own = stage(name_of(module))
    if own is None:
        return
    later = {
        name for name in imports(module) if stage(name) and STAGES.index(stage(name)) > STAGES.index(own)
    }
    assert not later


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_stands_below_all_knows_no_stage(module):
    if tool(name_of(module)):
        assert {stage(name) for name in imports(module)} <= {None, "problems"}


def test_every_module_has_its_place():
    """Write a new one into the lines of ARCHITECTURE.md."""
    names = {name_of(module).removesuffix(".__init__") for module in MODULES} - {"noticeboard"}
    assert {name for name in names if stage(name) is None and tool(name) is None} == set()
    assert {name for name in (*STAGES, *TOOLS) if f"noticeboard.{name}" not in names} == set()


def test_the_architecture_is_one_screen():
    assert len(ARCHITECTURE.splitlines()) <= 80


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_stand_at_the_top(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    inner = [
        node.lineno
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inner == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_stage_reads_the_clock_or_the_environment(module):
    if module.relative_to(PACKAGE).parts[0] == "commands":
        return
    text = module.read_text(encoding="utf-8")
    for reads in ("datetime.now(", "date.today(", "time.time(", "os.environ", "os.getenv"):
        assert reads not in text


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_nothing_that_is_read_becomes_code(module):
    """A `Body` unpickles the tree that a worker of ours made; never a file."""
    known = {
        "markup/body.py": {"pickle"},
        "content/site_file.py": {"yaml.load"},
        "fixing/site_file.py": {"yaml.load"},
    }
    tree = ast.parse(module.read_text(encoding="utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    suspect = imports(module) & {"pickle", "marshal", "shelve", "dill", "joblib", "runpy", "code"}
    suspect |= called & {"eval", "exec", "compile", "yaml.load", "yaml.unsafe_load", "yaml.full_load"}
    suspect |= {name for name in called if name.endswith("FileSystemBytecodeCache")}
    assert suspect <= known.get(module.relative_to(PACKAGE).as_posix(), set())


def test_settings_are_read_by_a_safe_loader():
    assert issubclass(SiteFileLoader, yaml.SafeLoader)
