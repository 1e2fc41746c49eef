"""What each kind of organisation lays open: its disclosure section (SPECIFICATION section 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_validator

from noticeboard.content.settings.settings_group import SettingsGroup
from noticeboard.content.settings.word_lists import word_lists

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Frequency = Literal["每月", "每季度", "每学期", "每半年", "每年"]

_TAKEN = {"ledger": "公开台账", "coverage": "公开情况一览"}
"""Address names below /disclosure/ that are pages of their own."""


class Category(SettingsGroup):
    """A category of disclosures."""

    title: str = Field(min_length=1)
    slug: Slug
    covers: str = ""
    """What must be disclosed, in a sentence for readers."""
    frequency: Frequency | None = None
    """How often something of it is due; None when only as it comes up."""

    since: date | None = None
    """The day on which its register begins: before it nothing was due. The board's first disclosure when absent."""

    former: tuple[str, ...] = ()
    """What it was called before: documents that name it so are still of it."""
    basis: str = ""
    """By what it is disclosed, as the organisation's catalogue says."""
    time_limit: str = ""
    """When at the latest, likewise: 形成之日起20个工作日内."""
    way: str = ""
    """How and where, likewise: 公示栏和网站."""

    @field_validator("former", mode="before")
    @classmethod
    def _former_names(cls, value: object) -> object:
        return word_lists({"": value})[""] if isinstance(value, str) else value

    @field_validator("slug")
    @classmethod
    def _free(cls, value: str) -> str:
        if value in _TAKEN:
            raise ValueError(f"网址名“{value}”已经是{_TAKEN[value]}的，请换一个")
        return value


@dataclass(frozen=True, slots=True)
class DisclosureSection:
    """What a kind of organisation calls its disclosures, and how it divides them."""

    name: str
    categories: tuple[Category, ...]


def _categories(*rows: tuple[str, str, Frequency | None, str]) -> tuple[Category, ...]:
    return tuple(
        Category(title=title, slug=slug, frequency=frequency, covers=covers)
        for title, slug, frequency, covers in rows
    )


