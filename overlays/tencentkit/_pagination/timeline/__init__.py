"""Listings that are followed along the time of their items."""
