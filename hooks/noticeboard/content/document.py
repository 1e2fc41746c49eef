"""What every document has, whatever its type (SPECIFICATION section 2)."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from functools import cached_property
from typing import ClassVar, Literal

from noticeboard.content import field_types
from noticeboard.content.activities.activity import Activity
from noticeboard.content.field_types import Allowance, Attachment, FormerAddress
from noticeboard.content.fields import Shown, declare
from noticeboard.content.quantities.amounts import Amount
from noticeboard.content.sections.evaluations import Evaluation, evaluations_in
from noticeboard.markup.body import EMPTY, Body
from noticeboard.markup.links import BodyLink
from noticeboard.slugs import slug_by_words, slug_of
from noticeboard.times import Month

TypeName = Literal[
    "", "plan", "summary", "disclosure", "proposal", "meeting", "notice", "service", "register"
]
Audience = Literal["internal", "public"]

_TELLING: frozenset[TypeName] = frozenset(("summary", "disclosure", "meeting", "notice"))
AUDIENCES = {"对内": "internal", "对外": "public"}


def address_of(path: str, name: str = "", slug: Callable[[str], str] = slug_by_words) -> str:
    """The address of the document at `path`, its last part `name` where that is given."""
    folder, file = posixpath.split(path)
    folders = [slug(part) or "_" for part in folder.split("/")]
    return "/".join([*folders, name or slug(posixpath.splitext(file)[0]), ""])


@dataclass(frozen=True, kw_only=True, eq=False)
class Document:
    """What every document has. `type` and `label` are the English and Chinese name of its type.

    A plain Document is one whose type could not be read; it is checked and never shown.
    """

    type: ClassVar[TypeName] = ""
    label: ClassVar[str] = ""
    usual: ClassVar[tuple[str, ...]] = ("unit",)
    """The fields that all documents have for which a new file of this type has a line."""

    path: str
    """Below the repository root."""
    head: str = ""
    """The lines above the body as typed, each ended by ``\\n``."""
    body: str = ""
    """Markdown without the front matter."""
    tree: Body = EMPTY
    """`body` as it was read."""
    body_line: int = 1
    """1-based line of the body's first line in the file."""
    digest: str = ""
    """SHA-256 in hexadecimal of the file's text: UTF-8, lines ended by LF (`content.source.text_digest`)."""
    shared_digest: str = ""
    """A digest of what others may know of it (`content.shared_digest`); empty where that is not known."""
    positions: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Field name → line and column of its key."""
    meta: Mapping[str, object] = field(default_factory=dict)
    """MkDocs' own keys that pass through: search, hide, description."""
    activities: tuple[Activity, ...] = ()
    links: tuple[BodyLink, ...] = ()
    """Every link and picture of the body."""
    names_left: Date | None = None
    """The last day on which it had its names, of one whose names have left (SPECIFICATION section 21)."""

    title: str = declare(
        "标题", field_types.TEXT, "文件的标题，也是网页的标题。", required=True, shown=Shown.ELSEWHERE
    )
    date: Date = declare("日期", field_types.DATE, "发文日期。", required=True, shown=Shown.ELSEWHERE)
    unit: str = declare(
        "单位",
        field_types.UNIT,
        "发文单位；不写就是站点设置里的第一个单位。",
        default="",
        shown=Shown.ELSEWHERE,
    )
    number: str | None = declare(
        "编号", field_types.TEXT, "文件自己的编号，全站不能重复。", shown=Shown.ELSEWHERE
    )
    audience: Audience = declare(
        "范围",
        field_types.choice(AUDIENCES),
        "对内只登在内网；对外也登在对外的版本。",
        default="",
        shown=Shown.ELSEWHERE,
    )
    tags: tuple[str, ...] = declare(
        "标签", field_types.TEXTS, "便于归类的词。", default=(), shown=Shown.ELSEWHERE
    )
    pinned: bool = declare(
        "置顶", field_types.YES_NO, "排在首页最前面。", default=False, shown=Shown.ELSEWHERE
    )
    pinned_reason: str | None = declare(
        "置顶原因", field_types.TEXT, "为什么排在最前面，一句话。", shown=Shown.ELSEWHERE, offered=False
    )
    contact: str | None = declare("联系", field_types.TEXT, "联系方式，一般写办公室电话。", shown=Shown.WALL)
    publish_on: Date | datetime | None = declare("发布", field_types.DATETIME, "到这一天才登出来。")
    expire_on: Date | datetime | None = declare(
        "撤下",
        field_types.DATETIME,
        "过了这一天就离开首页，档案里仍查得到。",
        label="有效至",
        look="expiry",
        shown=Shown.LEAD,
    )
    draft: bool = declare(
        "草稿", field_types.YES_NO, "只在预览里看得到，不会发布。", default=False, shown=Shown.ELSEWHERE
    )
    correction: str | None = declare(
        "更正说明",
        field_types.STATEMENT,
        "登出以后改了什么、为什么改，登在“修改记录”里。",
        shown=Shown.ELSEWHERE,
    )
    attachments: tuple[Attachment, ...] = declare(
        "附件",
        field_types.ATTACHMENTS,
        "随文的文件，路径从本文所在的文件夹算起。",
        default=(),
        shown=Shown.ELSEWHERE,
    )
    allow: tuple[Allowance, ...] = declare(
        "允许",
        field_types.ALLOWANCES,
        "审核人准许留下的个人信息提醒，要写理由。",
        default=(),
        shown=Shown.HIDDEN,
    )
    slug: str = declare(
        "网址名", field_types.SLUG, "网址里的英文名；不写就用文件名的拼音。", default="", shown=Shown.HIDDEN
    )
    former_addresses: tuple[FormerAddress, ...] = declare(
        "曾用网址",
        field_types.FORMER_ADDRESSES,
        "这份文件以前的网址；打开那里的人会转到现在的这一页。",
        default=(),
        shown=Shown.HIDDEN,
    )
    withdrawn: str | None = declare(
        "撤回",
        field_types.TEXT,
        "为什么撤回：写了，网页只说这份文件已撤回，内容和附件都不再登。",
        shown=Shown.HIDDEN,
    )
    withdrawn_on: Date | None = declare(
        "撤回日期", field_types.DATE, "哪一天撤回的；不写就按提交到 git 的那一天。", shown=Shown.HIDDEN
    )

    @cached_property
    def address(self) -> str:
        """Where its page lives below the site's root: `plans/2026/gong-hui-ji-hua/` (SPECIFICATION section 5)."""
        return self._address(slug_by_words)

    @cached_property
    def first_address(self) -> str:
        """Where it lived before its words were told apart. It is known by it in feeds and calendars, and readers who have it still arrive."""
        return self._address(slug_of)

    def _address(self, slug: Callable[[str], str]) -> str:
        return address_of(self.path, self.slug, slug)

    @cached_property
    def text(self) -> str:
        """The whole file, as it was read."""
        return self.head + self.body

    @cached_property
    def evaluations(self) -> tuple[Evaluation, ...]:
        """What members think of the union, of the types that tell of what was; what could not be read has a fault."""
        return evaluations_in(self.tree) if self.type in _TELLING else ()

    @property
    def figures(self) -> tuple[Amount, ...]:
        """What it says in figures: the targets of a plan, the results of a summary or a disclosure."""
        return ()

    def is_published(self, when: datetime) -> bool:
        """Whether its 发布, a day or a day and a time, has come at `moment` in Beijing."""
        if isinstance(self.publish_on, datetime):
            return self.publish_on <= when
        return self.publish_on is None or self.publish_on <= when.date()

    @property
    def month(self) -> Month:
        """The month of issue."""
        return Month.of(self.date)
