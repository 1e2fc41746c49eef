"""What the search reads of a body is read once, while the body and the days of its activities stay the same."""

from __future__ import annotations

from datetime import date

from boards import load_board, plan
from noticeboard.cache import Cache
from noticeboard.search import known_texts
from noticeboard.search.known_texts import KnownTexts
from noticeboard.search.texts import texts_of


def test_only_edited_texts_are_read_again(tmp_path, monkeypatch):
    read: list[int] = []
    passages_of = known_texts.passages_of
    monkeypatch.setattr(known_texts, "_UNSEEN", 0)
    monkeypatch.setattr(known_texts, "passages_of", lambda *about: read.append(1) or passages_of(*about))

    def read_in(files: dict[str, str], cache: Cache | None = None) -> int:
        read.clear()
        catalog = load_board(tmp_path / "board", files).catalog
        known = KnownTexts(cache or Cache(tmp_path / "cache"), catalog.settings)
        found = texts_of(catalog, (), known)
        known.save(len(found))
        again = len(read)
        assert found == texts_of(catalog, ())
        return again

    first = {f"plans/{name}.md": plan("- 3月：座谈会\n", title=name) for name in "甲乙丙"}
    assert read_in(first) == 3
    assert read_in(first) == 0
    edited = {**first, "plans/甲.md": first["plans/甲.md"] + "\n补充一句。\n"}
    assert read_in(edited) == 1
    assert read_in({**edited, "plans/丁.md": plan("- 4月：座谈会\n", title="丁")}) == 2, "few are not kept"
    assert read_in(edited, Cache()) == 4


def test_names_that_leave_leave_the_search_too(tmp_path):
    """The file stays as it is, and so does its digest."""
    head = "类型: 公开\n标题: 甲\n日期: 2026-01-05\n类别: 评优与考核\n责任部门: 办公室\n公示期: 2026-01-05 至 2026-01-09\n"
    head += "依据: 办法\n联系: 办公室\n反馈: 办公室\n个人信息保留: 公示期满后30天\n"
    files = {"plans/a.md": f"---\n{head}---\n\n公示如下。\n\n## 名单\n\n某甲某乙\n"}
    cache = Cache(tmp_path / "cache")
    found = []
    for day in (date(2026, 1, 6), date(2026, 6, 1)):
        catalog = load_board(tmp_path / "board", files, today=day).catalog
        known = KnownTexts(cache, catalog.settings)
        texts = texts_of(catalog, (), known)
        known.save(len(texts))
        found.append(any("某甲某乙" in passage.text for text in texts for passage in text.passages))
    assert found == [True, False]
