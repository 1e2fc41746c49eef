"""What a preview adds to the pages: what is wrong with them. A site that is built has none of it."""
