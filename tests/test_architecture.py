"""The house rules that a machine can hold: which stage may know of which (ARCHITECTURE.md), and that the core knows no generator."""

import ast
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import yaml

from noticeboard.content.settings.site_file import SiteFileLoader

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


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


@cache
def imports(module: Path) -> frozenset[str]:
    found = set()
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "noticeboard":
            found |= {f"noticeboard.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module}
    return frozenset(found)


def path_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def faults(of_module: Callable[[Path], object]) -> dict[str, object]:
    """What `of_module` finds wrong, by the module's path: one test a rule, since one a module costs more than the rule."""
    assert len(MODULES) > 500
    return {path_of(module): found for module in MODULES if (found := of_module(module))}


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


def test_the_core_imports_no_generator():
    generators = ("mkdocs", "properdocs", "material", "zensical")
    assert faults(lambda module: {it for it in imports(module) if it.split(".")[0] in generators}) == {}


def _later(module: Path) -> set[str]:
    own = stage(name_of(module))
    named = {name: stage(name) for name in imports(module)} if own else {}
    return {name for name, other in named.items() if other and STAGES.index(other) > STAGES.index(own)}


def test_a_later_stage_never_reaches_back():
    assert faults(_later) == {}


def test_what_stands_below_all_knows_no_stage():
    def stages(module: Path) -> set[str | None]:
        return {stage(name) for name in imports(module)} - {None, "problems"}

    assert faults(lambda module: tool(name_of(module)) and stages(module)) == {}


def test_every_module_has_its_place():
    """Write a new one into the lines of ARCHITECTURE.md."""
    names = {name_of(module).removesuffix(".__init__") for module in MODULES} - {"noticeboard"}
    assert {name for name in names if stage(name) is None and tool(name) is None} == set()
    assert {name for name in (*STAGES, *TOOLS) if f"noticeboard.{name}" not in names} == set()


def test_the_architecture_is_one_screen():
    assert len(ARCHITECTURE.splitlines()) <= 80


def _inner_imports(module: Path) -> list[int]:
    return [
        node.lineno
        for function in ast.walk(tree_of(module))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def test_imports_stand_at_the_top():
    assert faults(_inner_imports) == {}


def test_no_stage_reads_the_clock_or_the_environment():
    reads = ("datetime.now(", "date.today(", "time.time(", "os.environ", "os.getenv")

    def read(module: Path) -> list[str]:
        text = module.read_text(encoding="utf-8")
        return [it for it in reads if it in text and not path_of(module).startswith("commands/")]

    assert faults(read) == {}


def _suspects(module: Path) -> set[str]:
    called = {ast.unparse(node.func) for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call)}
    found = imports(module) & {"pickle", "marshal", "shelve", "dill", "joblib", "runpy", "code"}
    found |= called & {"eval", "exec", "compile", "yaml.load", "yaml.unsafe_load", "yaml.full_load"}
    return found | {name for name in called if name.endswith("FileSystemBytecodeCache")}


def test_nothing_that_is_read_becomes_code():
    """A `Body` unpickles the tree that a worker of ours made; never a file."""
    assert faults(_suspects) == {
        "markup/body.py": {"pickle"},
        "content/settings/site_file.py": {"yaml.load"},
        "fixing/site_file.py": {"yaml.load"},
    }


def test_settings_are_read_by_a_safe_loader():
    assert issubclass(SiteFileLoader, yaml.SafeLoader)
