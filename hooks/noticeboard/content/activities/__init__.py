"""What the body of a plan or a summary says of activities: lines, items and tables → `Activity`.

`activity_reader` is the way in; `activity` is what it makes; `leftovers` tells what says a time and was read by nobody.
Rules: SPECIFICATION section 3.
"""
