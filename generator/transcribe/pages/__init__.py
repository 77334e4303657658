"""Readers of whole pages of every kind, and of all pages of one run."""
