"""The door to MkDocs, as a package: a board's hook is one line, `from noticeboard_mkdocs.door import *`.

- `door`: the events of MkDocs; `files`, `nav`, `pages`, `shared_nav`, `switch`, `preview`: what each of them needs.
- `build`, `serve`: the programs behind `board build` and `board serve`; `config`: what is wrong with mkdocs.yml.
- `theme`: the look, a MkDocs theme on top of Material, called `noticeboard` in mkdocs.yml.
"""
