"""Error of the emitter."""

from __future__ import annotations


class EmitError(Exception):
    """Invalid document, tool or result. The old package is unchanged."""
