"""The forms at /admin/: Sveltia CMS, its files in `bundle`, filled from the declarations of the fields (SPECIFICATION section 20)."""
