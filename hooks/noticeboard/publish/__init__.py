"""Finished sites, on their way out."""
