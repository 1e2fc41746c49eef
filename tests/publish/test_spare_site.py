"""What a new site begins with: pages of former ones, and nothing that is not as it was written."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from noticeboard.cache import Cache
from noticeboard.file_states import stamp_of
from noticeboard.publish.site_folder import SiteFolder, files_in
from noticeboard.publish.spare_site import SpareSite

A, B, OTHER = "a/index.html", "b/c/index.html", "board.json"
KEYS = {A: "key of a", B: "key of b"}


def write(folder: Path, texts: dict[str, str]) -> None:
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def build(root: Path, keys: dict[str, str], texts: dict[str, str], name: str = "site") -> frozenset[str]:
    """Builds a site as the hook does, with the pages `keys`; which of them it began with."""
    spare, folder = SpareSite(root, root / name), SiteFolder(root / name, [])
    new = folder.open()
    standing = spare.take(new, keys)
    assert {*files_in(new)} == standing
    write(new, {path: text for path, text in texts.items() if path not in standing})
    folder.switch()
    if folder.former:
        spare.keep(folder.former)
    stamps = {path: stamp_of(f"{folder.target}/{path}") for path in files_in(folder.target)}
    spare.note(stamps, keys)
    folder.discard()
    return standing


def spare_of(root: Path, name: str = "site") -> Path:
    """Where the site waits that the one in the folder `name` has replaced."""
    return root / ".cache/sites" / sha256(str(root / name).encode()).hexdigest()


def contents(folder: Path) -> dict[str, str]:
    return {
        path: (folder / path).read_text(encoding="utf-8")
        for path in files_in(folder)
        if path != ".noticeboard"
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A board whose site was built once, in a moment of its own."""
    build(tmp_path, KEYS, {A: "1", B: "1", OTHER: "1"})
    return tmp_path


def test_pages_of_the_published_site_stand_in_the_next_one(root: Path):
    assert build(root, KEYS, {OTHER: "2"}) == {A, B}
    assert contents(root / "site") == {A: "1", B: "1", OTHER: "2"}


def test_the_site_before_waits_with_its_pages_alone(root: Path):
    build(root, KEYS, {OTHER: "2"})
    spare = spare_of(root)
    assert {*files_in(spare)} == {A, B}
    assert spare.stat().st_mode & 0o077 == 0
    number = spare.stat().st_ino
    assert build(root, KEYS, {OTHER: "3"}) == {A, B}
    assert (root / "site").stat().st_ino == number
    assert (root / "site").stat().st_mode & 0o055


def test_a_changed_page_is_written_and_later_taken_from_the_newest_site(root: Path):
    build(root, KEYS, {OTHER: "2"})
    changed = {**KEYS, A: "another key"}
    assert build(root, changed, {A: "2", OTHER: "3"}) == {B}
    assert build(root, changed, {OTHER: "4"}) == {A, B}
    assert contents(root / "site") == {A: "2", B: "1", OTHER: "4"}


def test_a_page_that_was_another_one_in_between_is_written_anew(root: Path):
    changed = {**KEYS, A: "another key"}
    assert build(root, changed, {A: "2", OTHER: "2"}) == {B}
    assert build(root, KEYS, {A: "1", OTHER: "3"}) == {B}
    assert contents(root / "site")[A] == "1"


def test_a_page_with_another_mode_is_written_anew(root: Path):
    (root / "site" / A).chmod(0o600)
    stamps = {path: stamp_of(f"{root / 'site'}/{path}") for path in (A, B)}
    SpareSite(root, root / "site").note(stamps, KEYS)
    assert build(root, KEYS, {A: "1", OTHER: "2"}) == {B}


def test_a_page_that_somebody_writes_to_while_the_rest_is_built_is_not_believed(root: Path):
    spare, folder = SpareSite(root, root / "site"), SiteFolder(root / "site", [])
    assert spare.take(folder.open(), KEYS) == {A, B}
    (root / "site" / A).write_text("by hand", encoding="utf-8")
    folder.switch()
    assert folder.former
    spare.keep(folder.former)
    spare.note({path: stamp_of(f"{root / 'site'}/{path}") for path in KEYS}, KEYS)
    folder.discard()
    assert build(root, KEYS, {A: "1", OTHER: "2"}) == {B}
    assert contents(root / "site")[A] == "1"


def test_a_page_that_is_no_longer_wanted_goes_with_its_folders(root: Path):
    for text in ("2", "3", "4"):
        assert build(root, {A: KEYS[A]}, {OTHER: text}) == {A}
        assert {*(root / "site").iterdir()} == {root / "site" / name for name in ("a", OTHER, ".noticeboard")}


