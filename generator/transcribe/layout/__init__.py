"""Structure of a page: kind, frame, headings, sections and table headers."""
