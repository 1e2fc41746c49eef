"""What is run here but not written here: locked file by file, and gone after `make clean`."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-build.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(lock: Path) -> list[tuple[Requirement, list[str]]]:
    """What a lock names, each with the hashes of its files."""
    lines = re.sub(r"\\\n", " ", lock.read_text(encoding="utf-8")).splitlines()
    entries = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return [
        (Requirement(entry.split("--hash=")[0].strip()), re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry))
        for entry in entries
    ]


def environments() -> list[dict[str, str]]:
    """The systems and the Pythons that the board is installed on."""
    return [
        {"sys_platform": system, "platform_system": name, "os_name": os, "python_version": f"3.{minor}",
         "python_full_version": f"3.{minor}.{patch}", "implementation_name": "cpython",
         "platform_python_implementation": "CPython", "platform_machine": "x86_64", "extra": ""}
        for system, name, os in (("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"), ("win32", "Windows", "nt"))
        for minor, patch in ((11, 2), (11, 9), (12, 4), (13, 1), (14, 0))
    ]  # fmt: skip


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_file_that_pip_may_install_is_named_by_its_hash(lock: Path) -> None:
    found = pins(lock)
    assert found
    for requirement, hashes in found:
        assert re.fullmatch(r"==[\w.!+-]+", str(requirement.specifier)), requirement
        assert requirement.url is None
        assert hashes and len(hashes) == len(set(hashes)), requirement


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_place(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.search(
        r"://|^\s*-|(?<=\s)/|[A-Z]:\\\w", re.sub(r"^ +--hash=\S+", "", text, flags=re.MULTILINE), re.MULTILINE
    )


def test_the_lock_holds_the_files_of_all_systems() -> None:
    files = {requirement.name: len(hashes) for requirement, hashes in pins(LOCKS[0])}
    # Wheels of several systems and Pythons: a lock of what one machine had installed would have one or two.
    assert all(
        files[name] >= 10 for name in ("lxml", "markupsafe", "pydantic-core", "pyyaml", "ruff", "watchdog")
    )


@pytest.mark.parametrize(
    "environment", environments(), ids=lambda found: f"{found['sys_platform']} {found['python_full_version']}"
)
def test_each_system_and_python_finds_one_version_of_all_that_is_asked_for(
    environment: dict[str, str],
) -> None:
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["dev"]]
    locked: dict[str, list[Requirement]] = {}
    for requirement, _ in pins(LOCKS[0]):
        if requirement.marker is None or requirement.marker.evaluate(environment):
            locked.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    assert all(len(found) == 1 for found in locked.values())
    for requirement in map(Requirement, wanted):
        (found,) = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(str(found.specifier).removeprefix("=="))
    # Needed on Windows alone, by click and pytest: a lock made on Linux for Linux would lack it.
    assert environment["sys_platform"] != "win32" or "colorama" in locked


def test_what_builds_is_locked_too() -> None:
    ((builder, _),) = pins(LOCKS[1])
    for wanted in (*PROJECT["build-system"]["requires"], *PROJECT["dependency-groups"]["build"]):
        assert Requirement(wanted).name == builder.name
        assert Requirement(wanted).specifier.contains(str(builder.specifier).removeprefix("=="))


def install_commands(path: str) -> list[str]:
    """What is installed, line by line, whatever pip is called there."""
    text = (ROOT / path).read_text(encoding="utf-8")
    return [
        line.strip()
        for line in re.findall(r"(?:pip install|\$\(PIP\)) (--require.*|-r .*|--no-deps.*)", text)
    ]


def test_what_is_typed_on_windows_is_what_make_does() -> None:
    commands = install_commands("README.md")
    assert commands == install_commands("Makefile")
    assert len(commands) == 3
    assert all("--require-hashes" in command for command in commands if "-r " in command)
    assert commands[-1] == "--no-deps --no-build-isolation --editable ."


def test_make_clean_leaves_nothing_that_was_not_written_by_hand(tmp_path: Path) -> None:
    for name in ("Makefile", ".gitignore"):
        shutil.copy(ROOT / name, tmp_path)
    made = [
        ".venv/lib/python3.11/site-packages/x.pth", ".cache/noticeboard/checked.json", ".cache/search/0.json",
        "hooks/noticeboard/templates/__pycache__/__jinja2_0.cache", "hooks/__pycache__/mkdocs_door.cpython-311.pyc",
        "plans/2026/__pycache__/x.pyc", "noticeboard.egg-info/PKG-INFO", "hooks/noticeboard.egg-info/PKG-INFO",
        ".pytest_cache/x", ".ruff_cache/x", ".hypothesis/x", "site/index.html", "export/index.md",
    ]  # fmt: skip
    kept = ["plans/2026/计划.md", "plans/2026/site/表.md", "docs/export/x.md", ".git/__pycache__/x"]
    for name in (*made, *kept):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    subprocess.run(["make", "--silent", "clean"], cwd=tmp_path, check=True)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {"Makefile", ".gitignore", *kept}


def test_no_compiled_code_is_in_the_repository() -> None:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not re.findall(r"[^\0]*\.(?:py[co]|cache|pkl|pickle|so|pyd|dll|pth|whl)(?=\0)", done.stdout)
