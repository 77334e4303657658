"""Paging along the time of the items."""
