"""The notice board: officers' Markdown in, pages out. Nothing here imports MkDocs.

    plans/*.md → Source → Document (+ Problems) → Catalog → views → Page / Asset → a door

Each package is a stage; a later one never reaches back.
"""
