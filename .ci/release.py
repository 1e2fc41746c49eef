"""What a release has besides its wheel: notes from CHANGELOG.md, a bill of materials, checksums.

`python .ci/release.py <tag> <folder>`: the tag is `v` and the version of pyproject.toml, and nothing else is released.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import requires, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
NAME = "noticeboard"
_LOCKED = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE
)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def own_version() -> str:
    """The version, from the one place where it stands."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def notes(changelog: str, number: str) -> str:
    """The section of a version in the changelog; raises ValueError where there is none, or it has no day yet."""
    found = re.search(
        rf"^## \[{re.escape(number)}\] - (\S+)\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL
    )
    if not found:
        raise ValueError(f"CHANGELOG.md has no section [{number}]")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", found[1]):
        raise ValueError(f"CHANGELOG.md: write the day of the release behind [{number}]")
    return found[2].strip() + "\n"


def bill_of_materials(lock: str, number: str) -> Mapping[str, object]:
    """CycloneDX 1.6: what the installed wheel stands on, with the versions and the digests of the lock.

    It holds no time and no serial number: the same lock, the same bytes.
    """
    needed = set(_needed(NAME, frozenset({"attachments"}), set()))
    found = {canonicalize_name(it["name"]): it for it in _LOCKED.finditer(lock)}
    components = [_component(name, found[name]) for name in sorted(needed & found.keys())]
    own = {"type": "application", "name": NAME, "version": number, "bom-ref": f"pkg:pypi/{NAME}@{number}"}
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": own}, "components": components,
    }  # fmt: skip


def _needed(package: str, extras: frozenset[str], seen: set[str]) -> Iterator[str]:
    """The names of all packages that an installed one needs, directly or not."""
    for line in requires(package) or ():
        requirement = Requirement(line)
        name = canonicalize_name(requirement.name)
        applies = not requirement.marker or any(
            requirement.marker.evaluate({"extra": extra}) for extra in (*extras, "")
        )
        if applies and name not in seen:
            seen.add(name)
            yield name
            yield from _needed(name, frozenset(requirement.extras), seen)


def _component(name: str, locked: re.Match[str]) -> Mapping[str, object]:
    url = f"pkg:pypi/{name}@{locked['version']}"
    # A package has a digest for each of its files; which of them is installed depends on the machine.
    digests = "\n".join(_HASH.findall(locked["rest"]))
    return {
        "type": "library", "name": name, "version": locked["version"], "purl": url, "bom-ref": url,
        "properties": [{"name": "sha256", "value": digest} for digest in digests.split("\n") if digest],
    }  # fmt: skip


def main(tag: str, folder: Path) -> None:
    number = own_version()
    if tag != f"v{number}" or version(NAME) != number:
        sys.exit(f"The tag must be v{number}, the version of pyproject.toml, not {tag}.")
    try:
        text = notes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), number)
    except ValueError as error:
        sys.exit(str(error))
    bill = bill_of_materials((ROOT / "requirements.lock").read_text(encoding="utf-8"), number)
    (folder / "notes.md").write_text(text, encoding="utf-8")
    (folder / "sbom.cdx.json").write_text(json.dumps(bill, indent=2) + "\n", encoding="utf-8")
    files = sorted(place for place in folder.iterdir() if place.name != "SHA256SUMS")
    sums = (f"{hashlib.sha256(place.read_bytes()).hexdigest()}  {place.name}\n" for place in files)
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
