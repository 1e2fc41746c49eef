"""What officers write → typed documents with their problems: the first stage.

    bytes → encoding → front_matter → Source → field types, times, activities → Document, Problems

- `settings`: what a board sets, `extra.board` of mkdocs.yml; `repository`: its files, their names and kinds, and what git knows.
- `documents`, `fields`, `field_types`: the document types and the fields of each, every field declared once.
- `source`, `document_reader`: one file → Source → Document; `document_set`: all files of plans/.
- `activities`: what lines, items and tables of plans and summaries say; `noticeboard.times` reads when.
- `sections`: what stands below known heads, such as votes, funds, opinions; `quantities`: the numbers in all of them.

Nothing here raises for what an officer wrote: each fault becomes a Problem with line and column, and reading goes on.
Rules: SPECIFICATION sections 1 to 4 and 8.
"""
