"""Puts what `make release` has made on the forge's page of releases: GitLab, Gitea and Forgejo. GitHub has a command of its own.

Usage: python -I .ci/publish_release.py gitlab|gitea FOLDER

What it is told comes from the variables of the run, and so does the token: the run's own. A release that is there already
is an error: nothing that was released is replaced.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

NOTES = "notes.md"
_SECONDS = 300
_PARTS = "------------------------board-release"


def ask(method: str, address: str, headers: Mapping[str, str], data: bytes, kind: str) -> Any:
    """The answer's JSON; raises `OSError` where the forge refuses."""
    asked = urllib.request.Request(
        address, data=data, headers={**headers, "Content-Type": kind}, method=method
    )
    with urllib.request.urlopen(asked, timeout=_SECONDS) as answer:
        return json.load(answer)


def to_gitlab(given: Mapping[str, str], notes: str, files: list[Path]) -> None:
    """The files as a generic package, and a release that links to them."""
    project = f"{given['CI_API_V4_URL']}/projects/{given['CI_PROJECT_ID']}"
    headers, tag = {"JOB-TOKEN": given["CI_JOB_TOKEN"]}, given["CI_COMMIT_TAG"]
    links = []
    for file in files:
        place = f"{project}/packages/generic/noticeboard/{tag.removeprefix('v')}/{quote(file.name)}"
        ask("PUT", place, headers, file.read_bytes(), "application/octet-stream")
        links.append({"name": file.name, "url": place, "link_type": "package"})
    release = {"tag_name": tag, "name": tag, "description": notes, "assets": {"links": links}}
    ask("POST", f"{project}/releases", headers, json.dumps(release).encode(), "application/json")


def to_gitea(given: Mapping[str, str], notes: str, files: list[Path]) -> None:
    """A draft with the files, that is shown when it has them all."""
    home = f"{given['GITHUB_SERVER_URL']}/api/v1/repos/{given['GITHUB_REPOSITORY']}/releases"
    headers, tag = {"Authorization": f"token {given['TOKEN']}"}, given["GITHUB_REF_NAME"]
    release = {"tag_name": tag, "name": tag, "body": notes, "draft": True}
    made = ask("POST", home, headers, json.dumps(release).encode(), "application/json")
    for file in files:
        ask(
            "POST",
            f"{home}/{made['id']}/assets?name={quote(file.name)}",
            headers,
            _form(file),
            f"multipart/form-data; boundary={_PARTS}",
        )
    shown = json.dumps({"draft": False}).encode()
    ask("PATCH", f"{home}/{made['id']}", headers, shown, "application/json")


def _form(file: Path) -> bytes:
    head = f'--{_PARTS}\r\nContent-Disposition: form-data; name="attachment"; filename="{file.name}"\r\n\r\n'
    return head.encode() + file.read_bytes() + f"\r\n--{_PARTS}--\r\n".encode()


def main(forge: str, folder: str) -> int:
    """All files of the folder but the notes, which are the release's text."""
    files = sorted(place for place in Path(folder).iterdir() if place.name != NOTES)
    notes = Path(folder, NOTES).read_text(encoding="utf-8")
    try:
        {"gitlab": to_gitlab, "gitea": to_gitea}[forge](os.environ, notes, files)
    except OSError as error:
        print(f"没有登出来：{error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
