"""Checks of what points at something."""
