"""Reads the text of attachments, hidden parts and properties too, within bounds that no file can burst."""
