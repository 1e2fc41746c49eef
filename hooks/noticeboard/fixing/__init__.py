"""`board fix`: what is certain is repaired in the file itself, and nothing else is touched (SPECIFICATION section 8).

bytes → text (encoding) → edits (the problems' own, dates) → the repaired text, when it reads the same → bytes
"""
