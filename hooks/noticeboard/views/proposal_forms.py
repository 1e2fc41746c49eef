"""The form of a proposal on one sheet of A4: an empty one to fill in by hand, and one filled in for each proposal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.proposals import Case
from noticeboard.content.sections.named_sections import sections_named
from noticeboard.markup.plain import shown_texts
from noticeboard.views.helpers.addresses import PROPOSAL_FORM, form_address
from noticeboard.views.helpers.page import Page

_REASON = re.compile(r"案由|理由|案由及理由|案由和理由|情况说明|问题|事由|案由\(?.*\)?")
_ADVICE = re.compile(r"建议|具体建议|建议和?办法|办法|解决办法|建议措施|措施|意见建议|意见和?建议")
_REVIEW = re.compile(r"(?:提案)?(?:审查|审核|立案)(?:组)?(?:意见|结果|情况)?")


def pages(catalog: Catalog) -> Iterator[Page]:
    """The empty form, and that of each proposal on the board."""
    yield Page(PROPOSAL_FORM, "提案表", "proposal_form.html", dict, "空白的提案表，打印出来填写", meta=_META)
    for case in catalog.cases.values():
        yield Page(
            form_address(case.proposal),
            f"提案表：{case.proposal.title}",
            "proposal_form.html",
            partial(_context, case),
            "填好的提案表，一张A4纸",
            depends=lambda context: context,
            meta=_META,
        )


_META = {"hide": ["navigation", "toc"], "search": {"exclude": True}}


def _context(case: Case) -> Mapping[str, object]:
    reason, advice, review = (_text(case, name) for name in (_REASON, _ADVICE, _REVIEW))
    if not (reason or advice):
        reason = "\n".join(shown_texts(case.proposal.tree.blocks))
    return {"case": case, "reason": reason, "advice": advice, "review": review}


def _text(case: Case, name: re.Pattern[str]) -> str:
    return "\n".join(section.text for section in sections_named(case.proposal.tree, name))
