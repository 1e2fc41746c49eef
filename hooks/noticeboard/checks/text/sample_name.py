"""Names that only stand in templates."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, matches_outside_code
from noticeboard.content.documents import Document
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_SAMPLE = pattern_of(
    r"(?<![\u4e00-\u9fff])(?:张三|李四|王五|赵六)(?:丰|光)?|(?:由|请|给|为|是|和|与|向|人|责|员|长|名)(?P<name>张三|李四|王五|赵六)(?!丰|光|[\u4e00-\u9fff]老师)"
    r"|某某某|某某(?=学校|小学|中学|单位|公司|同志|老师|工会|街道|镇|县|市|区)"
)


@document_check("sample-name", Level.WARNING)
def sample_name(document: Document, context: CheckContext) -> Iterator[Finding]:
    if document.draft:
        return
    for found in matches_outside_code(document, _SAMPLE):
        name = found["name"] or found[0]
        if name[-1] not in "丰光":
            start = found.start("name") if found["name"] else found.start()
            yield finding_at(
                document, start, f"“{name}”像是模板里举例的名字。", "请换成真的，或写部门、岗位。"
            )
