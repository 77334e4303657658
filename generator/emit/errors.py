"""Why nothing was emitted."""

from __future__ import annotations


class EmitError(Exception):
    """The document, the tools or the result is not fit; the folder that was there before is untouched."""
