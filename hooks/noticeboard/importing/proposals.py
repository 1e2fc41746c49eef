"""stub"""

from __future__ import annotations

from dataclasses import dataclass

from noticeboard.content.documents import Document


@dataclass(frozen=True, slots=True)
class Proposals:
    count: int = 0

    def section(self) -> str:
        return ""


def proposals_in(document: Document, body: str) -> Proposals:
    return Proposals()
