"""Finished sites on their way out: the site folder, the export, and proof of what was published.

- `site_folder`, `exchange`, `lock`: a new site is built beside the old one and takes its place in one step.
- `releases`, `asset_names`, `publications`, `mirror`: whole sites side by side, one of which readers see, and the log of that.
- `export`: every page as Markdown, for a generator that cannot run our hook.
- `verification`: whether a downloaded ledger or a code on paper is what the repository holds.

Rules: SPECIFICATION section 11.
"""
