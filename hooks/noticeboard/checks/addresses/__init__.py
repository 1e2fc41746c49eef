"""Checks of addresses (FORMAT section 5)."""
