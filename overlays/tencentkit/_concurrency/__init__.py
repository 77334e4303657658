"""Cancellation, single flight, and state per event loop and per process."""
