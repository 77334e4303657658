"""Conversion of page bytes (text, Markdown or HTML) to numbered lines."""
