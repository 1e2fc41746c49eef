"""What tests of all folders share."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Playwright, expect, sync_playwright

from boards import load_board, write
from site_builds import BELOW, CONFIG, REPOSITORY, built_once, run_mkdocs

# Neither a busy machine nor chance decides whether a test passes: speed is measured in benchmarks/, examples are the same.
settings.register_profile("same", deadline=None, derandomize=True, database=None)
# New examples are looked for where somebody can mend what they show: pytest --hypothesis-profile=explore
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("same")
# How long the browser may take until a page shows what is expected. Longer than the half minute after which the forms ask again
# for what the checks say.
expect.set_options(timeout=40_000)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Long bytes are called by their argument: those of a ZIP file hold the second in which they were made, and all workers of a
    run must give a test the same name.
    """
    return argname if isinstance(val, bytes) and len(val) > 40 else None


@pytest.fixture
def board(tmp_path):
    """`board(files, **options)`: the site of a small board in a folder of its own."""
    return lambda files, **options: load_board(tmp_path, files, **options)


@pytest.fixture
def project(tmp_path) -> Callable[..., Path]:
    """`project(files, config)`: a small project with our hook, in a folder of its own."""

    def make(files: dict[str, str | bytes], config: str = "") -> Path:
        return write(tmp_path, {"mkdocs.yml": CONFIG + config, "docs/index.md": "# 首页\n", **files})

    return make


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers. One for the whole session: a second one beside it cannot be started."""
    with sync_playwright() as found:
        yield found


def _strictly() -> list[str]:
    """That a clone is shallow, as those of continuous integration are, is a warning, but no fault of the sample."""
    asked = ["git", "rev-parse", "--is-shallow-repository"]
    done = subprocess.run(asked, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    return [] if done.stdout.strip() == "true" else ["--strict"]


def _build(folder: Path, *arguments: str) -> None:
    done = run_mkdocs(folder, "build", *arguments)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory) -> Path:
    """The repository's own site, built strictly."""
    return (
        built_once(
            tmp_path_factory,
            "sample",
            lambda folder: _build(REPOSITORY, *_strictly(), "--site-dir", str(folder / "site")),
        )
        / "site"
    )


@pytest.fixture(scope="session")
def disk_site(tmp_path_factory) -> Path:
    """The sample site as it can also be opened from a disk, whose folders are no pages."""
    return (
        built_once(
            tmp_path_factory,
            "disk",
            lambda folder: _build(
                REPOSITORY, *_strictly(), "--no-directory-urls", "--site-dir", str(folder / "site")
            ),
        )
        / "site"
    )


@pytest.fixture(scope="session")
def below_site(tmp_path_factory) -> Path:
    """The sample site of a board that knows it stands below a path."""
    return built_once(tmp_path_factory, "below", _build_below) / "site"


def _build_below(folder: Path) -> None:
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    known = config.replace("site_url: http://gonghui.chenguang.example/", f"site_url: {BELOW}")
    assert known != config
    (folder / "mkdocs.yml").write_text(known, encoding="utf-8")
    for name in ("docs", "plans", "overrides"):
        shutil.copytree(REPOSITORY / name, folder / name)
    (folder / "hooks").symlink_to(REPOSITORY / "hooks")
    _build(folder, "--strict")
