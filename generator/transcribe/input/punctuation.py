"""Punctuation in both of its widths, as parts of patterns: English pages keep some of the Chinese marks."""

from __future__ import annotations

from typing import Final

COLON: Final = r"[:\uff1a]"
COMMA: Final = r"[,\uff0c\u3001]"
FULL_STOP: Final = r"[.\u3002]"
SENTENCE_ENDS: Final = (".", "!", "?", "\u3002", "\uff01", "\uff1f")
"""What the last error text of a whole page may end with."""
