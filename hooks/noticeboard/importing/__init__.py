"""Files that were never written for the board → documents of it: Word, pages of the web, pasted text.

    bytes → Paper (what the file says, block by block) → Draft (Markdown, and the facts that it states) → Import

The first two steps run in a process of their own, for a file may be hostile; nothing in them knows a board.
"""
