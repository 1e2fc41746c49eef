"""Checks of the files beside documents."""
