"""Whether the board does without MkDocs or Material: the same pages by another generator, and no dead link in what it exports.

`python .ci/exits.py zensical|properdocs|materialx` installs the generator into a folder of its own, builds this repository's
site with it, and compares that with the usual one.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
import venv
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests")]
_OF_GENERATORS = ("mkdocs", "mkdocs-material")
"""What our program asks for and these exits do without."""
_OF_MATERIAL = (
    "babel",
    "backrefs",
    "colorama",
    "mkdocs-material-extensions",
    "paginate",
    "pygments",
    "requests",
)
"""What Material needs besides MkDocs."""
_THEMES = re.compile(r"assets/(?:images|javascripts|stylesheets)/|404\.html$|sitemap\.xml")


def main(exit_: str) -> None:
    """Ends with 1, and a line for each fault, where the exit is barred."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        python = _installed(exit_, folder / "venv")
        usual, other = folder / "usual", folder / "other"
        _run(sys.executable, "-m", "noticeboard.commands", "build", "--site-dir", usual)
        if exit_ == "zensical":
            _run(sys.executable, "-m", "noticeboard.commands", "export", folder / "export")
            _run(python.with_name("zensical"), "build", cwd=folder / "export")
            other = folder / "export/site"
        elif exit_ == "properdocs":
            _run(
                python,
                "-P",
                "-m",
                "noticeboard.commands",
                "build",
                "--no-directory-urls",
                "--site-dir",
                folder / "flat",
            )
            _run(python, "-P", "-m", "noticeboard.commands", "build", "--site-dir", other)
        else:
            config = ROOT / "mkdocs.materialx.yml"
            config.write_text("INHERIT: mkdocs.yml\ntheme:\n  name: materialx\n", encoding="utf-8")
            try:
                _run(python, "-P", "-m", "mkdocs", "build", "--config-file", config, "--site-dir", other)
            finally:
                config.unlink()
        faults = [*_differences(usual, other), *_dead_links(other)]
        if exit_ == "properdocs":
            faults += _faults_of_preview(python, usual)
    print(*faults, f"{exit_}: {len(faults)} faults", sep="\n")
    sys.exit(bool(faults))


def _installed(exit_: str, place: Path) -> Path:
    """The interpreter of a new environment with the generator, and our program but for Zensical, which runs none."""
    venv.create(place, with_pip=True)
    python = place / "bin/python"
    pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if exit_ == "zensical":
        _run(*pip, "zensical")
        return python
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    ours = [item for item in wanted if re.split(r"[<>=]", item)[0] not in _OF_GENERATORS]
    if exit_ == "properdocs":
        _run(*pip, *ours, "properdocs", *_OF_MATERIAL)
        _run(*pip, "--no-deps", "mkdocs-material")
    else:
        _run(*pip, *ours, "mkdocs<2", "mkdocs-materialx")
    _run(*pip, "--no-deps", "--editable", ROOT)
    return python


def _run(*command: object, cwd: Path = ROOT) -> None:
    subprocess.run([str(part) for part in command], cwd=cwd, check=True)


def _faults_of_preview(python: Path, usual: Path) -> list[str]:
    """What is wrong with `board serve`: nothing where it shows the front page within two minutes."""
    wanted = re.search(r"<title>.*?</title>", (usual / "index.html").read_text(encoding="utf-8"))
    assert wanted
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [str(python), "-P", "-m", "noticeboard.commands", "serve", "--address", address]
    preview = subprocess.Popen(command, cwd=ROOT)
    try:
        for _ in range(120):
            time.sleep(1)
            with suppress(OSError), urlopen(f"http://{address}/", timeout=60) as page:
                return [] if wanted[0] in page.read().decode() else ["board serve shows another front page"]
            if preview.poll() is not None:
                break
        return ["board serve shows nothing"]
    finally:
        preview.terminate()
        preview.wait()


def _differences(usual: Path, other: Path) -> list[str]:
    """The files of one site that the other lacks, but for those of themes."""
    one, two = (
        {place.relative_to(site).as_posix() for place in site.rglob("*") if place.is_file()}
        for site in (usual, other)
    )
    missing = [path for path in sorted(one - two) if not _THEMES.match(path) and not path.startswith(".")]
    styles = [path for path in sorted(one - two) if re.fullmatch(r"assets/stylesheets/[a-z]+\.css", path)]
    return [f"missing: {path}" for path in (*missing, *styles)]


def _dead_links(site: Path) -> list[str]:
    from crawling import faults

    base = re.search(r"^site_url: (\S+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert base
    return list(faults(site, base[1]))


if __name__ == "__main__":
    main(sys.argv[1])
