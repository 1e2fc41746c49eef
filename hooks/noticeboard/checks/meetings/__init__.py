"""Checks of sessions: their numbers, votes, resolutions and days."""
