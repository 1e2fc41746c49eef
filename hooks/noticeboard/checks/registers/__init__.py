"""Registers: their items and their ends, and the issues of newsletters."""
