"""Heads of tables: what they say of the columns below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from noticeboard.patterns import pattern_of
from noticeboard.privacy.hardship_sentences import tells_of_person

_NAME_HEADS = pattern_of(
    r"(?:.{0,6}(?:姓名|名字)|受助人|(?:慰问|帮扶|救助|资助|补助|走访|受助)(?:对象|人员|职工|学生)|申请人|患者|病人|职工|教师|学生|会员|人员|对象|名单|受处分人|当事人|逝者|死者|伤者|户主|违[纪章规]人员?|.{1,4}人|住户|[\u4e00-\u9fff]{1,4}[员工师])(?:[（(].*)?$"
)
_REASON_HEADS = pattern_of(
    r".{0,4}(?:致困|致贫|困难|帮扶|救助|补助|慰问|资助|申请|走访)(?:的)?(?:原因|理由|事由|缘由|类型|类别|情况|情形|程度)|.*病情.*|病[种因名史]|(?:所?患|主要)?疾病.*|患病.*|诊断.*|(?:体检|检查|筛查)(?:结果|结论|情况|异常).*|事由|原因|血[压糖脂型]|体重|身高|BMI|视力.*|听力.*|心率|尿酸|转氨酶|不良反应|健康(?:状况|情况)|身体(?:状况|情况)|残疾.*|伤残.*|伤情|处[分理].*|违[纪章].*|致[残伤]原因|.*所见|婚姻状况|与[逝死]者关系|(?:家庭)?经济状况|困难原因.*|违规(?:行为|情[形况]|事实|内容)|[扣罚]款(?:原因|金额|数额|额)?|(?:去世|逝世|住院|离婚|发病|患病|受伤|[出入]院|手术|怀孕|病[逝故]|死亡)(?:时间|日期|医院|天数|地点|科室)|预产期|.{0,4}(?:不能|无法|未能).{1,4}(?:原因|理由)"
)
_DOER_HEADS = pattern_of(
    r".{0,4}(?:(?:经办|经手|负责|责任|承办|主办|协办|主讲|主持|记录|审核|审批|复核|制表|批准|证明)(?:人员?)?|(?:联系|接待|宣[传讲]|讲解|服务|志愿|救护|急救|护理|辅导|咨询|调解|仲裁|填报|填表|检查|巡查|督[查导]|抽查|考核|采访|拍摄|统计|汇总|签发|核实|调查|受理|报告|提案|附议|走访|慰问|包联)(?:人员?|员|者)|值[日周班](?:教师|人员?)?|带班.*|护导.*|讲师|授课人?|主讲[人师]|嘉宾|专家|教练|医[生师]|主持人)(?:签[名字])?"
)
"""Whoever does or answers for what the row says is no case of it."""
_SERVED = pattern_of("(?:服务|结对|走访|包联|慰问)(?:对象|人员|家庭|户)(?:姓名)?")
"""Beside them the names of another column are of those who serve."""
_DUTY_HEADS = pattern_of(
    ".*(?:分管|职责|分工|负责|任务|课题|论文|培训|讲座|题目|作品|节目|提案|案由|主题|荣誉|奖|事迹).*"
)
"""Below such a head it says for what somebody answers."""
_PETITIONERS = pattern_of(
    r"(?:患者|病人|逝者|死者|伤者|亡者|被?受?处分人员?|违[纪章规]人员?)(?:姓名)?(?:[（(].*)?|(?:来访|信访|上访|来信|投诉|举报|反映|申诉)(?:人员?|者|职工|教师)(?:姓名)?(?:[（(].*)?"
)
_PETITIONS = pattern_of(
    r"(?:信访|来访|来信|上访|投诉|举报|申诉)(?:的)?(?:事由|内容|事项|原因|问题|情况|诉求|主题)|反映(?:的)?(?:问题|内容|情况|事项)|.{0,4}诉求.*"
)
_ABSENCE_HEADS = pattern_of(
    "(?:住院[天次日]|病假|旷工|缺[勤卡岗]|迟到|早退|违[规章纪]|差错|(?:有责|被)?投诉(?!处理|办结|受理|接待)|[拖]?欠[缴费款交薪]|扣[分罚款]|罚款|逾期).*"
)
"""Below them a number says enough."""
_VAGUE_HEADS = pattern_of("事由|原因")
"""Of many things; what stands below tells."""
_SIGNS = pattern_of(
    "[病困血体视听尿欠违症罚借租检访诉处伤婚逝死假旷缺违]|诊断|健康|身体|原因|事由|举报|反映|理由|情形|程度|补助|救助|帮扶"
)
"""One of them stands in each head that tells of a hardship."""


def has_reason_head(text: str) -> bool:
    """Whether `text` has a table whose head may tell of a hardship."""
    return "|" in text and _SIGNS.search(text) is not None


@dataclass(frozen=True, slots=True)
class Head:
    """A table's head: which of its columns hold names, and which reasons."""

    names: frozenset[int]
    reasons: frozenset[int]
    doers: frozenset[int]
    duties: frozenset[int]
    absences: frozenset[int]

    @property
    def tells(self) -> bool:
        """Whether the head says enough, whatever words stand below it."""
        return bool(self.reasons or self.absences)

    @classmethod
    def of(cls, cells: Sequence[str]) -> Head:
        """The head whose row, parted at each ``|``, is `cells`."""
        written = [cell.strip(" *_\t\u3000") for cell in cells]
        petitioners = _indexes(written, _PETITIONERS)
        doers, duties = _indexes(written, _DOER_HEADS), _indexes(written, _DUTY_HEADS)
        names = (_indexes(written, _NAME_HEADS) | petitioners) - doers
        reasons = _indexes(written, _REASON_HEADS) - _indexes(written, _VAGUE_HEADS)
        absences = _indexes(written, _ABSENCE_HEADS)
        if names:
            said = {index for index, cell in enumerate(written) if tells_of_person(cell, groups=True)}
            reasons |= said - names - doers - duties
            absences |= reasons & said
        if served := _indexes(written, _SERVED):
            doers, names = doers | names - served, served
        if petitioners:
            reasons |= {index for index, cell in enumerate(written) if cell} - names
        elif names:
            reasons |= _indexes(written, _PETITIONS)
        return cls(
            names,
            reasons,
            doers,
            duties,
            absences,
        )


def _indexes(cells: Sequence[str], heads: re.Pattern[str]) -> frozenset[int]:
    return frozenset(index for index, cell in enumerate(cells) if heads.fullmatch(cell))
