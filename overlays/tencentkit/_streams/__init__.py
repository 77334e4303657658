"""Streams: responses that arrive as server-sent events."""
