"""Problems → text, JSON and the formats of forges."""

from noticeboard.reports.changes import change_lines
from noticeboard.reports.json_format import to_json
from noticeboard.reports.text import summary_line, text_lines

__all__ = ["change_lines", "summary_line", "text_lines", "to_json"]
