"""Checks of 办事: the officers that it names."""
