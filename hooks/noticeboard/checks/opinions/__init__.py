"""Checks of replies to opinions."""
