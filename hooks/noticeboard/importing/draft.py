"""What a file becomes before the board knows it: the Markdown of its documents, their titles, pictures and remarks.

This is what the process that reads the file hands over, as JSON: only texts, so that nothing in it can be code.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from noticeboard.importing.paper import Remark, RemarkKind


@dataclass(frozen=True, slots=True)
class DraftDocument:
    """One document of a file."""

    title: str
    """As the file has it; empty where no line is surely one."""
    body: str
    """Markdown, its headings from the second level on."""
    head: str = ""
    """The front matter that it came with, without its dashes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as Markdown."""

    parts: tuple[DraftDocument, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """By the names with which the bodies show them."""
    remarks: tuple[Remark, ...] = ()

    def to_json(self) -> str:
        """The draft as text, to be sent from the process that read the file."""
        pictures = {name: base64.b64encode(data).decode() for name, data in self.pictures.items()}
        return json.dumps(
            {
                "parts": [asdict(part) for part in self.parts],
                "pictures": pictures,
                "remarks": [[remark.kind.value, remark.text] for remark in self.remarks],
            }
        )

    @classmethod
    def from_json(cls, written: str | bytes) -> Draft:
        """The draft that `to_json` wrote."""
        kept = json.loads(written)
        return cls(
            tuple(DraftDocument(**part) for part in kept["parts"]),
            {name: base64.b64decode(data) for name, data in kept["pictures"].items()},
            tuple(Remark(RemarkKind(kind), text) for kind, text in kept["remarks"]),
        )
