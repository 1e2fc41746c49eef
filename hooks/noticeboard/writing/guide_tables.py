"""The guide's page of all fields and categories, from their declarations: what it says is what is read.

`python -m noticeboard.writing.guide_tables docs/guide/fields.md` writes it anew.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

from noticeboard.content.documents import TYPES, Document
from noticeboard.content.fields import declarations, own_declarations
from noticeboard.content.settings.board_settings import Kind, Settings
from noticeboard.text_templates import text_environment


def fields_page() -> str:
    """The page as Markdown: the fields that all types have, those of each type alone, and the categories."""
    environment = text_environment()
    return environment.get_template("guide/fields.md").render(
        common=declarations(Document),
        own={kind: own_declarations(kind) for kind in TYPES.values()},
        sites=[Settings(kind=kind) for kind in get_args(Kind)],
    )


def main(target: str) -> None:
    """Writes the page to `target`."""
    Path(target).write_text(fields_page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
