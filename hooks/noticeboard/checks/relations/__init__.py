"""Checks of what documents say of each other."""
