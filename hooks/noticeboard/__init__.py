"""The notice board: officers' Markdown in, pages out. Nothing here imports MkDocs.

    plans/*.md → Source → Document (+ Problems) → Catalog → views → Page / Asset → a door

Each package is a stage; a later one never reaches back.
"""

import atexit
import gc

# A build makes millions of objects, keeps most, and hardly any of them only know each other. To look through all of them
# as often as Python does by default takes a tenth of the time of a board of 1,000 documents; at the end they all go
# with the process, which would look through them once more.
gc.set_threshold(500_000, 20, 100)
atexit.register(gc.freeze)
