"""Search: the index that the reader's browser looks through, and the same search in Python.

Texts are taken from rendered pages (`texts`), folded (`folding`), cut into grams (`grams`) and written as scripts that load
from a disk too (`index`). A query (`query`) finds a text when `matching` says so; the index only narrows down where to look.
"""
