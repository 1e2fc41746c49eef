"""The setting `forms`: the forms at /admin/ and the forge to which they write (SPECIFICATION section 20)."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlsplit

from pydantic import field_validator, model_validator

from noticeboard.content.settings.settings_group import SettingsGroup
from noticeboard.patterns import pattern_of

FormForge = Literal["github", "gitlab", "gitea", "forgejo"]
_REPOSITORY = pattern_of(r"[\w.-]+(/[\w.-]+)+", re.ASCII)
_BRANCH = pattern_of(r"[\w./-]*", re.ASCII)


class FormSettings(SettingsGroup):
    """Where the forms write. Everything of it is public: it stands in a file of the site."""

    forge: FormForge
    address: str = ""
    """The forge's own: `https://git.example`; empty for github.com and gitlab.com, and for no other."""
    repository: str
    """Owner and name: `gonghui/board`."""
    branch: str = ""
    """The branch that the forms write to where the forge is a Forgejo or Gitea, `forms` by itself; elsewhere they make one for each document."""
    into: str = "main"
    """The branch from which the board is published, into which a review merges."""
    application: str = ""
    """The identifier of an OAuth application of the forge; without one officers sign in with an access token. GitHub has
    none that works without a server between."""

    @field_validator("address")
    @classmethod
    def _is_an_address(cls, address: str) -> str:
        parts = urlsplit(address)
        plain = parts.hostname and not (parts.query or parts.fragment or parts.username)
        if address and not (parts.scheme in ("http", "https") and plain):
            raise ValueError(f"“{address}”不是网址，请写成 https://git.example.cn 这样")
        return address.rstrip("/")

    @field_validator("repository")
    @classmethod
    def _has_an_owner(cls, repository: str) -> str:
        if not _REPOSITORY.fullmatch(repository):
            raise ValueError(f"“{repository}”不是仓库，请写成 所有者/名称，例如 gonghui/board")
        return repository

    @field_validator("branch", "into")
    @classmethod
    def _is_a_branch(cls, branch: str) -> str:
        if not _BRANCH.fullmatch(branch):
            raise ValueError(f"“{branch}”不是分支的名字，请用英文字母、数字和连字符")
        return branch

    @model_validator(mode="after")
    def _is_somewhere(self) -> FormSettings:
        if not self.address and self.forge in ("gitea", "forgejo"):
            raise ValueError(f"forge 写 {self.forge} 的，要在 address 里写它的网址")
        if self.application and self.forge == "github":
            raise ValueError("forge 写 github 的不能写 application，请删去它，委员用访问令牌登录")
        return self

    @property
    def written(self) -> str:
        """The branch that a form's file is committed to."""
        return self.into if self.has_review else self.branch or "forms"

    @property
    def has_review(self) -> bool:
        """Whether the forms ask for a review (a pull request) by themselves; elsewhere somebody has to."""
        return self.forge in ("github", "gitlab")
