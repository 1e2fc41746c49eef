"""A part of an office document as a tree of elements with local names, within the budget of inspected files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from noticeboard.inspection.passages import Budget
from noticeboard.inspection.xml_parts import local, parse


@dataclass(slots=True)
class XmlElement:
    """An element; names of elements and attributes have no namespace, so that both editions of the standard are read."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[XmlElement] = field(default_factory=list)
    text: str = ""
    """Its words, of an element that has any."""

    def child(self, *names: str) -> XmlElement | None:
        """The element to which a path of names leads, the first child of each."""
        found: XmlElement | None = self
        for name in names:
            found = next((child for child in found.children if child.name == name), None) if found else None
        return found

    def each(self, name: str) -> Iterator[XmlElement]:
        """The children of that name."""
        return (child for child in self.children if child.name == name)

    def below(self, *names: str) -> Iterator[XmlElement]:
        """Elements of those names at any depth, in order."""
        waiting = list(reversed(self.children))
        while waiting:
            element = waiting.pop()
            if element.name in names:
                yield element
            waiting += reversed(element.children)

    def value(self, *path: str) -> str | None:
        """The attribute ``val`` of the element to which a path leads; None where there is no such element."""
        found = self.child(*path)
        return found.attributes.get("val", "") if found else None

    def is_on(self, *path: str) -> bool | None:
        """A property that is on or off; None where it does not stand."""
        value = self.value(*path)
        return None if value is None else value.lower() not in ("0", "false", "off", "none")


_SPOKEN = frozenset({"t", "instrText"})
"""Elements whose characters are words; between others only blanks stand."""


class _Tree:
    def __init__(self) -> None:
        self.root = XmlElement("")
        self._open = [self.root]
        self._pieces: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        element = XmlElement(name, {local(key): value for key, value in attributes.items()})
        self._open[-1].children.append(element)
        self._open.append(element)
        self._pieces.clear()

    def end(self, name: str) -> None:
        ended = self._open.pop()
        if name in _SPOKEN:
            ended.text = "".join(self._pieces)
        self._pieces.clear()

    def text(self, data: str) -> None:
        if self._open[-1].name in _SPOKEN:
            self._pieces.append(data)


def read_tree(pieces: Iterable[bytes], budget: Budget) -> XmlElement:
    """The root element of a part. Raises NotRead for one that is broken, too deep or too large, or has a document type."""
    tree = _Tree()
    for _ in parse(pieces, tree, budget):
        pass
    return tree.root.children[0] if tree.root.children else XmlElement("")
