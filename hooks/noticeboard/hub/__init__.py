"""One site of many boards: what their public board.json and search files tell, each entry with a link to its own board.

What a board publishes is foreign here: it is read by strict models, its texts are only ever text, and its addresses lead
nowhere but below the address that the list gives the board. Rules: SPECIFICATION section 22.
"""
