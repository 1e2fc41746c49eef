"""A document's body: the lines as officers type them, read twice by one scanner.

    body → scanner (what each line is) → outline (headings and items, for activities)
                                       → canonical, extension, render (safe HTML, for pages)

- `lists`, `nesting`, `inline`, `links`: list markers, which item lies in which, emphasis and links in a line.
- `allowed`, `raw_html`: what may survive of HTML; everything else is cleaned away.
- `extension`: the same lists and headings for a Python-Markdown object of MkDocs, for the pages of docs/.

It knows no document and no page: where a link leads is asked of the caller. Rules: SPECIFICATION section 4.
"""
