"""The configuration of the CMS: one form a document type, from the declarations of the fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from noticeboard.content.document_reader import TYPE_KEYS
from noticeboard.content.documents import TYPES, Document
from noticeboard.content.fields import Shown, declarations, names, own_declarations
from noticeboard.content.repository.paths import ROOT
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.form_settings import FormSettings
from noticeboard.forms.inputs import Input, input_of
from noticeboard.text_templates import text_environment

FORMAT = "board"
"""The name under which `editor.js` tells the CMS how our files are read and written."""
RAW = "原文"
"""The hidden input that carries the front matter as it was read."""
_FOLDER = "附件"
"""Of what is attached, beside the document."""

Configuration = Mapping[str, Any]


def configuration(settings: Settings, forge: FormSettings | None, name: str) -> Configuration:
    """What the CMS is started with. `forge` is None for forms that write to this computer alone; `name` is the site's.

    `board` is ours: what `editor.js` must know of the fields.
    """
    return {
        "cms": {
            "load_config_file": False,
            "backend": _backend(forge),
            **({"publish_mode": "editorial_workflow"} if forge and forge.has_review else {}),
            "app_title": name,
            "media_folder": f"{ROOT}/{_FOLDER}",
            "public_folder": _FOLDER,
            # Nothing is fetched from anywhere: no pictures of others, no addresses of files.
            "media_libraries": {"stock_assets": {"providers": []}},
            "slug": {"encoding": "unicode", "clean_accents": False},
            "output": {"omit_empty_optional_fields": True},
            "show_preview_links": False,
            "collections": [_collection(kind, settings) for kind in TYPES.values()],
        },
        "board": {
            "format": FORMAT,
            "raw": RAW,
            "types": {word: kind.label for kind in TYPES.values() for word in (kind.label, kind.type)},
            "type_keys": list(TYPE_KEYS),
            "fields": {kind.label: _known(kind, settings) for kind in TYPES.values()},
            "review": _review(forge),
        },
    }


def _backend(forge: FormSettings | None) -> Mapping[str, Any]:
    if forge is None:
        # The CMS opens a folder of this computer only beside a forge; nobody signs in to this one.
        return {"name": "gitea", "repo": "local/board", "branch": "main", "base_url": "http://127.0.0.1", "api_root": "http://127.0.0.1/api/v1"}  # fmt: skip
    backend: dict[str, Any] = {
        "name": _name(forge),
        "repo": forge.repository,
        "branch": forge.written,
        "commit_messages": {
            "create": "登出{{slug}}",
            "update": "修改{{slug}}",
            "delete": "删去{{slug}}",
            "uploadMedia": "上传{{path}}",
            "deleteMedia": "删去{{path}}",
        },
    }
    if forge.address:
        backend["base_url"], api = _interface(forge)
        # The CMS adds the version by itself for one of GitHub's two interfaces, the other has none.
        backend["api_root"] = api.removesuffix("/v3")
    # Signing in without an application of one's own would lead to a service of others.
    signing_in = (
        {"auth_type": "pkce", "app_id": forge.application}
        if forge.application
        else {"auth_methods": ["token"]}
    )
    return backend | signing_in


_API = {"gitea": "/api/v1", "gitlab": "/api/v4", "github": "/api/v3"}
_SITES = {"github": ("https://github.com", "https://api.github.com"), "gitlab": ("https://gitlab.com", "https://gitlab.com/api/v4")}  # fmt: skip
"""The public forges: where their pages are, and their interface."""


def _name(forge: FormSettings) -> str:
    """Of the CMS' part that speaks to the forge; Forgejo speaks as Gitea does."""
    return "gitea" if forge.forge == "forgejo" else forge.forge


def _interface(forge: FormSettings) -> tuple[str, str]:
    """Where the forge's pages are, and its interface for programs."""
    return (forge.address, forge.address + _API[_name(forge)]) if forge.address else _SITES[forge.forge]


