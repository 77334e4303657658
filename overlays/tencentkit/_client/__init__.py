"""Clients of all products: settings, call options, serialization, results, listings and waits."""
