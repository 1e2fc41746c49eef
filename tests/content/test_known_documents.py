"""A preview reads again only what was edited, and sees the same as one that reads all."""

from __future__ import annotations

import os

import pytest

from boards import plan, write
from noticeboard.content import document_set
from noticeboard.content.document_set import KnownDocuments, read_documents, start_reading
from noticeboard.content.settings import Settings

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
    reader = document_set.read_document
    monkeypatch.setattr(
        document_set,
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
    content = document_set.content_of
    monkeypatch.setattr(
        document_set, "content_of", lambda file: None if file.path == "plans/b.md" else content(file)
    )
    found = start_reading(tmp_path, SETTINGS, KnownDocuments())()
    assert "unreadable-file" in {problem.code for problem in found.problems}
