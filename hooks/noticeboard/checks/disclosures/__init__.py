"""Checks of disclosures."""
