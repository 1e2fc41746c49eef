"""What is wrong with mkdocs.yml, in Chinese, with a file and a line: MkDocs itself says it in English, or with a stack trace."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from yaml import MarkedYAMLError, YAMLError

from noticeboard.content.settings.settings_reader import SETTINGS
from noticeboard.content.settings.site_file import places_in
from noticeboard.markup.urls import is_pasted, leaves
from noticeboard.problems import Diagnostic, Fault, Problem

Keys = tuple[str | int, ...]

_HINT = "请改正这一行。"
_MAPPING = "“名称: 值”的对照表"
_TYPES = {"str": "文字", "list": "列表", "dict": _MAPPING, "bool": " true 或 false", "int": "整数"}
_NAMES = "|".join(_TYPES)
_REASONS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (rf"Expected type: <class '({_NAMES})'>", lambda message: f"应当是{_TYPES[message[1]]}"),
    (r"Expected a (list|dict) of items", lambda message: f"应当是{_TYPES[message[1]]}"),
    (
        r"Expected nav to be a list|Invalid (?:Plugins|Markdown Extensions) configuration",
        lambda _: "应当是列表",
    ),
    (r"Expected nav item", lambda _: "每一项应当是“名称: 文件”或文件名"),
    (r"Expected a (?:multiline )?string", lambda _: "应当是文字"),
    (r"Expected a key-value mapping|Invalid type", lambda _: f"应当是{_MAPPING}"),
    (r"Required configuration not provided", lambda _: "没有填"),
    (
        r"Unrecognised theme name: '(?P<typed>.*)'\. The available installed themes are: (.*)",
        lambda message: f"没有叫“{message[1]}”的主题，可选：{message[2].replace(', ', '、')}",
    ),
    (r"Unrecognised configuration name: (?P<typed>.*)", lambda message: f"没有叫“{message[1]}”的设置"),
    (r"The path '(?P<typed>.*)' isn't an existing", lambda message: f"找不到“{message[1]}”"),
    (
        r"The path set in custom_dir \('(?P<typed>.*)'\) does not exist",
        lambda message: f"找不到文件夹“{message[1]}”",
    ),
    (r'The "(?P<typed>.*)" plugin is not installed', lambda message: f"没有安装插件“{message[1]}”"),
    (
        r"Failed to load extension '(?P<typed>.*)'",
        lambda message: f"没有叫“{message[1]}”的扩展，或者它的设置不对",
    ),
    (r"The URL isn't valid|Unable to parse the URL", lambda _: "应当是以 http:// 开头的网址"),
    (
        r"Must be a string of format 'IP:PORT'|is not a valid port",
        lambda _: "应当是“地址:端口”，例如 127.0.0.1:8000",
    ),
)
"""What MkDocs says → what is wrong. The group `typed` is what was typed."""
_DOOR = "noticeboard_mkdocs.door"
_NO_DOOR = "没有公告栏的钩子，生成的网站会是空的。", "请加上这两行：“hooks:”和“  - hooks/mkdocs_door.py”。"
_TWO_DOORS = "公告栏的钩子写了不止一遍。", "请在“hooks:”下面只留“  - hooks/mkdocs_door.py”这一行。"


def config_problems(file: Path, *, strict: bool = False) -> tuple[Problem, ...]:
    """What keeps MkDocs from using the site file `file`; none when it can be used. Never raises. A `strict` build stops at warnings too."""
    try:
        config = MkDocsConfig(config_file_path=str(file))
        complaints = _complaints(config, file, strict=strict)
        wrong = tuple(_wrong(file, key, str(message)) for key, message in complaints)
        return wrong or _of_the_door(config, file)
    except FileNotFoundError:
        return (_problem(file, (1, 1), f"找不到 {file.name}。", "请把它放回来，预览会自动接着来。"),)
    except Exception as error:  # A plugin, a hook or an extension may raise anything.
        return (_unusable(file, error),)


def missing_file_problems(config: MkDocsConfig, files: Files) -> list[Problem]:
    """The styles, scripts and pictures of the look that are named and not there: pages would go out without them, in silence.

    `files` are all that the site has.
    """
    place = Path(config.config_file_path)
    named = [(key, str(path)) for key in ("extra_css", "extra_javascript") for path in config[key]]
    named += [
        ("theme", path) for key in ("favicon", "logo") if isinstance(path := config.theme.get(key), str)
    ]
    return [
        _missing(place, key, path) for key, path in named if _is_local(path) and _file_of(path, files) is None
    ]


def _is_local(path: str) -> bool:
    return bool(path) and not path.startswith("/") and not leaves(path) and not is_pasted(path)


def _file_of(path: str, files: Files) -> File | None:
    return files.get_file_from_path(posixpath.normpath(re.split(r"[?#]", path)[0]))


def _missing(file: Path, key: str, path: str) -> Problem:
    place = _behind(file, _place(file, (key,)), path)
    return _problem(file, place, f"“{key}”里的“{path}”找不到，网页会没有它。", "请检查文件名，或者删去它。")


def _complaints(config: MkDocsConfig, file: Path, *, strict: bool) -> Sequence[tuple[str, object]]:
    """Loads `file` into `config`: its keys, and what MkDocs has against their values."""
    with file.open("rb") as stream:
        config.load_file(stream)
    failed, warned = config.validate()
    return failed or (warned if strict or config.strict else ())


def _of_the_door(config: MkDocsConfig, file: Path) -> tuple[Problem, ...]:
    """Without our hook MkDocs publishes an empty board. A file that bears its name may hold anything: what counts is what it has loaded."""
    loaded = [method for method in config.plugins.events["pre_build"] if method.__module__ == _DOOR]
    if len(loaded) == 1:
        return ()
    message, hint = _TWO_DOORS if loaded else _NO_DOOR
    return (_problem(file, _place(file, ("hooks",)), f"{file.name} 里{message}", hint),)


def _wrong(file: Path, key: str, message: str) -> Problem:
    message = message.replace(f"{file.parent}/", "")
    place = _place(file, _keys(key, message))
    for pattern, reason in _REASONS:
        found = re.search(pattern, message)
        if found:
            place = _behind(file, place, found.groupdict().get("typed", ""))
            return _problem(file, place, f"设置“{key}”不对：{reason(found)}。", _HINT)
    first, *_ = [*message.strip().splitlines(), ""]
    return _problem(file, place, f"设置“{key}”不对（MkDocs：{first}）。", _HINT)


def _keys(key: str, message: str) -> Keys:
    """The keys that lead to what is wrong: MkDocs names those below the first in what it says."""
    return (key, *re.findall(r"Sub-option '([^']+)'", message))


def _behind(file: Path, place: tuple[int, int], typed: str) -> tuple[int, int]:
    """Where `typed` stands, at or below `place`: MkDocs names the item of a list, and the key of the whole list."""
    lines = file.read_text(encoding="utf-8-sig").split("\n")
    for number, line in enumerate(lines[place[0] - 1 :], start=place[0]):
        if typed and typed in line:
            return number, line.index(typed) + 1
    return place


def _unusable(file: Path, error: Exception) -> Problem:
    """For a file that cannot be read at all."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, MarkedYAMLError) and cause.problem_mark:
            place = cause.problem_mark.line + 1, cause.problem_mark.column + 1
            named = Path(str(cause.problem_mark.name))
            inherited = named if named.is_absolute() and named != file else file
            hint = "请检查这一行和上一行的缩进、冒号和引号。"
            return _problem(inherited, place, f"{inherited.name} 的格式有错，读不下去。", hint)
        if isinstance(cause, UnicodeDecodeError | YAMLError):
            hint = "请另存为 UTF-8 编码，去掉看不见的字符。"
            return _problem(file, (1, 1), f"{file.name} 的编码有错，读不下去。", hint)
        cause = cause.__cause__ or cause.__context__
    message = " ".join(f"{type(error).__name__}: {error}".split())
    if isinstance(error, RecursionError):
        message = f"{file.name} 嵌套得太深，或者 INHERIT 指回了它自己。"
        return _problem(file, _place(file, ("INHERIT",)), message, _HINT)
    if "Expected a key-value mapping" in message:
        message = f"{file.name} 里应当是{_MAPPING}。"
        return _problem(file, (1, 1), message, "请检查冒号是不是英文的，后面有没有空格。")
    inherits = re.search(r"Inherited config file '(.*?)' does not exist", message)
    if inherits:
        message = f"INHERIT 指的文件“{inherits[1]}”找不到。"
        return _problem(file, _place(file, ("INHERIT",)), message, _HINT)
    return _problem(file, (1, 1), f"{file.name} 用不了（{message}）。", "请对照编写指南里的“站点设置”检查。")


def _place(file: Path, keys: Keys) -> tuple[int, int]:
    try:
        return places_in(file)(keys)
    except (OSError, ValueError, YAMLError, RecursionError):
        return 1, 1


def _problem(
    file: Path, place: tuple[int, int], message: str, hint: str, diagnostic: Diagnostic = SETTINGS
) -> Problem:
    return Fault(diagnostic, message, hint).at(file.name, *place)
