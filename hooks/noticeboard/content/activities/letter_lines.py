"""The lines of a letter that say who wrote it and when: 市一中工会 2026年1月6日 (SPECIFICATION section 4)."""

from __future__ import annotations

from noticeboard.content.activities.clauses import LONGEST, begins_with_verb
from noticeboard.patterns import pattern_of

_BODIES = "工会|委员会|联合会|中学|小学|学校|学院|幼儿园|公司|局|处|厂|院|社区|中心|林场|车间|大队|支队|分会"
_SIGNERS = "主任|主席|书记|组长|负责人|签[名字]|审核|起草|[拟撰]稿|执笔|填[报表]人?|制表人?|报送人?"
DAY = pattern_of(
    r"\s*20[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}\s*$|\s*(?:20|19)[0-9〇零一二三四五六七八九]{2}\s*年.{1,8}?(?:日|号|月)\s*$|\s*二[〇○零][〇○零一二三四五六七八九]{2}年.{1,8}[日月]\s*$"
)
"""A day or a month with its year, to the end of a line."""
BODY = pattern_of(rf"(?!\s*[0-9一二三四五六七八九十元]{{1,3}}月).{{2,24}}(?:{_BODIES})\s*$")
"""A line that ends with who issues a document."""
_NAMED = rf"[^，,。；;：:]{{0,24}}(?:{_BODIES})"
_LETTER = pattern_of(
    rf"(?:(?:{_NAMED}|(?:{_SIGNERS})[：:][^，,。；;：:]{{2,6}}?)[\s\u3000]*)?"
    r"[（(]?(?:[二0-9][〇○零一二三四五六七八九0-9]{3}\s*年.{1,4}月(?:.{1,4}日)?|20[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2})[）)]?"
    rf"[\s\u3000]*(?:印发|制发|{_NAMED})?。?|(?:抄[送报]|主送|印发)[：:].*"
)


def is_of_letter(text: str) -> bool:
    """Whether a line says when and by whom a letter was written, and nothing that is to be done; so does its imprint:
    抄送：市总工会。2026年1月6日印发."""
    return len(text) <= LONGEST and _LETTER.fullmatch(text) is not None and not begins_with_verb(text)
