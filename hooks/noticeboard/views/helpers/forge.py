"""The forge that holds the repository: where its web editor opens a file."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

_EDITORS = (
    ("gitee", "edit/master/"),
    ("gitlab", "-/edit/main/"),
    ("gitea", "_edit/main/"),
    ("forgejo", "_edit/main/"),
    ("codeberg", "_edit/main/"),
    ("github", "edit/main/"),
)
"""A word of a forge's host → its editor's address below a repository, with the branch that it gives new ones."""


@dataclass(frozen=True, slots=True)
class Forge:
    """Where the files can be edited in a browser."""

    editor: str
    """The editor's address, to which a path below the repository root is added: `https://…/edit/main/`."""

    def edit_url(self, path: str) -> str:
        """Where the file at `path`, below the repository root, is edited."""
        return self.editor + quote(path)


def forge_of(repo_url: str | None, edit_uri: str | None, docs_dir: str = "docs") -> Forge | None:
    """The forge that `repo_url` and MkDocs' `edit_uri` name; None when they do not say where files are edited.

    `edit_uri` leads to the folder `docs_dir`, beside which our documents lie.
    """
    if not edit_uri:
        return None
    base = urljoin(f"{repo_url.rstrip('/')}/" if repo_url else "", edit_uri)
    base = base if base.endswith(("/", "=")) else f"{base}/"
    return Forge(base.removesuffix(f"{docs_dir}/"))


def usual_edit_uri(repo_url: str, docs_dir: str = "docs") -> str | None:
    """MkDocs' `edit_uri` for a forge that its host's name gives away; None for another one."""
    host = urlsplit(repo_url).netloc.lower()
    return next((f"{editor}{docs_dir}/" for word, editor in _EDITORS if word in host), None)
