"""What somebody does about a file that could not be read."""

from __future__ import annotations

_HINTS = (
    ("它加了密码", "请用 Word 打开，去掉密码，另存以后再导入"),
    ("它是旧格式", "请用 Word 或 WPS 打开，另存为 .docx 再导入"),
    ("它损坏了", "请用 Word 或 WPS 打开，另存为 .docx 再导入；打不开的，请找一份完好的"),
    ("里面有损坏的部分", "请用 Word 或 WPS 打开，另存为 .docx 再导入；打不开的，请找一份完好的"),
    ("解压后的内容太多", "一份计划不会这么大，请不要打开它，并问一问是谁给的"),
    ("里面的文件太多", "一份计划不会这么大，请不要打开它，并问一问是谁给的"),
    ("里面没有文字", "扫描的文件请先识别成文字"),
    ("不认识这种文件", "能导入的有：.docx、.txt、.md、.html、.pdf；.doc、.wps、.rtf、.odt 要装 LibreOffice"),
    ("它不是 Word 文件", "请用 Word 或 WPS 打开，另存为 .docx 再导入"),
    ("读它用的时间太长", "请把它分成几份，或者把文字复制到新的 Word 文件里再导入"),
    ("读它要用的内存太多", "请把它分成几份，或者把文字复制到新的 Word 文件里再导入"),
)


def sentence_of(reason: str) -> str:
    """The reason with what to do about it, as Chinese sentences."""
    hint = next((hint for start, hint in _HINTS if reason.startswith(start)), "")
    return f"{reason}。{hint}。" if hint else f"{reason}。"
