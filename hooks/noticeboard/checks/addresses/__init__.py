"""Checks of addresses (SPECIFICATION section 5)."""
