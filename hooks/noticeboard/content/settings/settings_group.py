"""What all groups of settings have in common (SPECIFICATION section 1)."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class SettingsGroup(BaseModel):
    """Settings that belong together: no other name is known, nothing changes them, white space around texts does not count."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
