"""Kinds of personal data, each a check that a file of its own declares."""
