"""A preview reads again only what was edited, and sees the same as one that reads all."""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path

import pytest

from board_cases import FOLDER, read_case
from boards import plan, write
from noticeboard.content import kept_documents, known_documents
from noticeboard.content.document_set import read_documents, start_reading
from noticeboard.content.known_documents import KnownDocuments
from noticeboard.content.settings.board_settings import Settings
from noticeboard.text_store import TextStore
from random_boards import RandomBoard

PLANS = Path(__file__).parents[2] / "plans"

FILES = {
    "plans/a.md": plan("- 座谈会\n"),
    "plans/b.md": plan("正文。\n", title="又一份"),
    "plans/坏.md": "---\n类型: 计划\n---\n",
}
SETTINGS = Settings()


@pytest.fixture
def read(tmp_path, monkeypatch):
    """`read(files)` → the set, and the paths of what was read."""
    looked: list[str] = []
    reader = known_documents.read_document
    monkeypatch.setattr(
        known_documents,
        "read_document",
        lambda source, settings: looked.append(source.path) or reader(source, settings),
    )
    known = KnownDocuments()

    def run(files, settings=SETTINGS):
        write(tmp_path, files)
        looked.clear()
        found = start_reading(tmp_path, settings, known)()
        seen = [*looked]
        anew = read_documents(tmp_path, settings)
        assert found.problems == anew.problems
        for one, other in ((found.valid, anew.valid), (found.invalid, anew.invalid)):
            assert [(d.path, d.digest, d.title) for d in one] == [(d.path, d.digest, d.title) for d in other]
        return found, seen

    return run


def test_what_has_not_changed_is_not_read_again(read):
    first, looked = read(FILES)
    assert len(looked) == 3
    second, looked = read({})
    assert looked == []
    assert all(map(lambda one, other: one is other, first.all, second.all))


def test_what_was_edited_is_read(read, tmp_path):
    read(FILES)
    assert read({"plans/b.md": plan("别的。\n", title="又一份")})[1] == ["plans/b.md"]
    assert read({"plans/坏.md": plan(title="好了")})[1] == ["plans/坏.md"]
    assert read({"plans/b.md": FILES["plans/b.md"]})[1] == ["plans/b.md"]


def test_only_the_line_ends_or_the_encoding_have_changed(read):
    read(FILES)
    assert read({"plans/b.md": FILES["plans/b.md"].replace("\n", "\r\n").encode()})[1] == ["plans/b.md"]
    assert read({"plans/b.md": FILES["plans/b.md"].encode("gb18030")})[1] == ["plans/b.md"]


def test_files_that_come_go_and_change_their_names(read, tmp_path):
    read(FILES)
    os.rename(tmp_path / "plans/b.md", tmp_path / "plans/c.md")
    assert read({})[1] == ["plans/c.md"]
    (tmp_path / "plans/c.md").unlink()
    found, looked = read({})
    assert looked == [] and len(found.all) == 2
    assert read({"plans/c.md": FILES["plans/b.md"]})[1] == ["plans/c.md"]


def test_other_settings_read_all_anew(read):
    read(FILES)
    assert len(read({}, Settings(organisation="别的工会"))[1]) == 3


def test_a_file_that_cannot_be_opened_is_told_of_each_time(read, tmp_path, monkeypatch):
    read(FILES)
    content = known_documents.content_of
    monkeypatch.setattr(
        known_documents, "content_of", lambda file: None if file.path == "plans/b.md" else content(file)
    )
    found = start_reading(tmp_path, SETTINGS, KnownDocuments())()
    assert "unreadable-file" in {problem.code for problem in found.problems}


def values(document) -> dict[str, object]:
    """All that a document holds; two are never equal."""
    found = {field.name: getattr(document, field.name) for field in fields(document)}
    return {**found, "tree": document.tree.blocks, "type": type(document)}


def all_cases() -> dict[str, bytes | str]:
    """The sample's documents and those of all golden cases, each in a folder of its own."""
    found = {
        f"plans/sample/{path.parent.name}-{path.name}": path.read_bytes() for path in PLANS.rglob("[!_]*.md")
    }
    for number, place in enumerate(sorted(FOLDER.glob("*.txt"))):
        files = read_case(place.read_text(encoding="utf-8")).files
        found |= {f"plans/{number}/{path}": text for path, text in files.items() if path.startswith("plans/")}
    return found


@pytest.mark.slow
@pytest.mark.parametrize("files", [all_cases(), *(RandomBoard(seed).files for seed in range(4))])
def test_what_another_process_has_read_is_the_same(tmp_path, monkeypatch, files):
    settings = Settings(units=[{"name": "工会", "slug": "union"}, {"name": "东校区分工会", "slug": "east"}])
    write(tmp_path, files)
    first = start_reading(tmp_path, settings, KnownDocuments.at(tmp_path))()
    monkeypatch.setattr(known_documents, "read_document", None)
    again = start_reading(tmp_path, settings, KnownDocuments.at(tmp_path))()
    assert again.problems == first.problems
    assert [*map(values, again.valid)] == [*map(values, first.valid)]
    assert [*map(values, again.invalid)] == [*map(values, first.invalid)]


def test_others_settings_code_and_places_are_not_believed(tmp_path, monkeypatch):
    write(tmp_path, FILES)
    start_reading(tmp_path, SETTINGS, KnownDocuments.at(tmp_path))()
    looked: list[str] = []
    reader = known_documents.read_document
    monkeypatch.setattr(
        known_documents,
        "read_document",
        lambda source, settings: looked.append(source.path) or reader(source, settings),
    )
    start_reading(tmp_path, Settings(organisation="别的工会"), KnownDocuments.at(tmp_path))()
    assert len(looked) == 3
    os.rename(tmp_path / "plans/b.md", tmp_path / "plans/c.md")
    start_reading(tmp_path, SETTINGS, KnownDocuments.at(tmp_path))()
    assert looked[3:] == ["plans/c.md"]
    monkeypatch.setattr(kept_documents, "code_state", lambda: "another program")
    start_reading(tmp_path, SETTINGS, KnownDocuments.at(tmp_path))()
    assert len(looked) == 7


HOSTILE = ["", "[]", "{}", "[0", "[999]", "[-1,1]", "7", "null", '[3,"a"]', "[" * 99_999, '[12,"a"]', "[3,[3],[3]]", '[4,"x"]', "[4,1e99]"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_what_somebody_laid_into_the_store_does_no_harm(tmp_path, text):
    write(tmp_path, FILES)
    first = start_reading(tmp_path, SETTINGS, KnownDocuments.at(tmp_path))()
    store = TextStore.at(tmp_path, "documents")
    assert len(store.keys()) == 3
    for key in sorted(store.keys()):
        store.write(key, text)
    again = start_reading(tmp_path, SETTINGS, KnownDocuments.at(tmp_path))()
    assert [*map(values, again.all)] == [*map(values, first.all)]
