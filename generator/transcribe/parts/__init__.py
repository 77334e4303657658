"""Parse the sections of an action page."""
