"""A document's body: the lines as officers type them, read once into a tree with places, which everything else is folded from.

    text → scanner (what each line is) → blocks → body: a tree of `nodes` → render (safe HTML), links, plain (texts)
                                           └ inline (the parts of a text)

- `lists`, `nesting`, `enclosures`, `tables`, `signs`, `line_breaks`: the rules of each.
- `urls`, `ids`, `allowed`, `raw_tags`: where addresses lead, and what may survive of HTML; everything else is cleaned away.
- `extension`, `hand_written`, `html_text`: ids and tables like ours for the pages of docs/, which MkDocs renders; their HTML cleaned and read.

It knows no document and no page: where a link leads is asked of the caller. Rules: SPECIFICATION section 4.
"""
