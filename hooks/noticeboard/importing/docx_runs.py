"""The words of a Word paragraph: what a reader sees with all changes accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from noticeboard.importing.docx_fields import Fields, is_left_out, shown_without_result
from noticeboard.importing.docx_package import Package, Relationship
from noticeboard.importing.docx_styles import Styles
from noticeboard.importing.docx_symbols import symbol
from noticeboard.importing.paper import Run
from noticeboard.importing.pictures import Pictures
from noticeboard.importing.xml_tree import XmlElement

_INSIDE = frozenset(
    {"smartTag", "customXml", "sdtContent", "bdo", "dir", "oMath", "oMathPara", "ruby", "rubyBase", "subDoc"}
)
"""What is only put around words."""
_NOTHING = frozenset(
    {
        "rPr",
        "pPr",
        "sdtPr",
        "sdtEndPr",
        "rt",
        "rubyPr",
        "delText",
        "delInstrText",
        "commentReference",
        "annotationRef",
    }
)
_NOT_CARRIED = {
    "object": "嵌入的对象", "chart": "图表", "control": "控件", "contentPart": "手写的墨迹",
}  # fmt: skip
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class RunReader:
    """Reads runs; what it meets beside them waits to be taken."""

    package: Package
    relations: Mapping[str, Relationship]
    styles: Styles
    pictures: Pictures
    fields: Fields = field(default_factory=Fields)
    boxes: list[XmlElement] = field(default_factory=list)
    """Text boxes that were met: they stand behind their paragraph."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Footnotes and endnotes that were met: ``footnote`` or ``endnote``, and the id in the file."""
    diagrams: list[str] = field(default_factory=list)
    """Parts that hold the words of drawn diagrams."""
    counts: Counter[str] = field(default_factory=Counter)
    """What the report tells the number of: changes, hidden words, what was not carried."""
    largest: float = 0.0
    """Size of the largest letters of the paragraph that was read last, in points."""
    _runs: list[Run] = field(default_factory=list)
    _style: str = ""

    def read(self, paragraph: XmlElement, style_id: str) -> tuple[Run, ...]:
        """The runs of a paragraph whose style is `style_id`, joined where they look alike."""
        self._runs, self._style, self.largest = [], style_id, 0.0
        self._inside(paragraph, "")
        self.counts["broken fields"] += self.fields.leave_paragraph()
        return joined(self._runs)

    def _inside(self, element: XmlElement, target: str) -> None:
        for child in element.children:
            self._read(child, target)

    def _read(self, element: XmlElement, target: str) -> None:
        name = element.name
        if name == "r":
            self._run(element, target)
        elif name == "hyperlink":
            self._inside(element, self._target_of(element) or target)
        elif name in ("ins", "moveTo"):
            self.counts["changes"] += 1
            self._inside(element, target)
        elif name in ("del", "moveFrom"):
            self.counts["changes"] += 1
        elif name == "fldSimple":
            self._simple_field(element, target)
        elif name == "sdt":
            self._control(element, target)
        elif name == "AlternateContent":
            self._inside(chosen(element), target)
        elif name == "t":
            # Of a formula, whose words stand in runs of their own.
            self._say(element.text, target)
        elif name in _INSIDE or (element.children and name not in _NOTHING):
            self._inside(element, target)

    def _target_of(self, link: XmlElement) -> str:
        relation = self.relations.get(link.attributes.get("id", ""))
        if relation is None or not relation.is_outside:
            return ""
        anchor = link.attributes.get("anchor", "")
        return f"{relation.target}#{anchor}" if anchor and "#" not in relation.target else relation.target

    def _simple_field(self, element: XmlElement, target: str) -> None:
        instruction = element.attributes.get("instr", "")
        if is_left_out(instruction):
            return
        before = len(self._runs)
        self._inside(element, target)
        if len(self._runs) == before:
            self._say(shown_without_result(instruction), target)

    def _control(self, element: XmlElement, target: str) -> None:
        if element.child("sdtPr", "showingPlcHdr") is not None:
            self.counts["prompts"] += 1
        elif (content := element.child("sdtContent")) is not None:
            self._inside(content, target)

    def _run(self, run: XmlElement, target: str) -> None:
        properties = run.child("rPr") or XmlElement("rPr")
        if self._is_on("vanish", properties) or self._is_on("webHidden", properties):
            self.counts["hidden"] += bool("".join(text.text for text in run.each("t")).strip())
            return
        look = Run("", self._is_on("b", properties), self._is_on("strike", properties), target)
        if any(text.text.strip() for text in run.each("t")):
            self.largest = max(self.largest, self.styles.size(self._style, properties))
        is_raised = properties.value("vertAlign") == "superscript"
        for child in run.children:
            self._run_part(child, look, is_raised)

    def _is_on(self, name: str, properties: XmlElement) -> bool:
        own = properties.is_on(name)
        style = properties.value("rStyle")
        if own is None and style:
            named = (chained.run.is_on(name) for chained in self.styles.chain(style))
            own = next((on for on in named if on is not None), None)
        return self.styles.is_on(name, self._style, properties) if own is None else own

    def _run_part(self, part: XmlElement, look: Run, is_raised: bool) -> None:
        name = part.name
        if name in _SIGNS:
            self._say(_SIGNS[name](part), look.target, look)
        elif name == "t":
            self._say(part.text.translate(_SUPERSCRIPTS) if is_raised else part.text, look.target, look)
        elif name == "sym":
            self._symbol(part, look)
        elif name == "fldChar":
            self._field(part, look)
        elif name == "instrText":
            self.fields.instruct(part.text)
        elif name in ("footnoteReference", "endnoteReference"):
            kind = name.removesuffix("Reference")
            self.notes.append((kind, part.attributes.get("id", "")))
            self._runs.append(Run("", note=str(len(self.notes))))
        elif name == "AlternateContent":
            for child in chosen(part).children:
                self._run_part(child, look, is_raised)
        elif name in ("drawing", "pict", "object"):
            self._drawing(part, name)
        elif name == "ruby":
            self._inside(part, look.target)
        elif name in _NOT_CARRIED:
            self.counts[_NOT_CARRIED[name]] += 1

    def _symbol(self, part: XmlElement, look: Run) -> None:
        sign = symbol(part.attributes.get("font", ""), part.attributes.get("char", ""))
        if sign is None:
            self.counts["symbols"] += 1
        self._say(sign or "□", look.target, look)

    def _field(self, part: XmlElement, look: Run) -> None:
        kind = part.attributes.get("fldCharType")
        if kind == "begin":
            self.fields.begin()
            if (box := part.child("ffData", "checkBox")) is not None:
                is_ticked = box.is_on("checked") if box.child("checked") else box.is_on("default")
                self._runs.append(replace(look, text="☑" if is_ticked else "☐"))
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self._say(self.fields.end(), look.target, look)

    def _say(self, text: str, target: str, look: Run | None = None) -> None:
        if text and not self.fields.is_silent:
            look = look or Run("")
            self._runs.append(replace(look, text=text, target=target or self.fields.target))

    def _drawing(self, part: XmlElement, name: str) -> None:
        """A picture, a text box, or what cannot be carried."""
        if self.fields.is_silent:
            return
        boxes = list(_boxes(part))
        self.boxes += boxes
        found = self.pictures.take(part, self.package, self.relations)
        self._runs += found
        for diagram in part.below("relIds"):
            relation = self.relations.get(diagram.attributes.get("dm", ""))
            if relation and not relation.is_outside:
                self.diagrams.append(relation.target)
        for kind in part.below(*_NOT_CARRIED):
            self.counts[_NOT_CARRIED[kind.name]] += 1
        if name == "object" and not found:
            self.counts[_NOT_CARRIED[name]] += 1


