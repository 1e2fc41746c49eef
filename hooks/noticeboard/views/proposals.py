"""Proposals: the sessions with their rates of answer, and what became of every proposal of a session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.proposals import Session, overdue_of, sessions_of, tally_of
from noticeboard.views.helpers.addresses import PROPOSALS, session_address
from noticeboard.views.helpers.page import Page

UNNAMED = "未注明届次"


def pages(catalog: Catalog) -> Iterator[Page]:
    """The list of sessions, which always exists, and a page for every session that has proposals."""
    yield Page(
        PROPOSALS, "提案", "proposals.html", partial(_sessions, catalog), "历次提案的立案、答复和满意情况"
    )
    for session in sessions_of(catalog):
        title = f"{session.name}提案" if session.name else f"{UNNAMED}的提案"
        yield Page(
            session_address(session.name),
            title,
            "proposals_session.html",
            partial(_session, catalog, session),
            f"{title}：承办、答复和满意情况",
            depends=lambda context: context,
        )


def _sessions(catalog: Catalog) -> Mapping[str, object]:
    return {
        "sessions": sessions_of(catalog),
        "tally": tally_of(catalog.cases.values()),
        "overdue": overdue_of(catalog),
        "unnamed": UNNAMED,
    }


def _session(catalog: Catalog, session: Session) -> Mapping[str, object]:
    return {
        "session": session,
        "others": tuple(other for other in sessions_of(catalog) if other.code != session.code),
        "unnamed": UNNAMED,
    }