_SCHOOL = _categories(
    (
        "发展规划与重大决策",
        "decisions",
        "每学期",
        "学校发展规划、年度和学期工作计划、改革方案、规章制度，以及教代会和校务会议的重要决定。",
    ),
    (
        "基建与采购",
        "procurement",
        "每学期",
        "校舍建设与维修、设备和服务采购的预算、比选过程、结果与验收，校服和教辅用品的选用。",
    ),
    ("财务", "finance", "每学期", "预算、决算和执行情况，收费项目与标准，工会经费，捐赠款物的收支。"),
    (
        "职称评聘与奖惩",
        "titles",
        "每年",
        "职称评审和岗位聘用的名额、条件、程序与结果，奖励和处分的办法与结果。",
    ),
    ("评优与考核", "appraisal", "每年", "评优树模和年度考核的名额、标准、推荐过程与结果。"),
    (
        "绩效工资与福利",
        "pay",
        "每年",
        "绩效工资的分配办法与兑现结果，节日慰问、体检、疗休养等福利的标准和总额。",
    ),
    (
        "党风廉政",
        "integrity",
        "每年",
        "廉政风险点和防控措施，公务接待、公务用车等支出的总额，作风问题的整改情况。",
    ),
    (
        "招生与学生资助",
        "admission",
        "每学期",
        "招生范围、计划与录取办法，编班办法，学生资助、补助的名额、条件与评定结果。",
    ),
    (
        "后勤与食堂",
        "logistics",
        "每月",
        "食堂收支与食材采购，校车、宿舍、水电、安全等后勤服务的标准和检查结果。",
    ),
    ("其他", "other", None, "教职工关心、又不属于以上各类的事项。"),
)
_KINDERGARTEN = _categories(
    (
        "发展规划与重大决策",
        "decisions",
        "每学期",
        "园所发展规划、年度和学期工作计划、规章制度，以及教代会和园务会议的重要决定。",
    ),
    ("基建与采购", "procurement", "每学期", "园舍维修、玩教具和设备采购的预算、比选过程、结果与验收。"),
    (
        "财务与收费",
        "finance",
        "每学期",
        "预算、决算和执行情况，保教费、伙食费等收费项目与标准，工会经费的收支。",
    ),
    (
        "职称评聘与奖惩",
        "titles",
        "每年",
        "职称评审和岗位聘用的名额、条件、程序与结果，奖励和处分的办法与结果。",
    ),
    ("评优与考核", "appraisal", "每年", "评优和年度考核的名额、标准、推荐过程与结果。"),
    ("绩效工资与福利", "pay", "每年", "绩效工资的分配办法与兑现结果，慰问、体检等福利的标准和总额。"),
    ("党风廉政", "integrity", "每年", "廉政风险点和防控措施，师德师风问题的整改情况。"),
    (
        "招生与资助",
        "admission",
        "每学期",
        "招生范围、计划、程序与结果，编班办法，资助的名额、条件与评定结果。",
    ),
    (
        "膳食与安全",
        "logistics",
        "每月",
        "每月伙食收支、食材采购与留样检查，接送、消防、卫生保健等安全检查的结果。",
    ),
    ("其他", "other", None, "教职工和家长关心、又不属于以上各类的事项。"),
)
_ENTERPRISE = _categories(
    (
        "生产经营与重大决策",
        "decisions",
        "每季度",
        "发展规划、年度经营目标与完成情况、改革改制和裁员分流方案、重要规章制度。",
    ),
    (
        "招标采购与工程",
        "procurement",
        "每季度",
        "大宗物资采购、工程招标、设备更新和资产处置的方案、过程与结果。",
    ),
    ("财务与业务招待费", "finance", "每季度", "经营成果、成本控制、业务招待费、工会经费的预算与使用情况。"),
    (
        "劳动合同与集体合同",
        "contracts",
        "每年",
        "劳动合同的订立与变更办法，集体合同、工资集体协商的文本与履行情况。",
    ),
    ("工资奖金分配", "pay", "每月", "工资调整、奖金发放、扣款的办法、核算依据和总额。"),
    (
        "社会保险与福利",
        "welfare",
        "每季度",
        "社会保险费和住房公积金的缴纳情况，福利费的使用，慰问与补助的标准。",
    ),
    (
        "劳动安全卫生",
        "safety",
        "每季度",
        "安全生产检查与整改、劳动保护用品发放、职业健康体检、工伤处理情况。",
    ),
    ("评优与奖惩", "appraisal", "每年", "评先评优的名额、条件与结果，奖励和处分的办法与结果。"),
    ("干部任用与廉洁", "integrity", "每年", "中层干部的选拔任用与竞聘结果，民主评议结果，廉洁从业情况。"),
    ("其他", "other", None, "职工关心、又不属于以上各类的事项。"),
)
_GOVERNMENT = _categories(
    (
        "重大决策与规划",
        "decisions",
        "每季度",
        "年度工作要点、重要规章制度、机构与职能的调整、重要会议的决定。",
    ),
    (
        "财政预算决算",
        "finance",
        "每年",
        "预算、决算和执行情况，公务接待、公务用车等支出的总额，工会经费的收支。",
    ),
    ("采购与工程", "procurement", "每季度", "采购和工程项目的预算、过程、结果与验收。"),
    ("人事与考核", "personnel", "每年", "职务职级的任用、招录、交流、考核与奖惩的条件、程序和结果。"),
    ("机关福利", "welfare", "每年", "体检、疗休养、慰问、食堂等福利的标准和总额。"),
    ("党风廉政", "integrity", "每年", "廉政风险点和防控措施，作风问题的整改情况。"),
    ("办事指南", "services", "每年", "办事事项、条件、材料、程序、时限和联系方式。"),
    ("其他", "other", None, "干部职工关心、又不属于以上各类的事项。"),
)
_VILLAGE = _categories(
    ("村（居）务决策", "decisions", "每季度", "发展规划、年度计划、会议讨论的事项、表决结果和落实情况。"),
    ("财务收支", "finance", "每月", "集体收入、支出、结余、债权债务和专项资金的使用明细。"),
    ("工程与采购", "procurement", "每季度", "公共工程和大额采购的预算、比选过程、结果与验收。"),
    ("土地与集体资产", "assets", "每季度", "土地与房屋的承包、租赁、征用补偿，集体资产的处置和收益分配。"),
    ("救助与补贴", "welfare", "每季度", "救助、补贴、慰问的名额、条件、评定结果和发放总额。"),
    ("公益事业", "services", "每季度", "道路、水电、卫生、文化等公益事业的安排、筹资筹劳与完成情况。"),
    ("其他", "other", None, "居民关心、又不属于以上各类的事项。"),
)

SECTIONS: Mapping[str, DisclosureSection] = {
    "school": DisclosureSection("校务公开", _SCHOOL),
    "kindergarten": DisclosureSection("园务公开", _KINDERGARTEN),
    "enterprise": DisclosureSection("厂务公开", _ENTERPRISE),
    "company": DisclosureSection("企务公开", _ENTERPRISE),
    "government": DisclosureSection("政务公开", _GOVERNMENT),
    "village": DisclosureSection("村（居）务公开", _VILLAGE),
}
"""`extra.board.kind` → its section."""
