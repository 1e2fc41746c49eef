"""The notice board: officers' Markdown in, pages out. Nothing here imports MkDocs.

    plans/*.md → Source → Document (+ Problems) → Catalog → views → Page / Asset → a door

Each package is a stage; a later one never reaches back.
"""

import gc

# A build makes millions of objects, keeps most, and hardly any of them only know each other: to look through all of
# them as often as Python does by default takes a tenth of its time.
gc.set_threshold(500_000, 20, 100)
