"""Readers for the sections of an action page."""
