"""Validation of what callers pass in."""