_SIGNS: Mapping[str, Callable[[XmlElement], str]] = {
    "tab": lambda part: "\t",
    "ptab": lambda part: "\t",
    "br": lambda part: "" if part.attributes.get("type") in ("page", "column") else "\n",
    "cr": lambda part: "\n",
    "noBreakHyphen": lambda part: "-",
    "softHyphen": lambda part: "",
}


def chosen(alternatives: XmlElement) -> XmlElement:
    """The one branch of ``mc:AlternateContent`` that is read: both say the same."""
    for choice in alternatives.each("Choice"):
        if any(
            True for _ in choice.below("txbxContent", "blip", "t", "sym", "relIds", "chart", "contentPart")
        ):
            return choice
    return alternatives.child("Fallback") or XmlElement("")


def _boxes(part: XmlElement) -> list[XmlElement]:
    """The outermost text boxes in a drawing; of two branches that say the same only one."""
    found: list[XmlElement] = []
    waiting = list(reversed(part.children))
    while waiting:
        element = waiting.pop()
        if element.name == "txbxContent":
            found.append(element)
        elif element.name == "AlternateContent":
            waiting += reversed(chosen(element).children)
        else:
            waiting += reversed(element.children)
    return found


def joined(runs: list[Run]) -> tuple[Run, ...]:
    """Runs of one look that follow each other are one; Word cuts words anywhere."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        is_alike = last is not None and not (run.note or run.picture or last.note or last.picture)
        if is_alike and last is not None and replace(last, text="") == replace(run, text=""):
            found[-1] = replace(last, text=last.text + run.text)
        else:
            found.append(run)
    return tuple(found)
