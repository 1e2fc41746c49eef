"""Problems → text, JSON and the formats of forges."""

from noticeboard.reports.json_format import to_json
from noticeboard.reports.text import summary_line, text_lines

__all__ = ["summary_line", "text_lines", "to_json"]
