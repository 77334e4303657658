"""Page bytes converted to numbered lines: text, HTML and Markdown."""
