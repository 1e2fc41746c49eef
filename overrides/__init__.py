"""The look, as a MkDocs theme: MkDocs finds its folder by this file."""
