"""How many golden Word files keep all their automatic numbers: here, and by other programs that are installed."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from noticeboard.importing.docx import read_docx
from noticeboard.importing.paper import PaperParagraph
from noticeboard.importing.reading import read_draft

sys.path.append("tests")


def numbers_kept() -> Iterator[str]:
    """Of the golden Word files with automatic numbers, how many keep all of them: here, and by other programs that are there."""
    golden = import_module("importing.test_golden")
    places = [*golden.BY_HAND, *golden.BY_LIBRARY, *golden.BY_OFFICE]
    files = [(golden.word_file(place), place.with_suffix(".md")) for place in places]
    cases = [(data, text.read_text(encoding="utf-8")) for data, text in files if _has_numbers(data)]
    others = dict(_others())
    kept = dict.fromkeys(["board import", *others], 0)
    for data, expected in cases:
        lines = [
            _squeezed(line.lstrip("#"))
            for line in expected.splitlines()
            if line.strip() and not line.startswith(("<!--", "# "))
        ]
        made = {"board import": "\n".join(part.body for part in read_draft(data, "a.docx").parts)}
        made |= {name: read(data) for name, read in others.items()}
        for name, text in made.items():
            kept[name] += all(line in _squeezed(text) for line in lines)
    for name, count in kept.items():
        yield f"automatic numbers, golden Word files with all of them kept: {name} {count} of {len(cases)}"


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\\*#]", "", text)


def _others() -> Iterator[tuple[str, Any]]:
    for name, call in (("mammoth", "convert_to_markdown"), ("markitdown", "MarkItDown")):
        try:
            module = import_module(name)
        except ImportError:
            continue
        function = getattr(module, call)
        yield (
            name,
            (lambda data, function=function: function(io.BytesIO(data)).value)
            if name == "mammoth"
            else (
                lambda data, function=function: (
                    function().convert_stream(io.BytesIO(data), file_extension=".docx").text_content
                )
            ),
        )
    try:
        pypandoc = import_module("pypandoc")
        pypandoc.get_pandoc_path()
    except (ImportError, OSError):
        return
    yield "pandoc", lambda data: pypandoc.convert_text(data, "gfm", format="docx")


def _has_numbers(data: bytes) -> bool:
    """Whether there is an automatic number in a file, and not bullets only."""
    return any(
        isinstance(block, PaperParagraph) and block.number not in ("", "-")
        for block in read_docx(data).blocks
    )
