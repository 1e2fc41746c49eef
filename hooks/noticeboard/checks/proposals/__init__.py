"""Checks of proposals: an answer is a text and a day, and decisions have their reasons."""
