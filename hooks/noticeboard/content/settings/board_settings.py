"""The site's settings: `extra.board` of mkdocs.yml (SPECIFICATION sections 1 and 6)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from noticeboard.colours import READABLE, contrast_with_white
from noticeboard.content.quantities.retentions import Retention, read_retention
from noticeboard.content.repository.file_faults import NEVER
from noticeboard.content.settings.assembly_settings import MeetingSettings, ProposalSettings
from noticeboard.content.settings.categories import SECTIONS, Category
from noticeboard.content.settings.form_settings import FormSettings
from noticeboard.content.settings.holiday_settings import Holiday, given_days
from noticeboard.content.settings.inspection_settings import InspectionPoint
from noticeboard.content.settings.settings_group import SettingsGroup
from noticeboard.content.settings.time_settings import SchoolYear, Seasons, Vacations, calendar_of
from noticeboard.content.settings.unit_settings import FilingSettings, flat, linked
from noticeboard.content.settings.unit_settings import Unit as Unit
from noticeboard.content.settings.word_lists import word_lists
from noticeboard.patterns import pattern_of
from noticeboard.problems import Fault
from noticeboard.slugs import slug_of
from noticeboard.times import Calendar
from noticeboard.times.workdays import GivenDays

_ENDING = pattern_of(r"[a-z0-9]{1,10}")

Kind = Literal["school", "kindergarten", "enterprise", "company", "government", "village"]


class OpinionBox(SettingsGroup):
    """Where readers say what they think of a disclosure: a mail address, a form, a box of wood; one or more."""

    email: str = Field(default="", pattern=r"^$|^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")
    form: str = Field(default="", pattern=r"^$|^https?://[^\s\"'<>]+$")
    place: str = ""
    """Where the box hangs."""

    @model_validator(mode="after")
    def _is_somewhere(self) -> OpinionBox:
        if not (self.email or self.form or self.place):
            raise ValueError("email、form、place 至少要填一项")
        return self


_CHANNELS: Mapping[str, tuple[str, ...]] = {
    "意见箱": ("意见箱", "信箱"),
    "对外公开栏": ("对外公开栏", "校门", "大门", "门外", "宣传栏"),
    "对内公开栏": ("公开栏", "公示栏", "公告栏", "上墙"),
    "党政联席会": ("联席会", "办公会", "校务会", "党委会"),
    "职工（代表）大会": ("教代会", "职代会", "职工大会", "代表大会"),
    "情况发布会": ("发布会", "通报会", "会议通报", "情况通报"),
}


class DisclosureSettings(SettingsGroup):
    """The disclosure section's name and categories where a site does not take those of its kind."""

    name: str | None = None
    categories: tuple[Category, ...] | None = None
    absent: dict[str, Annotated[str, Field(min_length=1)]] = Field(default_factory=dict)
    """Category that the organisation has nothing of → why, shown as 本单位无此项."""
    feedback: str = ""
    """How to object or comment, where a disclosure does not say it itself."""
    names_kept: str = ""
    """How long after its notice period a disclosure keeps its names, where it does not say it itself; for ever where empty (SPECIFICATION section 21)."""
    opinion_box: OpinionBox | None = None
    channels: dict[str, tuple[str, ...]] = Field(default_factory=lambda: dict(_CHANNELS))
    """Channel of the checklist (一箱两栏三会) → words in 公开形式 and 张贴地点 that mean it, tried in this order.

    A channel without words is one that the organisation does not have.
    """

    @field_validator("names_kept")
    @classmethod
    def _can_be_kept(cls, text: str) -> str:
        if text and isinstance(found := read_retention(text), Fault):
            raise ValueError(found.message.rstrip("。") + "，" + found.hint.rstrip("。"))
        return text

    @property
    def retention(self) -> Retention | None:
        """`names_kept` as a length of time."""
        found = read_retention(self.names_kept) if self.names_kept else None
        return found if isinstance(found, Retention) else None

    @field_validator("channels", mode="before")
    @classmethod
    def _channel_words(cls, value: Any) -> Any:
        return word_lists(value)


