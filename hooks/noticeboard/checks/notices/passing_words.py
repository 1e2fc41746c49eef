"""正在公示, 目前, 今日 in what readers meet on any later day: the words go on saying it when it is not so any more."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, matches_outside_code
from noticeboard.content.documents import Disclosure, Document
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_PASSING = pattern_of(
    r"(?:正处于?|仍在|尚在)[^，。；、：|\n]{0,6}?(?:公示|征求意见|征集|报名|投票|评选|施工|办理)(?:期间|期内?|阶段|中)?"
    r"|正在(?!于)[^，。；、：|\n]{0,8}"
    r"|公示中(?![心央]|[，。]?[没未无有])"
    r"|(?<!截至)(?<!截止)(?<!到)(?:目前|眼下|当前|现阶段)(?!为止)"
    r"|[今明昨][日天晚](?!说法|头条|的?[努学])"
    r"|[本这下上]周[一二三四五六日天末]?(?![年岁期边])|[这近]几[天日]"
)
_HINT = pattern_of("正|仍在|尚在|公示中|目前|眼下|当前|现阶段|[今明昨][日天晚]|[本这下上]周|几[天日]")


@document_check("passing-words", Level.NOTICE)
def passing_words(document: Document, context: CheckContext) -> Iterator[Finding]:
    """Told once a document, at the first of them; quotations are what somebody else said."""
    if not (document.expire_on or (isinstance(document, Disclosure) and document.notice_period)):
        return
    if not _HINT.search(document.body):
        return
    for found in matches_outside_code(document, _PASSING):
        if found.start() >= len(document.head) and not _is_quoted(document.text, found.start()):
            message = f"正文里写着“{found[0]}”，过了这几天，读到的人会以为还是这样。"
            hint = "请写明哪一天，例如“截至6月15日”“6月15日至19日公示”；公示到哪一天，网页自己会写。"
            yield finding_at(document, found.start(), message, hint)
            return


def _is_quoted(text: str, place: int) -> bool:
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return line.lstrip().startswith(">") or line.count("“") > line.count("”")
