"""`python -m noticeboard.commands` is `board`."""

from noticeboard.commands import main

main()
