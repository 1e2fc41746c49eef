"""Problems, repairs and changes → text, JSON and the formats of forges. One format, one file."""

from noticeboard.reports.changes import change_lines
from noticeboard.reports.github_format import to_github
from noticeboard.reports.gitlab_format import to_gitlab
from noticeboard.reports.json_format import to_json
from noticeboard.reports.sarif_format import to_sarif
from noticeboard.reports.text import summary_line, text_lines

__all__ = ["FORMATS", "change_lines", "summary_line", "text_lines", "to_json"]

FORMATS = {"json": to_json, "github": to_github, "gitlab": to_gitlab, "sarif": to_sarif}
"""Formats for programs by name, beside the text for people."""