def touch(page: Path) -> None:
    page.write_text("X", encoding="utf-8")
    os.utime(page, (1, 1))


def replace_by_link(page: Path) -> None:
    other = page.parents[3] / "other"
    other.write_text("1", encoding="utf-8")
    page.unlink()
    page.symlink_to(other)


def lay_beside(page: Path) -> None:
    (page.parent / "more.html").write_text("X", encoding="utf-8")
    (page.parents[1] / "empty").mkdir()
    page.unlink()


@pytest.mark.parametrize("harm", [touch, replace_by_link, lay_beside, Path.unlink])
@pytest.mark.parametrize("place", ["waiting", "site"])
def test_what_is_not_as_it_was_written_is_made_anew(root: Path, harm, place: str):
    build(root, {B: KEYS[B]}, {OTHER: "2"})
    build(root, KEYS, {A: "1", OTHER: "3"})
    if place == "site":
        # The other tree has no such page: it could only be linked.
        harm(root / place / A)
        (root / "site/a/more.html").unlink(missing_ok=True)
    else:
        harm(spare_of(root) / B)
        harm(root / "site" / B)
        (root / "site/b/c/more.html").unlink(missing_ok=True)
    build(root, KEYS, {A: "1", B: "1", OTHER: "4"})
    assert contents(root / "site") == {A: "1", B: "1", OTHER: "4"}
    assert not list((root / "site").rglob("empty"))


def test_another_page_of_the_same_bytes_is_none(root: Path):
    build(root, KEYS, {OTHER: "2"})
    assert build(root, {A: KEYS[B], B: KEYS[A]}, {A: "1", B: "1", OTHER: "3"}) == frozenset()


def test_without_links_pages_are_written(root: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*arguments: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert build(root, KEYS, {A: "1", B: "1", OTHER: "2"}) == frozenset()
    assert build(root, KEYS, {OTHER: "3"}) == {A, B}, "but taken from the tree that waits"


def test_a_spare_site_elsewhere_is_given_up(root: Path, monkeypatch: pytest.MonkeyPatch):
    """As on two file systems: nothing can be moved between them."""
    rename = Path.rename

    def refuse(place: Path, target: Path) -> Path:
        if ".cache" in f"{place}{target}":
            raise OSError(18, "Invalid cross-device link")
        return rename(place, target)

    monkeypatch.setattr(Path, "rename", refuse)
    for text in ("2", "3"):
        assert build(root, KEYS, {OTHER: text}) == {A, B}
        assert contents(root / "site") == {A: "1", B: "1", OTHER: text}
        assert not spare_of(root).exists()


def test_a_link_in_place_of_the_spare_site_is_not_followed(root: Path, tmp_path: Path):
    build(root, KEYS, {OTHER: "2"})
    spare_of(root).rename(root / "kept")
    spare_of(root).symlink_to(root / "kept")
    before = {*files_in(root / "kept")}
    assert build(root, KEYS, {OTHER: "3"}) == {A, B}
    assert {*files_in(root / "kept")} == before


def test_a_damaged_record_is_none(root: Path):
    table = root / ".cache/noticeboard/pages-of-sites.json"
    table.write_bytes(table.read_bytes().replace(b"key of a", b"key of b"))
    assert not Cache.at(root).read("pages-of-sites", "1")
    assert build(root, KEYS, {A: "2", B: "2", OTHER: "2"}) == frozenset()


def test_a_board_without_a_cache_has_none(tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".cache").symlink_to(tmp_path / "elsewhere")
    for text in ("1", "2"):
        assert build(tmp_path, KEYS, {A: text, B: text, OTHER: text}) == frozenset()
    assert not [*(tmp_path / "elsewhere").iterdir()]


def test_sites_in_other_folders_share_no_file(root: Path):
    """Whoever changes the pages of a release in place changes no other site."""
    build(root, KEYS, {OTHER: "2"})
    assert build(root, KEYS, {A: "1", B: "1", OTHER: "1"}, "other") == frozenset()
    (root / "other" / A).write_text("X", encoding="utf-8")
    assert contents(root / "site") == {A: "1", B: "1", OTHER: "2"}
    assert build(root, KEYS, {OTHER: "3"}) == {A, B}


def test_few_sites_wait(root: Path):
    for name in ("a", "b", "c"):
        for text in ("1", "2"):
            build(root, KEYS, {A: "1", B: "1", OTHER: text}, name)
    assert {*(root / ".cache/sites").iterdir()} == {spare_of(root, name) for name in ("b", "c")}
