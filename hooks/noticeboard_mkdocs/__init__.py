"""The door to MkDocs, as a package: a board's hook is one line, `from noticeboard_mkdocs.door import *`.

- `door`: the events of MkDocs; `files`, `nav`, `pages`, `shared_nav`, `switch`, `preview`, `options`: what each of them needs; `kept_pages`
  and `kept_docs`: pages of the build before; `live_site`, `served_site`, `edited_texts`, `early_edits`: what a preview makes when it is asked for.
- `build`, `serve`: the programs behind `board build` and `board serve`; `config`: what is wrong with mkdocs.yml.
- `theme`: the look, a MkDocs theme on top of Material, called `noticeboard` in mkdocs.yml.

Where MkDocs is not installed, ProperDocs stands for it.
"""

from importlib import import_module
from importlib.util import find_spec

if find_spec("mkdocs") is None and find_spec("properdocs") is not None:
    # ProperDocs has all modules of MkDocs, and lends them under their names where MkDocs itself is not installed.
    import_module("properdocs.replacement")
