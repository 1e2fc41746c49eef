"""Checks of the hand-written pages in docs/, as a site."""