_KEYWORDS: Mapping[str, tuple[str, ...]] = {
    "民主管理": ("教代会", "职代会", "代表大会", "提案", "民主评议", "民主管理", "座谈会", "合理化建议"),
    "校务公开": ("公开", "公示"),
    "女职工": ("女职工", "女教师", "女工", "三八", "妇女", "巾帼"),
    "帮扶慰问": ("慰问", "走访", "困难", "帮扶", "送温暖", "送清凉", "互助", "献爱心"),
    "文体活动": ("运动会", "比赛", "球赛", "健身", "健步", "踏青", "联欢", "文艺", "趣味", "登山", "社团"),
    "学习培训": ("学习", "培训", "读书", "讲座", "研讨", "师德", "演讲", "结对"),
    "维权服务": ("体检", "维权", "安全", "劳动保护", "法律", "疗休养", "休养", "福利"),
    "自身建设": ("换届", "会员", "工会委员会", "会议", "总结", "计划", "经费", "台账", "档案", "审计"),
}

ACTIVITY_SLUGS: Mapping[str, str] = {
    "民主管理": "democracy",
    "校务公开": "openness",
    "女职工": "women",
    "帮扶慰问": "care",
    "文体活动": "recreation",
    "学习培训": "learning",
    "维权服务": "rights",
    "自身建设": "organisation",
    "其他": "other",
}
"""Address names of the activity categories that every board has; those of others are pinyin."""


TRUSTED = "docs 里的网页和文件照原样登出来，没有清理，也没有检查"
"""What is said where `trust_docs` is set."""


