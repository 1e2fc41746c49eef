"""What stands in board.json, key by key (SPECIFICATION section 7); the fields of documents come from their declarations."""

from __future__ import annotations

from datetime import date
from datetime import date as Day
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from noticeboard.catalog.dues import DueState
from noticeboard.catalog.meetings import ResolutionState
from noticeboard.catalog.proposals import ProposalState
from noticeboard.catalog.states import State
from noticeboard.catalog.verdicts import Verdict
from noticeboard.content.activities import Status
from noticeboard.content.field_types.rounds import Satisfaction
from noticeboard.times import Bound, Precision

VERSION: Final = 1


class _Data(BaseModel):
    # Most commands never write the data, and need not wait for its models.
    model_config = ConfigDict(extra="forbid", defer_build=True)


class PeriodData(_Data):
    """From one month to another, both included: `2026-01` to `2026-12`."""

    start: str = Field(pattern=r"^\d{4}-\d{2}$")
    end: str = Field(pattern=r"^\d{4}-\d{2}$")


class FileData(_Data):
    """An attachment: what readers see, and its address below the site's root."""

    name: str
    url: str


class AmountData(_Data):
    """One target of a plan, or one result of a summary or a disclosure."""

    name: str
    text: str
    """As written, with its unit."""
    number: float | None
    """It has fifteen digits at most, which a float gives back as they are."""
    unit: str
    approximate: bool
    comparison: str
    per: str
    """For each of what it is counted: 每人, 每月; empty when in all."""


class PastData(_Data):
    """The same figure in the same part of an earlier year."""

    period: PeriodData
    document: str
    """The `id` of the summary that tells it, else of the plan."""
    target: AmountData | None
    result: AmountData | None


class RoundData(_Data):
    """A further answer to a proposal whose proposer was not content."""

    answered: date
    satisfaction: Satisfaction | None


class CountData(_Data):
    """How many of something."""

    name: str
    text: str
    """The name as written."""
    number: int = Field(ge=0)


class VoteData(_Data):
    """One matter that was voted on; a number is null where it was not written or could not be read."""

    subject: str
    line: int = Field(ge=1)
    votes_for: int | None
    against: int | None
    abstained: int | None
    passed: bool | None
    """By the settings' rule, else as written; null where neither says it."""


class EvaluationData(_Data):
    """What members think of one thing that the union does, or of an officer."""

    document: str
    """The `id` of the document that tells it."""
    line: int = Field(ge=1)
    subject: str
    unit: str
    year: int
    satisfied: int | None
    """Votes; null where they were not written, or are so few that they would tell who voted how."""
    mostly: int | None
    dissatisfied: int | None
    abstained: int | None
    rate: float | None
    """满意率 in per cent: by the votes, else as written."""


class ResolutionData(_Data):
    """One resolution of a session."""

    text: str
    line: int = Field(ge=1)
    owner: str
    due: date | None
    """Its last day, after a postponement the new one."""
    due_text: str
    state: ResolutionState
    days_late: int = Field(ge=0)
    done_on: date | None


class IssueData(_Data):
    """The number of an issue of a newsletter."""

    text: str
    """As written."""
    series: str
    """The newsletter's name where it was written with the number."""
    year: int | None
    numbers: list[int]
    """Several for issues that came as one."""
    is_running: bool
    """Whether it is counted through all years."""


class RegisterItemData(_Data):
    """One thing that a register lists; what nobody wrote is empty or null."""

    name: str
    line: int = Field(ge=1)
    holder: str
    signed: date | None
    expires: date | None
    remind_on: date | None
    state: DueState | None
    """Null for what has no end, and in a public edition."""
    settled: str
    honour: str
    level: str
    year: PeriodData | None
    granted_by: str
    place: str
    result: str


class FundData(_Data):
    """One line of a budget, with what was spent and what the auditors say."""

    name: str
    line: int = Field(ge=1)
    table: int = Field(ge=1)
    """The line of its table's heads."""
    budget: float | None
    actual: float | None
    difference: float | None
    """The actual sum less the budget."""
    percent: float | None
    unit: str
    opinion: str
    is_total: bool


class NoticePeriodData(_Data):
    """A notice period, both days included."""

    start: date
    end: date


class DocumentKeys(_Data):
    """A document on the board; its fields come behind."""

    id: str
    """The same as its address: it does not change when the title does."""
    source: str
    """Path below the repository root."""
    type: Literal["plan", "summary", "disclosure", "proposal", "meeting", "notice", "service", "register"]
    url: str
    """Address below the site's root."""
    period: PeriodData | None
    updated: date | None


