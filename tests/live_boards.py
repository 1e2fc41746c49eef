"""The site of a preview in this process, without its server: made when asked for, or all at once."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import ModuleType

from mkdocs.commands.build import build
from mkdocs.config import load_config

from noticeboard_mkdocs.live_site import LiveSite, WholeBuild
from noticeboard_mkdocs.served_site import ServedSite

ADDRESS = "http://127.0.0.1:8000/"
HOOK = """from noticeboard_mkdocs import door as _module


class _Unserved(_module.Door):
    is_eager = False
    is_live = property(
        lambda door: vars(door)["live"] and not door.is_eager, lambda door, value: vars(door).update(live=value)
    )

    def begin(self, is_eager):
        self.__init__()
        self.serving, self.is_eager = True, is_eager


door = _Unserved()
for _name in _module.__all__:
    globals()[_name] = getattr(door, _name)
"""
"""The board's hook, in a preview that nobody serves."""


def build_live(root: Path, site_dir: Path) -> WholeBuild:
    """The board at `root` as a preview builds it into `site_dir`, whose pages are still to be made."""
    last = _built(root, site_dir, is_eager=False).door.preview._last
    assert last is not None
    return last


def built_whole(root: Path, site_dir: Path) -> dict[str, bytes]:
    """The files of the board at `root` in a preview that makes all of them at once, with nothing kept of others."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    assert _built(root, site_dir, is_eager=True).door.preview._last is None
    return _files_below(site_dir)


def asked_for(
    live: LiveSite, site_dir: Path, paths: set[str], served: ServedSite | None = None
) -> dict[str, bytes]:
    """The files in `site_dir` after each of `paths` was asked for."""
    served = served or ServedSite(site_dir, live)
    for path in sorted(paths):
        served.prepare(path)
    return _files_below(site_dir)


def _built(root: Path, site_dir: Path, *, is_eager: bool) -> ModuleType:
    shutil.rmtree(site_dir, ignore_errors=True)
    (root / "hooks").mkdir(exist_ok=True)
    (root / "hooks/mkdocs_door.py").write_text(HOOK, encoding="utf-8")
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir), site_url=ADDRESS)
    # MkDocs loads a hook once in a process.
    hook = config.hooks["hooks/mkdocs_door.py"]
    hook.door.begin(is_eager)
    build(config, serve_url=ADDRESS)
    return hook


def _files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