class Settings(SettingsGroup):
    """Everything of `extra.board`, checked. Frozen; every stage may read it, none changes it."""

    organisation: str = Field(default="工会", min_length=1)
    kind: Kind = "school"
    units: tuple[Unit, ...] = ()
    audience: Literal["internal", "public"] = "internal"
    """What a document is when it does not say 范围."""
    disclosure: DisclosureSettings = DisclosureSettings()
    proposals: ProposalSettings = ProposalSettings()
    meetings: MeetingSettings = MeetingSettings()
    filing: FilingSettings = FilingSettings()
    vacations: Vacations = Vacations()
    seasons: Seasons = Seasons()
    school_year: SchoolYear = SchoolYear()
    holidays: tuple[Holiday, ...] = ()
    """The holidays of years; of a year that one of them lies in they are all there are."""
    keywords: dict[str, tuple[str, ...]] = Field(default_factory=lambda: dict(_KEYWORDS))
    """Activity category → the words that give it, tried in this order (SPECIFICATION section 4)."""
    terms: dict[str, Annotated[str, Field(min_length=1)]] = Field(default_factory=dict)
    """Word that the organisation does not want → the one that it wants, for a check of texts."""
    attachment_endings: tuple[str, ...] = ()
    """Endings of attachments that the board publishes besides `file_types.FILE_TYPES`, lower-case, without the dot: `dwg`."""
    confidential_records: tuple[str, ...] = ()
    """Records that are never published besides the built-in ones, by what they are called: `谈话记录`."""
    registers: dict[str, str] = Field(default_factory=dict)
    """Class of registers → where they are kept, empty where nobody says it; those never to be published are told as such."""
    inspection: tuple[InspectionPoint, ...] = ()
    """What an inspection asks for, and what fills it."""
    forms: FormSettings | None = None
    """The forms at /admin/ and the forge to which they write; none without it."""
    search: bool = True
    """Whether the site has a search; without one, an intranet's own search engine may serve."""
    trust_docs: bool = False
    """Whether docs/ is published as it stands: neither cleaned nor checked."""
    follow_renames: bool = True
    """Whether a file that git knows under another name leaves a page at its former address that leads on."""
    colour: str = Field(default="", pattern=r"^$|^#[0-9A-Fa-f]{6}$")
    """The board's main colour on white, `#b3261e`; the look's own red where empty."""
    new_days: Annotated[int, Field(ge=1, le=366)] = 14
    """How many days a document counts as new on the front page."""

    @field_validator("units", mode="before")
    @classmethod
    def _flat_units(cls, value: Any) -> Any:
        return flat(value)

    @field_validator("units")
    @classmethod
    def _tree_of_units(cls, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        return linked(units)

    @field_validator("colour")
    @classmethod
    def _can_be_read(cls, colour: str) -> str:
        if colour and contrast_with_white(colour) < READABLE:
            raise ValueError(f"“{colour}”太浅，白底上的字看不清，请换深一些的")
        return colour

    @field_validator("keywords", mode="before")
    @classmethod
    def _words(cls, value: Any) -> Any:
        return word_lists(value)

    @field_validator("confidential_records", mode="before")
    @classmethod
    def _records(cls, value: Any) -> Any:
        return word_lists({"": value})[""]

    @field_validator("registers", mode="before")
    @classmethod
    def _classes(cls, value: Any) -> Any:
        if isinstance(value, list | str):
            return dict.fromkeys(word_lists({"": value})[""] if isinstance(value, str) else value, "")
        if isinstance(value, dict):
            return {name: "" if place is None else place for name, place in value.items()}
        return value

    @field_validator("attachment_endings", mode="before")
    @classmethod
    def _without_dots(cls, value: Any) -> Any:
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list | tuple):
            return value
        return tuple(
            item.strip().lower().removeprefix(".") if isinstance(item, str) else item for item in values
        )

    @field_validator("attachment_endings")
    @classmethod
    def _are_no_programs(cls, endings: tuple[str, ...]) -> tuple[str, ...]:
        for ending in endings:
            if not _ENDING.fullmatch(ending):
                raise ValueError(f"“{ending}”不是文件名的结尾，请写成 dwg 这样的英文字母和数字")
            if ending in NEVER:
                raise ValueError(f"“{ending}”会在读者的浏览器、电脑或服务器上运行，不能放行")
        return endings

    @model_validator(mode="after")
    def _distinct(self) -> Settings:
        for what, values in (
            ("units 里的单位名", [unit.name for unit in self.all_units]),
            ("units 里的网址名 slug", [unit.slug for unit in self.all_units]),
            (
                "disclosure.categories 里的类别名",
                [name for it in self.categories for name in (it.title, *it.former)],
            ),
            ("disclosure.categories 里的网址名 slug", [category.slug for category in self.categories]),
        ):
            repeated = sorted({value for value in values if values.count(value) > 1})
            if repeated:
                raise ValueError(f"{what}“{repeated[0]}”重复了")
        return self

    @model_validator(mode="after")
    def _absent_ones_exist(self) -> Settings:
        titles = [category.title for category in self.categories]
        for title in self.disclosure.absent:
            if title not in titles:
                raise ValueError(f"disclosure.absent 里的“{title}”不是公开类别，可选：{'、'.join(titles)}")
        return self

    @model_validator(mode="after")
    def _inspected_ones_exist(self) -> Settings:
        titles = [category.title for category in self.categories]
        for point in self.inspection:
            if point.category and point.category not in titles:
                raise ValueError(f"inspection 里的“{point.category}”不是公开类别，可选：{'、'.join(titles)}")
        return self

    @property
    def all_units(self) -> tuple[Unit, ...]:
        """The units in the settings' order; the organisation itself where none is named."""
        return self.units or (Unit(name=self.organisation, slug=slug_of(self.organisation)),)

    def below(self, unit: Unit) -> tuple[str, ...]:
        """The names of all units below one, children behind their parents."""
        known = {other.name: other for other in self.all_units}
        return tuple(name for child in unit.children for name in (child, *self.below(known[child])))

    @property
    def default_unit(self) -> Unit:
        """Who issues what names nobody: the union itself."""
        return self.all_units[0]

    @property
    def disclosure_name(self) -> str:
        """What the disclosure section is called: 校务公开, 厂务公开 …"""
        return self.disclosure.name or SECTIONS[self.kind].name

    @property
    def categories(self) -> tuple[Category, ...]:
        """The disclosure categories, in the order of the section's front page."""
        if self.disclosure.categories is not None:
            return self.disclosure.categories
        return SECTIONS[self.kind].categories

    @cached_property
    def days_off(self) -> GivenDays:
        """Which days are off and on which weekends one works."""
        return given_days(self.holidays)

    @property
    def calendar(self) -> Calendar:
        """What the time grammar needs of the settings."""
        return calendar_of(self.vacations, self.seasons, self.school_year, self.days_off)
