"""Real git repositories, made for tests."""

from __future__ import annotations

import os
import subprocess

from boards import write


class Repository:
    """A repository in a folder; every commit has a day and a message."""

    def __init__(self, root):
        self.root = root
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments, day="2026-01-01"):
        moment = f"{day}T12:00:00+08:00"
        subprocess.run(
            ["git", "-c", "user.name=某人", "-c", "user.email=who@example.invalid", "-c", "commit.gpgsign=false", *arguments],
            cwd=self.root,
            check=True,
            capture_output=True,
            env={**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "GIT_CONFIG_GLOBAL": os.devnull},
        )  # fmt: skip

    def commit(self, day, message, files=None, remove=()):
        write(self.root, files or {})
        for path in remove:
            (self.root / path).unlink()
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, day=day)
