"""The files of a board and what git knows of them: names, kinds, encodings, history, the log of publications."""
