"""What a board sets in mkdocs.yml: `board_settings` holds all, `site_file` reads the file, the others are its groups."""
