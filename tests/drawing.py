"""Front matter drawn as text, so that a test shows on one line what was read and where it stands."""

from __future__ import annotations

from noticeboard.content.front_matter.header import HeaderEntry, Node, Scalar, Sequence


def drawn(node: Node | None) -> str:
    """`text@line:column`, lists in brackets, mappings in braces, the lines of a text after slashes."""
    if node is None:
        return "None"
    place = f"@{node.line}:{node.column}"
    if isinstance(node, Scalar):
        return "/".join([node.text + place, *map(drawn, node.parts)])
    if isinstance(node, Sequence):
        return f"{place}[{', '.join(map(drawn, node.items))}]"
    return f"{place}{{{', '.join(map(drawn_entry, node.entries))}}}"


def drawn_entry(entry: HeaderEntry) -> str:
    value = "broken" if entry.broken else f"= {drawn(entry.value)}"
    return f"{entry.key}@{entry.key_line}:{entry.key_column} {value}"
