"""Parsers of the sections of an action page."""
