"""What stands in board.json, list by list: each file has the model of one, and makes it from the catalog (SPECIFICATION section 7)."""
