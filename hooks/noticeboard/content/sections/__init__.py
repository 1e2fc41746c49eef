"""What bodies say in sections and tables of known heads: votes, resolutions, opinions, funds, people, figures."""
