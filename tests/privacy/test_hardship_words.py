"""The words of hardships, as Python's engine of patterns sees them."""

from __future__ import annotations

from re import _parser as parser  # type: ignore[attr-defined]

from noticeboard.privacy.hardship_words import REASON


def test_all_reasons_begin_with_plain_signs():
    """Then it looks only where one of them begins."""
    ((kind, (_, reasons)),) = parser.parse(REASON.pattern)
    assert str(kind) == "BRANCH" and len(reasons) > 100
    assert {str(reason[0][0]) for reason in reasons} == {"LITERAL"}
