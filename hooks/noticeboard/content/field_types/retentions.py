"""个人信息保留: how long after its notice period a disclosure keeps its names."""

from __future__ import annotations

from noticeboard.content.field_types.field_type import FieldType, parsed
from noticeboard.content.quantities.retentions import read_retention

RETENTION = FieldType(
    parsed(read_retention), "公示期满后多久，如 公示期满后30天", lambda settings: "公示期满后30天"
)
