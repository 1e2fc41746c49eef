"""Checks for personal data, and of what a reviewer has allowed of it."""