class ActivityData(_Data):
    """One activity of a plan or a summary."""

    document: str
    """The `id` of its document."""
    line: int = Field(ge=1)
    """1-based line of the item in the document's source."""
    text: str
    months: list[str]
    """The calendar months that its time covers, `2026-03`; none for a whole year and for undecided ones."""
    start: date | None
    end: date | None
    time: str | None
    """Time of day: `14:30–16:00` or `16:20`."""
    precision: Precision
    status: Status
    category: str
    place: str | None
    leader: str | None
    unit: str
    links: list[str]
    """Addresses below the site's root of what it links to; as written where that is not on the board."""
    url: str
    """Address of the item: its document's with the item's anchor."""
    when: str
    """Its time as written."""
    bound: Bound | None
    """What a word beside its time makes of it: a deadline, a beginning, or about then."""
    deadline: date | None
    """The last day that a deadline leaves."""
    days: list[date]
    """Every single day named, or given by a recurrence."""
    postponed_to: list[str]
    postponed_start: date | None
    """The first day of its new time."""
    postponed_end: date | None
    postponed_time: str | None
    postponements: list[str]
    """Every new time as written, the last one holds."""
    state: State
    """What became of it by its plan, its reports and summaries together."""
    due: date | None
    """The last day on which it can be, at its new time where it was postponed."""
    late_since: date | None
    """The first day on which it was late."""
    records: list[str]
    """Addresses of the reports, and of the items of summaries and other plans, by which it is known."""
    times: int
    """How many times what recurs is due in its period; 0 for all else."""
    times_done: int
    missing: list[str]
    """The times of what recurs that are over and not done: `第三季度`."""
    reason: str
    participants: str | None
    headcount: str | None
    cost: str | None
    same: str | None
    """The address of the first of the items that officers have joined by 同: one activity, to be counted once."""


class TargetData(_Data):
    """One target of a plan and what came of it."""

    plan: str
    """The `id` of its plan."""
    target: AmountData
    summary: str | None
    """The `id` of the summary that tells the result."""
    result: AmountData | None
    verdict: Verdict | None
    """Null in a public edition where no result is told."""
    difference: float | None
    """The result less the target, in their unit."""
    partial: bool
    """Whether the summary covers a part of the plan's period only."""
    earlier: list[PastData]


class MissingData(_Data):
    """A plan or a summary that is due and not there."""

    type: Literal["plan", "summary"]
    period: PeriodData | None
    """Null for a plan where none covers this month."""
    since: date
    """The first day on which it was late."""
    plan: str | None
    """The `id` of the plan that a summary should answer."""


class ProgressData(_Data):
    """Counts of activities by what became of them."""

    due: int = Field(ge=0)
    """All but the cancelled ones and what recurs."""
    done: int = Field(ge=0)
    recorded: int = Field(ge=0)
    """Of the done ones those of which a summary, notice, disclosure or file tells."""
    late: int = Field(ge=0)
    cancelled: int = Field(ge=0)
    routine: int = Field(ge=0)


class UnitData(_Data):
    """A unit, what it has filed and what is due from it."""

    name: str
    url: str
    parent: str
    plans: int = Field(ge=0)
    summaries: int = Field(ge=0)
    missing: list[MissingData]
    late: int = Field(ge=0)
    late_since: date | None
    own: ProgressData
    whole: ProgressData


class ProofData(_Data):
    """What proves that an attachment is unchanged."""

    name: str
    """Its path from the disclosure's folder."""
    sha256: str


class OwnKeys(_Data):
    """What a document of some type has beyond its Document: its own fields come behind."""

    document: str


class ShortcomingData(_Data):
    """One thing that a summary says is not good enough."""

    text: str
    line: int = Field(ge=1)
    measure: str
    """What is to be done about it, or empty."""
    taken_up: list[str]
    """Addresses of the plans' items, or plans, that take it up."""


class SummaryKeys(OwnKeys):
    """What a summary has beyond its declared fields."""

    shortcomings: list[ShortcomingData]


class PersonData(_Data):
    """An officer of the union as members may know of them; what was not written is empty."""

    name: str
    role: str
    duty: str
    phone: str
    place: str
    unit: str
    """As written; empty where it is the document's."""


class ServiceKeys(OwnKeys):
    """What a service has beyond its declared fields."""

    people: list[PersonData]


class DisclosureKeys(OwnKeys):
    """What a disclosure has beyond its declared fields."""

    number: str
    """Its own 编号, else the automatic one."""
    sha256: str
    """Of its source."""
    attachments: list[ProofData]
    funds: list[FundData]


class RegisterKeys(OwnKeys):
    """What a register has beyond its declared fields."""

    items: list[RegisterItemData]


class ProposalKeys(OwnKeys):
    """What a proposal has beyond its declared fields."""

    state: ProposalState
    """What has become of it on the edition's day."""
    last_day: date | None
    """For its answer: its 期限, else that of the settings."""
    days_late: int = Field(ge=0)
    """By which its answer came too late, or is late today."""


class MeetingKeys(OwnKeys):
    """What a meeting has beyond its declared fields."""

    url: str
    """Address of the session's page."""
    votes: list[VoteData]
    resolutions: list[ResolutionData]


class WithdrawnData(_Data):
    """A document that was taken back; it stands in no other list."""

    id: str
    """Its address, where a page says so."""
    type: Literal["plan", "summary", "disclosure", "proposal", "meeting", "notice", "service", "register"]
    title: str
    date: Day
    unit: str
    number: str | None
    """Of a disclosure always one."""
    withdrawn_on: Day | None
    """Where the field or git tells it."""
    reason: str


class BoardKeys(_Data):
    """The whole board on the day it was built."""

    version: Literal[1] = VERSION
    organisation: str
    generated: date
