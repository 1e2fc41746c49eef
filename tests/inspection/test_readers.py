"""A file that breaks the process which reads it is told in a sentence, and the next file is read."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from noticeboard.inspection import file_process
from noticeboard.inspection.inspect import BROKEN, OUT_OF_MEMORY, OUT_OF_TIME, Inspection
from noticeboard.inspection.readers import Reader, read_files

ID = "110101199003077715"
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the limits are the system's")


@pytest.fixture
def file(tmp_path):
    def make(name: str, content: str = ID) -> Path:
        place = tmp_path / name
        place.write_text(content, encoding="utf-8")
        return place

    return make


def reader(script: str, longest: float = 20.0) -> Reader:
    """One whose process does for every file what `script` does with `place`, below the real limits."""
    lines = f"""
import json, sys, os, signal, time
from pathlib import Path
from noticeboard.inspection import worker
def read(data, name):
    {script}
worker.inspect = read
worker.main()
"""
    return Reader((sys.executable, "-c", lines), longest)


def read(made: Reader, place: Path) -> Inspection:
    try:
        return made.read(place)
    finally:
        made.close()


def test_files_are_read_in_order(file) -> None:
    before = threading.enumerate()
    places = [file(f"{number}.txt", ID if number % 3 else "好") for number in range(12)]
    assert [bool(found.hits) for found in read_files(places)] == [bool(number % 3) for number in range(12)]
    assert threading.enumerate() == before


def test_no_files_need_no_process(monkeypatch) -> None:
    monkeypatch.setattr(file_process.subprocess, "Popen", None)
    assert read_files([]) == []


def test_one_that_is_gone(tmp_path: Path) -> None:
    assert read(Reader(), tmp_path / "没有.txt") == Inspection(skipped=("打不开",))


@pytest.mark.slow
@pytest.mark.parametrize("script", ["os._exit(1)", "os.abort()", "os.kill(os.getpid(), signal.SIGKILL)"])
def test_a_process_that_dies_is_told(file, script: str) -> None:
    assert read(reader(script), file("a.txt")) == Inspection(skipped=(BROKEN,))


def test_the_next_file_has_a_new_process(file) -> None:
    made = reader("os._exit(1) if name == 'bad.txt' else None; return worker.Inspection()")
    found = [made.read(file(name)) for name in ("a.txt", "bad.txt", "b.txt")]
    made.close()
    assert found == [Inspection(), Inspection(skipped=(BROKEN,)), Inspection()]


def test_one_that_does_not_answer_is_ended(file) -> None:
    assert read(reader("time.sleep(600)", 0.5), file("a.txt")) == Inspection(skipped=(OUT_OF_TIME,))


@ON_LINUX
def test_memory_is_bounded(file) -> None:
    made = reader("data = bytearray(1 << 30)")
    assert read(made, file("a.txt")) == Inspection(skipped=(OUT_OF_MEMORY,))


@ON_LINUX
def test_after_too_much_memory_the_next_file_has_a_new_process(file) -> None:
    made = Reader()
    place = file("a.txt")
    assert made.read(place).hits
    before = made._process._process
    made._process._command = reader("data = bytearray(1 << 30)")._process._command
    made.close()
    assert made.read(place).skipped == (OUT_OF_MEMORY,)
    assert made._process._process is None
    assert before is not None


@ON_LINUX
def test_time_is_bounded_where_a_library_catches_every_exception(file) -> None:
    script = """
    from noticeboard.inspection import limits
    limits.signal.setitimer(limits.signal.ITIMER_REAL, 0.2)
    while True:
        try:
            while True: pass
        except Exception:
            continue"""
    assert read(reader(script), file("a.txt")) == Inspection(skipped=(OUT_OF_TIME,))


def test_without_a_process_to_be_had_it_is_said(file, monkeypatch) -> None:
    def refuse(*_, **__):
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(file_process.subprocess, "Popen", refuse)
    assert read(Reader(), file("a.txt")) == Inspection(skipped=("系统没有余力打开它",))


def test_nothing_is_loaded_from_the_folder_where_the_program_runs(file, tmp_path, monkeypatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('from the folder')", encoding="utf-8")
    (tmp_path / "noticeboard.py").write_text("raise SystemExit('from the folder')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read(Reader(), file("a.txt")).hits


def test_what_a_library_prints_is_no_answer(file) -> None:
    made = reader("print('hello'); return worker.Inspection()")
    assert read(made, file("a.txt")) == Inspection()
