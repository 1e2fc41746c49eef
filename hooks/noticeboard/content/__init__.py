"""What officers write → typed documents with their problems: the first stage.

    bytes → encoding → front_matter → Source → field types, times, activities → Document, Problems

- `settings`, `site_file`: the site's settings, `extra.board` of mkdocs.yml.
- `documents`, `fields`, `field_types`: the five document types and the fields of each, every field declared once.
- `source`, `document_reader`: one file → Source → Document; all files of plans/ → DocumentSet.
- `activities`, `item_parts`, `item_states`: what list items of plans and summaries say; `noticeboard.times` reads when.
- `files`, `paths`, `history`: the files beside documents, how officers write paths, what git knows.

Nothing here raises for what an officer wrote: each fault becomes a Problem with line and column, and reading goes on.
Rules: SPECIFICATION sections 1 to 4 and 8.
"""
