"""The files of a board that the program looks after: it writes them anew with each version, unless somebody has edited them."""

from __future__ import annotations

from collections.abc import Mapping

from noticeboard.content.documents import TYPES
from noticeboard.content.settings.board_settings import Settings
from noticeboard.scaffolding.init_answers import Forge
from noticeboard.scaffolding.shipped import shipped
from noticeboard.text_templates import text_environment
from noticeboard.writing.editor_snippets import snippets_text
from noticeboard.writing.front_matter_schema import schema_text
from noticeboard.writing.new_document import new_text

_CI: Mapping[Forge, Mapping[str, str]] = {
    "github": {
        ".github/workflows/check.yml": "ci/github.yml",
        ".github/pull_request_template.md": "requests/request.md",
    },
    "gitlab": {
        ".gitlab-ci.yml": "ci/gitlab.yml",
        ".gitlab/merge_request_templates/Default.md": "requests/request.md",
    },
    "gitea": {
        ".gitea/workflows/check.yml": "ci/gitea.yml",
        ".gitea/pull_request_template.md": "requests/request.md",
    },
    "forgejo": {
        ".forgejo/workflows/check.yml": "ci/gitea.yml",
        ".forgejo/pull_request_template.md": "requests/request.md",
    },
    "gitee": {".gitee/PULL_REQUEST_TEMPLATE.zh-CN.md": "requests/request.md"},
    "none": {},
}
"""Forge → path → template: what checks a request, and what stands in a new one."""
_PICTURES = ("*.png", "*.webp")
_PLAIN = {
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    "board.cmd": "board.cmd",
    "hooks/mkdocs_door.py": "hook",
}


def program_files(settings: Settings, forge: Forge) -> Mapping[str, bytes]:
    """Path → content. They follow from the settings and the forge alone; of texts, line ends are `\\n`, but for Windows' own."""
    files = {path: plain_template(name) for path, name in (*_PLAIN.items(), *_CI[forge].items())}
    files |= {f"docs/guide/{name}": data for name, data in shipped("guide", "*.md").items()}
    pictures = {
        f"docs/guide/{name}": data for kind in _PICTURES for name, data in shipped("guide", kind).items()
    }
    files |= {f".vscode/{name}": data for name, data in shipped("editor", "*.json").items()}
    files[".vscode/board.code-snippets"] = snippets_text(settings).encode()
    files["docs/assets/front-matter.schema.json"] = schema_text(settings).encode()
    files |= {f"plans/_模板/{kind.label}.md": new_text(name, {}).encode() for name, kind in TYPES.items()}
    return {path: _with_line_ends(path, data) for path, data in files.items()} | pictures


def plain_template(name: str) -> bytes:
    """A file that has nothing to fill in, and may hold the signs of a template."""
    environment = text_environment()
    assert environment.loader is not None  # It is made with one.
    return environment.loader.get_source(environment, f"board/{name}")[0].encode()


def _with_line_ends(path: str, data: bytes) -> bytes:
    text = data.replace(b"\r\n", b"\n")
    return text.replace(b"\n", b"\r\n") if path.endswith(".cmd") else text
