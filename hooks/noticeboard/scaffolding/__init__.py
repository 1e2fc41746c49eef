"""A board of one's own: the files that `board init` writes, and what `board upgrade` brings them to.

- `answers`: what the maintainer says of the organisation, cleaned and judged.
- `wording`: what each kind of organisation calls its people and its assembly.
- `board_files`: answers → all files of a new board; `program_files`: those among them that the program looks after.
- `guide_nav`: the pages of the guide in the navigation, and those that a newer program adds.
- `record`: which of the latter the board has as they were written (`.noticeboard.json`).
- `adoption`: turns the repository's sample into one's own (`board init --here`).
- `upgrade`, `migrations`: what a newer program changes in a board.
"""
