from noticeboard_mkdocs.door import *
