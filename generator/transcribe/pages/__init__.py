"""Readers for whole pages of every kind and for all pages of one run."""
