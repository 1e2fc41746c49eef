"""The hook that mkdocs.yml names; all that it does is in the package."""

from noticeboard_mkdocs.door import *  # noqa: F403  # MkDocs looks for the events in this file.
