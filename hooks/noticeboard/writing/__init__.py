"""What the program writes for people: new documents, and the pages of the guide that follow from declarations.

- `new_document`, `suggestions`: the file that `board new` writes, and what it proposes.
- `guide_tables`, `manual`: the guide's pages of fields and of checks (`make guide`).
- `front_matter_schema`, `snippets`: completion and snippets for editors (`make guide`).
"""
