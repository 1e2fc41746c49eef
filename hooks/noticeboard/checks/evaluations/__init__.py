"""Checks of 民主评议: its votes, its shares, and that nobody can be told from them."""
