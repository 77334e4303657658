"""Generator of the reference pages for the documentation site, one page per action."""
