"""What the system says, in Chinese."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from noticeboard.system_errors import describe

ROOT = Path("/srv/board")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FileNotFoundError(2, "No such file", "/srv/board/plans/表.csv"), "“plans/表.csv”：文件不见了"),
        (PermissionError(13, "Permission denied", "/etc/shadow"), "“/etc/shadow”：没有权限"),
        (OSError(28, "No space left on device"), "磁盘满了"),
        (OSError(9999, "Something odd"), "Something odd"),
        (OSError("no number"), "读写出错"),
        (OSError(2, "gone", b"/srv/board/plans/\xff.csv"), "“plans/?.csv”：文件不见了"),
        (
            OSError(18, "cross-device", "/srv/board/.site.new", None, "/srv/board/site"),
            "“.site.new”：它和旁边",
        ),
        (OSError(9, "Bad file descriptor", 7), "“7”：Bad file descriptor"),
    ],
)
def test_it_names_the_file_and_the_reason(error: OSError, told: str) -> None:
    assert describe(error, ROOT).startswith(told)


@pytest.mark.parametrize(
    ("number", "named"), [(errno.ENOSPC, "there"), (errno.EROFS, "there"), (errno.EACCES, "here")]
)
def test_of_two_files_the_one_is_named_where_it_went_wrong(tmp_path, number, named):
    error = OSError(number, "", str(tmp_path / "here"), None, str(tmp_path / "there"))
    assert f"“{named}”" in describe(error, tmp_path)
