"""Questions in a terminal: one of several, or a text; asked again until it will do."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence

import click


def asks() -> bool:
    """Whether there is somebody who can answer."""
    return sys.stdin.isatty()


def choose(label: str, options: Sequence[str], *, optional: bool = False) -> str:
    """One of `options`, by its number or its name; the first one where nobody can be asked.

    An `optional` one may be left out: it is empty then, and where nobody can be asked.
    """
    if not asks():
        return "" if optional else options[0]
    for number, option in enumerate(options, 1):
        click.echo(f"  {number} {option}")
    numbers = {str(number): option for number, option in enumerate(options, 1)}

    def read(text: str) -> str:
        chosen = numbers.get(text.strip(), text.strip())
        if chosen not in options and (chosen or not optional):
            raise click.BadParameter(f"请输入 1 到 {len(options)} 的数字，或者其中一项。")
        return chosen

    default = "" if optional else "1"
    return click.prompt(label, default=default, show_default=not optional, value_proc=read)


def ask(label: str, *, optional: bool = True, check: Callable[[str], str] = str) -> str:
    """A line of text; an empty one where that is allowed, or where nobody can be asked."""
    if not asks():
        return ""

    def read(text: str) -> str:
        if not text.strip() and not optional:
            raise click.BadParameter("不能空着。")
        return check(text) if text.strip() else ""

    return click.prompt(label, default="" if optional else None, show_default=False, value_proc=read)
