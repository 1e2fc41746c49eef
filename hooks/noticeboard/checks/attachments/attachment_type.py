"""Attachments and pictures that a browser, a computer or a server may run, or that are not what they say."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.attachments.samples import sample_of
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.file_faults import fault_of
from noticeboard.content.file_types import is_lfs_pointer, type_in_docs, type_of
from noticeboard.problems import Level


@board_check("attachment-type", Level.ERROR)
def attachment_type(board: Board) -> Iterator[Finding]:
    """附件的格式不能登

    网页、SVG 图、XML、程序、快捷方式不能当附件，也不能放在正文里：它们会在读者的浏览器或电脑上运行。网页请用浏览器打开，另存为 PDF；SVG 图请另存为 PNG。

    可以登的有 PDF、OFD、Word、Excel、PowerPoint、WPS、RTF、OpenDocument，图片（PNG、JPG、GIF、WebP、BMP、AVIF、TIFF、HEIC），TXT、CSV，压缩包（ZIP、RAR、7z），录音和录像（MP3、WAV、M4A、MP4、MOV、WebM）。要加别的，请管网站的人看[站点设置](settings.md#attachment-endings)。

    里面的内容也要和名字的结尾一致：把 `.html` 改名成 `.pdf`，里面还是网页，照样不能登；`docs` 里的文件也一样。有的系统导出的 `.xls` 里面其实是网页，用 Excel 打开，另存为 `.xlsx`。

    ```text title="错误 plans/2026/值班表.html"
    <p>5月6日 工会办公室</p>
    ```

    ```text title="正确 plans/2026/值班表.txt"
    5月6日 工会办公室
    ```

    ```markdown title="错误 plans/2026/示例.md" hl_lines="5"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    附件: 值班表.html
    ---
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    附件: 值班表.txt
    ---
    ```
    """
    for path, places in board.published_files.items():
        data = sample_of(path, board)
        # What is empty, or was not fetched, is told by other checks.
        if not data or is_lfs_pointer(data):
            continue
        types = type_in_docs if path in board.hand_placed.values() else type_of
        fault = fault_of(path, data, board.catalog.settings.attachment_endings, types)
        if fault:
            for place in places:
                yield Finding(place.path, place.line, place.column, fault.message, fault.hint)
