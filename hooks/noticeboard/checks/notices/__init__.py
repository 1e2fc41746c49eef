"""Notices and services: deadlines, and what has to be looked at again."""
