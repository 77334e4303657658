"""Pagination: pagers over all pages of a listing."""
