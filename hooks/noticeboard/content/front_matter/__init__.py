"""Front matter: the lines between two `---`, read as the officer meant them (SPECIFICATION sections 2 and 8).

    fences (where it begins and ends) → blocks (a key and its lines) → unquoted, mending (what YAML would misread)
    → composer (YAML's events as nodes) → header (entries with their places)

YAML constructs nothing here: every value stays the text that was typed, with its line and column.
"""
