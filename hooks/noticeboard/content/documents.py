"""The types of documents: what officers publish, one frozen object a file (SPECIFICATION section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from functools import cached_property
from typing import ClassVar, Literal

from noticeboard.content import field_types, terms
from noticeboard.content.document import AUDIENCES as AUDIENCES
from noticeboard.content.document import Document as Document
from noticeboard.content.document import TypeName
from noticeboard.content.field_types import Count, Issue, LeadTime, Reference, Round
from noticeboard.content.field_types.rounds import SATISFACTIONS, Satisfaction
from noticeboard.content.fields import Shown, declare
from noticeboard.content.notice_period import NoticePeriod
from noticeboard.content.quantities.amounts import Amount
from noticeboard.content.quantities.retentions import Retention
from noticeboard.content.register import Register as Register
from noticeboard.content.sections.answers import answers_in
from noticeboard.content.sections.funds import FundLine, funds_in
from noticeboard.content.sections.named_sections import says_something
from noticeboard.content.sections.opinions import says_reply
from noticeboard.content.sections.people import Person, people_in
from noticeboard.content.sections.resolutions import Resolution, resolutions_in
from noticeboard.content.sections.shortcomings import Shortcoming, shortcomings_in
from noticeboard.content.sections.votes import Vote, votes_in
from noticeboard.times import Period

Triage = Literal["accepted", "suggestion", "declined", "pending"]

TRIAGES = {"立案": "accepted", "转意见建议": "suggestion", "不立案": "declined", "待审": "pending"}


@dataclass(frozen=True, kw_only=True, eq=False)
class Plan(Document):
    """计划: what the union means to do in a period."""

    type: ClassVar[TypeName] = "plan"
    label: ClassVar[str] = "计划"

    period: Period = declare(
        "期间", field_types.PERIOD, "计划管哪一段时间。", required=True, shown=Shown.WALL
    )
    targets: tuple[Amount, ...] = declare(
        "目标", field_types.AMOUNTS, "要达到的指标。", default=(), shown=Shown.ELSEWHERE
    )

    @property
    def figures(self) -> tuple[Amount, ...]:
        return self.targets


@dataclass(frozen=True, kw_only=True, eq=False)
class Summary(Document):
    """总结: what the union did in a period."""

    type: ClassVar[TypeName] = "summary"
    label: ClassVar[str] = "总结"

    period: Period = declare(
        "期间", field_types.PERIOD, "总结管哪一段时间。", required=True, shown=Shown.WALL
    )
    plans: tuple[Reference, ...] = declare(
        "计划", field_types.REFERENCES, "它所对照的计划。", default=(), shown=Shown.ELSEWHERE
    )
    results: tuple[Amount, ...] = declare(
        "数据", field_types.AMOUNTS, "做成了多少。", default=(), shown=Shown.ELSEWHERE
    )

    @cached_property
    def shortcomings(self) -> tuple[Shortcoming, ...]:
        """What its section 存在问题 lists."""
        return shortcomings_in(self.tree)

    @property
    def figures(self) -> tuple[Amount, ...]:
        return self.results


@dataclass(frozen=True, kw_only=True, eq=False)
class Disclosure(Document):
    """公开: what the school or plant lays open."""

    type: ClassVar[TypeName] = "disclosure"
    label: ClassVar[str] = "公开"
    usual: ClassVar[tuple[str, ...]] = ("unit", "attachments")

    category: str = declare("类别", field_types.CATEGORY, "公开的类别。", required=True)
    department: str = declare(
        "责任部门", field_types.TEXT, "对这件事负责的部门。", required=True, shown=Shown.WALL
    )
    period: Period | None = declare(
        "所属期",
        field_types.PERIOD,
        "说的是哪一段时间的事：3月的账4月公开，写 2026年3月；不写就按日期算。",
        offered=False,
    )
    notice_period: NoticePeriod | None = declare(
        "公示期", field_types.NOTICE_PERIOD, "起止日期，或几个工作日；长期公开的不写。", shown=Shown.LEAD
    )
    names_kept: Retention | None = declare(
        "个人信息保留",
        field_types.RETENTION,
        "名单登到公示期满以后多久：到了那天，“## 名单”和名单附件自动撤下；不写就照站点设置。",
        shown=Shown.HIDDEN,
        offered=False,
        also=("名单保留",),
    )
    basis: str | None = declare("依据", field_types.TEXT, "根据什么公开。")
    channels: tuple[str, ...] = declare(
        "公开形式", field_types.TEXTS, "在哪些地方公开：网站、上墙、公示栏、会议通报……", default=()
    )
    places: tuple[str, ...] = declare("张贴地点", field_types.TEXTS, "纸质公示贴在哪里。", default=())
    feedback: str | None = declare(
        "反馈", field_types.TEXT, "怎样提意见；不写就用站点设置里的。", shown=Shown.ELSEWHERE, offered=False
    )
    reviewer: str | None = declare("审核", field_types.TEXT, "谁审核的。")
    replaces: Reference | None = declare(
        "取代", field_types.REFERENCE, "它所更正的那份公开。", shown=Shown.ELSEWHERE, offered=False
    )
    results: tuple[Amount, ...] = declare(
        "数据",
        field_types.AMOUNTS,
        "公开的数：名额、人数、金额……",
        default=(),
        shown=Shown.ELSEWHERE,
        offered=False,
    )
    signed: Date | None = terms.signed(offered=False)
    expires: Date | None = terms.expires(offered=False)
    remind: LeadTime | None = terms.remind(offered=False)
    settled: str | None = terms.settled(offered=False)

    @property
    def figures(self) -> tuple[Amount, ...]:
        return self.results

    @cached_property
    def funds(self) -> tuple[FundLine, ...]:
        """Its budget with what was spent and what the auditors say; none where no table has both."""
        return funds_in(self.tree)


@dataclass(frozen=True, kw_only=True, eq=False)
class Proposal(Document):
    """提案: what a delegate asked for, and what came of it.

    An answer is a text, the body's section `## 答复` or the field, and a day (SPECIFICATION section 2).
    """

    type: ClassVar[TypeName] = "proposal"
    label: ClassVar[str] = "提案"

    session: str | None = declare("届次", field_types.TEXT, "哪一次教代会，如 三届二次。", look="session")
    proposer: str | None = declare("提案人", field_types.TEXT, "谁提的。")
    seconders: tuple[str, ...] = declare("附议人", field_types.TEXTS, "谁附议。", default=())
    triage: Triage = declare(
        "立案", field_types.choice(TRIAGES), "审查结果；不写就是待审。", default="pending", look="state"
    )
    merged_into: Reference | None = declare(
        "并案",
        field_types.REFERENCE,
        "并到哪一件提案里一起办，写那一件的文件名。",
        look="merged",
        offered=False,
    )
    handler: str | None = declare(
        "承办", field_types.TEXT, "由谁办理；有协办的，这里写主办的。", shown=Shown.LEAD, also=("主办",)
    )
    assistants: tuple[str, ...] = declare(
        "协办", field_types.TEXTS, "谁协助办理。", default=(), offered=False
    )
    due: Date | None = declare(
        "期限",
        field_types.DATE,
        "哪一天以前答复。",
        shown=Shown.LEAD,
        label="答复期限",
        look="due",
        also=("答复期限",),
    )
    answered: Date | None = declare("答复日期", field_types.DATE, "哪一天答复的。", offered=False)
    answer: str | None = declare(
        "答复", field_types.TEXT, "一句话的答复；长的写在正文的“## 答复”下面。", offered=False
    )
    outcome: str | None = declare(
        "办理结果", field_types.OUTCOME, "办成了没有，可选的词在站点设置里。", offered=False
    )
    satisfaction: Satisfaction | None = declare(
        "满意度", field_types.choice(SATISFACTIONS), "提案人是否满意。", offered=False
    )
    rounds: tuple[Round, ...] = declare(
        "再办",
        field_types.ROUNDS,
        "不满意以后再次答复：每一次的日期和满意度。",
        default=(),
        label="再次答复",
        offered=False,
    )

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """The texts of the answers, the first one first: the field's, then the body's."""
        return (*filter(says_something, [self.answer or ""]), *answers_in(self.tree))


@dataclass(frozen=True, kw_only=True, eq=False)
class Meeting(Document):
    """会议: a session of the delegates. 日期 is its first day; 议程, 表决 and 决议 are sections of the body."""

    type: ClassVar[TypeName] = "meeting"
    label: ClassVar[str] = "会议"
    usual: ClassVar[tuple[str, ...]] = ("unit", "attachments")

    session: str = declare(
        "届次",
        field_types.TEXT,
        "第几届第几次，如 三届二次。",
        required=True,
        shown=Shown.LEAD,
        look="assembly",
    )
    meeting_kind: str | None = declare(
        "会议种类", field_types.TEXT, "正式会议不用写；预备会议、临时会议写在这里。", offered=False
    )
    place: str | None = declare("地点", field_types.TEXT, "在哪里开。", shown=Shown.LEAD)
    closed: Date | None = declare("闭会", field_types.DATE, "开了几天的，写最后一天。", offered=False)
    expected: int | None = declare("应到", field_types.COUNT, "应到的代表人数。")
    present: int | None = declare("实到", field_types.COUNT, "实到的代表人数。")
    counts: tuple[Count, ...] = declare(
        "提案数",
        field_types.COUNTS,
        "提案没有一件一件登的，写总数：征集、立案、答复各几件。",
        default=(),
        offered=False,
    )

    @property
    def last_day(self) -> Date:
        """The day on which it closed; of one without 闭会, the day on which it began."""
        return self.closed or self.date

    @cached_property
    def votes(self) -> tuple[Vote, ...]:
        """What was voted on; lines that could not be read have a fault."""
        return votes_in(self.tree)

    @cached_property
    def resolutions(self) -> tuple[Resolution, ...]:
        """What it resolved, with who does it until when, by its section 决议."""
        return resolutions_in(self.tree, self.last_day or Date.min)


@dataclass(frozen=True, kw_only=True, eq=False)
class Notice(Document):
    """通知: what members should know now."""

    type: ClassVar[TypeName] = "notice"
    label: ClassVar[str] = "通知"
    usual: ClassVar[tuple[str, ...]] = ("unit", "expire_on", "contact", "attachments")

    deadline: Date | datetime | None = declare(
        "截止",
        field_types.DATETIME,
        "报名、回复、交表到哪一天（几点）为止；首页和日历会提醒大家。",
        shown=Shown.LEAD,
        look="deadline",
        also=("截止日期", "截止时间", "报名截止"),
    )
    action: str | None = declare(
        "办法",
        field_types.TEXT,
        "到哪里报名、怎么回复，一句话。",
        shown=Shown.LEAD,
        also=("报名方式", "报名办法", "回复方式", "参加办法"),
    )
    issue: Issue | None = declare(
        "期号",
        field_types.ISSUE,
        "简报、板报的第几期；写了就登在简报一页。",
        shown=Shown.LEAD,
        offered=False,
    )
    received_on: Date | None = declare(
        "收到日期", field_types.DATE, "答复意见的通知：意见是哪一天收到的。", offered=False
    )
    opinions: tuple[Count, ...] = declare(
        "意见数",
        field_types.COUNTS,
        "答复意见的通知：收到几条、采纳几条。",
        default=(),
        offered=False,
    )

    @property
    def is_reply(self) -> bool:
        """Whether it answers opinions: its fields, its title or a tag say so (SPECIFICATION section 14)."""
        return bool(self.received_on or self.opinions) or any(map(says_reply, (self.title or "", *self.tags)))


@dataclass(frozen=True, kw_only=True, eq=False)
class Service(Document):
    """办事: what the union does for its members at any time: who may have it, what it gives, how to claim it."""

    type: ClassVar[TypeName] = "service"
    label: ClassVar[str] = "办事"
    usual: ClassVar[tuple[str, ...]] = ("unit", "contact", "attachments")

    situations: tuple[str, ...] = declare(
        "情形",
        field_types.TEXTS,
        "什么时候用得上：生病、结婚、退休、困难……大家按它来找。",
        required=True,
        shown=Shown.LEAD,
    )
    eligible: str = declare("对象", field_types.TEXT, "谁可以办。", required=True, shown=Shown.LEAD)
    benefit: str | None = declare(
        "待遇", field_types.TEXT, "给多少，或者收多少。", shown=Shown.LEAD, also=("标准", "费用")
    )
    action: str | None = declare(
        "办法", field_types.TEXT, "怎么办，交什么，找谁。", shown=Shown.LEAD, also=("怎么办", "办理")
    )
    time_limit: str | None = declare("时限", field_types.TEXT, "什么时候以前办。", shown=Shown.LEAD)
    review_on: Date | None = declare(
        "复核", field_types.DATE, "到这一天要再核对一遍，免得大家照旧的办。", label="下次核对"
    )

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Whom its tables name with 职务 or 分工; a row that lacks something has a fault."""
        return people_in(self.tree)


TYPES: Mapping[str, type[Document]] = {
    kind.type: kind for kind in (Plan, Summary, Disclosure, Proposal, Meeting, Notice, Service, Register)
}
"""Document types by their English names, in the order in which readers meet them."""
