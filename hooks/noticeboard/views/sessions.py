"""Sessions of the delegates: all of them, a page for each, and the register of their resolutions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.meetings import (
    Assembly,
    ResolutionState,
    assemblies_of,
    disclosure_deadline,
    has_quorum,
    in_order,
    notice_deadline,
    vote_results_of,
)
from noticeboard.content.sections.section_lines import lines_of
from noticeboard.views.helpers.addresses import RESOLUTIONS, SESSIONS, assembly_address
from noticeboard.views.helpers.evaluation_rows import evaluation_rows
from noticeboard.views.helpers.page import Page

_AGENDA = re.compile(r"(?:会议|大会)?(?:议程|议题)(?:安排)?")


def pages(catalog: Catalog) -> Iterator[Page]:
    """The lists of sessions and of resolutions, which always exist, and a page for each session."""
    assemblies = assemblies_of(catalog)
    yield Page(SESSIONS, "历次会议", "sessions.html", partial(_counted, assemblies), "历次教代会、职代会")
    yield Page(
        RESOLUTIONS,
        "决议台账",
        "resolutions.html",
        partial(_register, assemblies),
        "每一条决议的负责、期限和办理",
    )
    for assembly in assemblies:
        yield Page(
            assembly_address(assembly.code),
            f"{assembly.name}会议" if len(assembly.name) < 6 else assembly.name,
            "session.html",
            partial(_session, catalog, assembly),
            f"{assembly.name}：议程、表决、决议和提案",
        )


def _counted(assemblies: tuple[Assembly, ...]) -> Mapping[str, object]:
    counts = {assembly.code: Counter(item.state for item in assembly.resolutions) for assembly in assemblies}
    return {"assemblies": assemblies, "counts": counts}


def _register(assemblies: tuple[Assembly, ...]) -> Mapping[str, object]:
    followed = in_order(item for assembly in assemblies for item in assembly.resolutions)
    counts = Counter(item.state for item in followed)
    return {"followed": followed, "counts": counts, "states": tuple(ResolutionState)}


def _session(catalog: Catalog, assembly: Assembly) -> Mapping[str, object]:
    is_internal = catalog.audience == "internal"
    settings = catalog.settings
    return {
        "assembly": assembly,
        "parts": [
            {
                "meeting": meeting,
                "quorum": has_quorum(meeting, settings),
                "results": vote_results_of(meeting, settings),
                "evaluations": evaluation_rows(
                    evaluated for evaluated in catalog.evaluations if evaluated.document is meeting
                ),
                "agenda": tuple(line.text for line in lines_of(meeting.tree, _AGENDA) if line.text),
            }
            for meeting in assembly.meetings
        ],
        # In a public edition what is internal is not there, and nothing is said to be missing.
        "notice": notice_deadline(assembly, settings) if is_internal else None,
        "disclosure": disclosure_deadline(assembly, settings) if is_internal else None,
    }
