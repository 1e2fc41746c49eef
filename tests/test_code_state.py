from dataclasses import replace

from noticeboard.code_state import RESTART, CodeState
from noticeboard.problems import Level


def test_code_that_nobody_touched_has_not_changed():
    assert not CodeState.now().changed()


def test_a_file_that_was_saved_added_or_removed_has_changed():
    state = CodeState.now()
    first, *others = state.times
    assert replace(state, times={**state.times, first: 0}).changed()
    assert replace(state, times={path: state.times[path] for path in others}).changed()
    assert replace(state, times={**state.times, first.parent / "new.py": 0}).changed()


def test_a_preview_says_to_start_again():
    assert (RESTART.code, RESTART.level) == ("code-changed", Level.WARNING)
    assert "重新启动" in RESTART.hint


def test_tables_of_words_are_code_too():
    assert any(path.parent.name == "words" for path in CodeState.now().times)
