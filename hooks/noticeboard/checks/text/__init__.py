"""Checks of what the reader reads: every one looks at one document by itself."""
