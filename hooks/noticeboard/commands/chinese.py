"""The command line's own words in Chinese: usage, help, and what is wrong with options.

Click asks gettext for them. A catalog would follow the system's language, and the programs that we start would follow it
too: git's answers are read by us. So the words are put in the place of gettext's function, in Click's modules alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import wraps
from importlib import import_module

import click

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
_WORDS: Mapping[str, str] = {
    "Aborted!": "停下了。",
    "Arguments": "参数",
    "Choose from:\n\t{choices}": "可选：{choices}",
    "Commands": "命令",
    "Could not open file {filename!r}: {message}": "打不开“{filename}”：{message}",
    "(Did you mean one of: {possibilities}?)": "是不是其中一个：{possibilities}？",
    "(Possible options: {possibilities})": "是不是其中一个：{possibilities}？",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "Do you want to continue?": "要继续吗？",
    "Error: invalid input": "错误：看不懂",
    "Error: {e.message}": "错误：{e.message}",
    "Error: {message}": "错误：{message}",
    "Got unexpected extra argument ({args})": "多写了“{args}”。",
    "Got unexpected extra arguments ({args})": "多写了“{args}”。",
    "Invalid value for {param_hint}: {message}": "{param_hint} 不对：{message}",
    "Invalid value: {message}": "不对：{message}",
    "Missing argument": "没有写",
    "Missing command.": "没有写命令。",
    "Missing option": "没有写选项",
    "Missing parameter": "没有写",
    "Missing parameter: {param_name}": "没有写 {param_name}",
    "No such command {name!r}.": "没有叫“{name}”的命令。",
    "No such option {name!r}.": "没有叫“{name}”的选项。",
    "No such option: {name}": "没有叫“{name}”的选项。",
    "Option {name!r} does not take a value.": "选项“{name}”后面不用写值。",
    "Option {name!r} requires an argument.": "选项“{name}”后面要写值。",
    "Option {name!r} requires {nargs} arguments.": "选项“{name}”后面要写 {nargs} 个值。",
    "Options": "选项",
    "Positional arguments": "参数",
    "Show the version and exit.": "显示版本。",
    "Show this message and exit.": "显示这段说明。",
    "Try '{command} {option}' for help.": "用法见：{command} {option}",
    "Usage:": "用法：",
    "default: {default}": "默认 {default}",
    "directory": "文件夹",
    "file": "文件",
    "path": "路径",
    "unknown error": "不知道的错误",
    "{name} {filename!r} does not exist.": "找不到“{filename}”。",
    "{name} {filename!r} is a directory.": "“{filename}”是一个文件夹。",
    "{name} {filename!r} is a file.": "“{filename}”是一个文件，不是文件夹。",
    "{name} {filename!r} is not readable.": "没有权限读“{filename}”。",
    "{name} {filename!r} is not writable.": "没有权限写“{filename}”。",
    "{value!r} is not a valid boolean. Recognized values: {states}": "“{value}”不是“是”或“否”，可选：{states}",
    "{value!r} is not a valid {number_type}.": "“{value}”不是数。",
    "{value!r} is not one of {choices}.": "没有“{value}”，可选：{choices}。",
    "{value!r} is not {choice}.": "没有“{value}”，可选：{choice}。",
    "{value} is not in the range {range}.": "“{value}”不在范围 {range} 里。",
}
_METAVARS: Mapping[str, str] = {
    "text": "文字",
    "integer": "数",
    "integer range": "数",
    "float": "数",
    "path": "路径",
    "file": "文件",
    "directory": "文件夹",
}


def speak_chinese() -> None:
    """From now on Click's words are Chinese; those that only a programmer can meet stay as they are."""
    for name in _MODULES:
        module = import_module(f"click.{name}")
        for function, words in (("_", _chinese), ("ngettext", _chinese_of_many)):
            if hasattr(module, function):
                setattr(module, function, words)
    for fault in (click.MissingParameter, click.BadParameter, click.NoSuchOption):
        _tell_in_chinese_signs(fault)


def _tell_in_chinese_signs(fault: type[click.ClickException]) -> None:
    """Puts Chinese quotation marks and stops into what Click composes by itself, without asking for words."""
    composed = fault.__dict__["format_message"]
    if not hasattr(composed, "__wrapped__"):
        told = wraps(composed)(lambda self: with_chinese_signs(composed(self)))
        fault.format_message = told  # type: ignore[method-assign]  # Click has no other place for it.


def with_chinese_signs(text: str) -> str:
    """`没有写 'A', 'B...'.` → `没有写“A”、“B…”。`"""
    quoted = re.sub(r" ?'([^'“”\n]*)'", r"“\1”", text).replace("...”", "…”")
    return (
        re.sub(r"”\.(?=\s|$)", "”。", quoted.replace("”,“", "”、“")).replace("。 ", "。").replace("” ", "”")
    )


def in_chinese(command: click.Command) -> click.Command:
    """The command with Chinese words for what is to be typed."""
    command.options_metavar = "[选项]" if command.options_metavar else command.options_metavar
    for parameter in command.params:
        if parameter.metavar is None and isinstance(parameter, click.Option) and not parameter.is_flag:
            parameter.metavar = _METAVARS.get(parameter.type.name)
    return command


def _chinese(message: str) -> str:
    return _WORDS.get(message, message)


def _chinese_of_many(one: str, many: str, count: int) -> str:
    return _chinese(one if count == 1 else many)
