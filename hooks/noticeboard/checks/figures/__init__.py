"""Checks of targets and results."""