def _review(forge: FormSettings | None) -> Mapping[str, Any] | None:
    """Where what was written is looked at before it is published; None where nobody but the writer sees it."""
    if forge is None:
        return None
    site, api = _interface(forge)
    home = f"{site}/{forge.repository}"
    requests = f"{home}/-/merge_requests" if forge.forge == "gitlab" else f"{home}/pulls"
    checks = {
        "name": _name(forge),
        "api": api,
        "home": home,
        "repository": forge.repository,
        "into": forge.into,
        "written": forge.written,
        "requests": requests,
    }
    ask = {} if forge.has_review else {"ask": f"{home}/compare/{forge.into}...{forge.written}"}
    return {"open": requests, **ask, "checks": checks}


def _collection(kind: type[Document], settings: Settings) -> Mapping[str, Any]:
    return {
        "name": kind.type,
        "label": kind.label,
        "label_singular": kind.label,
        "folder": ROOT,
        "filter": {"field": "类型", "value": kind.label},
        "create": True,
        "delete": False,
        # The name that the CMS gives new files is the format's, registered by `editor.js`.
        "format": FORMAT,
        "identifier_field": "标题",
        # The day of issue, not the computer's: a notice of New Year's Eve belongs to its own year.
        "path": "{{日期 | date('YYYY')}}/{{slug}}",
        "slug": "{{标题}}",
        "summary": "{{标题}}（{{日期}}）",
        "sortable_fields": {
            "fields": ["日期", "标题"],
            "default": {"field": "日期", "direction": "descending"},
        },
        # The CMS gives each document a folder of its own; ours share one beside them.
        "media_folder": f"../{_FOLDER}",
        "public_folder": _FOLDER,
        "editor": {"preview": False},
        "fields": [
            {"name": "类型", "label": "类型", "widget": "hidden", "default": kind.label},
            {"name": RAW, "label": RAW, "widget": "hidden", "required": False},
            *_inputs(kind, settings),
        ],
    }


def _inputs(kind: type[Document], settings: Settings) -> list[Input]:
    """What a document must have, its text, then what a new file has a line for, then what it may have."""
    must: list[Input] = []
    usual: list[Input] = []
    more: list[Input] = []
    expected = {field.name for field in own_declarations(kind) if field.offered}.union(kind.usual)
    for field in declarations(kind):
        if field.shown is Shown.HIDDEN or (made := input_of(field, settings)) is None:
            continue
        if field.name == "date":
            made["default"] = "{{now}}"
        (must if field.required else usual if field.name in expected else more).append(made)
    return [*must, _body(kind), *usual, *more]


def _body(kind: type[Document]) -> Input:
    return {
        "name": "body",
        "label": "正文",
        # Markdown as it is typed: an editor that shows it formatted would write all of it anew.
        "widget": "text",
        "required": False,
        "default": _template(kind),
        "hint": "一段一行，隔一个空行；小标题前面写“## ”；一件事一行，前面写“- ”。",
    }


def _known(kind: type[Document], settings: Settings) -> Mapping[str, Mapping[str, Any]]:
    """Every key that may be typed → the Chinese one, and what its input holds; fields without an input are left out."""
    known = {}
    for key, field in names(kind).items():
        made = input_of(field, settings) if field.shown is not Shown.HIDDEN else None
        if made is not None:
            known[key] = {"name": field.chinese, "holds": _holds(made), "words": dict(field.kind.words)}
    return known


def _holds(made: Input) -> str:
    if "fields" in made:
        return "files"
    return {"list": "texts", "keyvalue": "pairs", "datetime": "day", "select": "choice"}.get(
        made["widget"], "text"
    )


def _template(kind: type[Document]) -> str:
    """The body of a new file, as `board new` writes it."""
    template = text_environment().get_template(f"new/{kind.type}.md")
    made = template.render(label=kind.label, fields=(), values={}, months=(), sections=())
    return made.split("\n---\n", 1)[1].lstrip("\n")
