"""HMAC-SHA256 under a key that is used again and again.

What depends on the key alone is hashed once, and each text goes on from a copy. `hmac.digest` looks the algorithm up and hashes the
key each time, which is most of its cost for a text as short as ours.
"""

from __future__ import annotations

import hashlib

_BLOCK = 64
_INNER = bytes(number ^ 0x36 for number in range(256))
_OUTER = bytes(number ^ 0x5C for number in range(256))


class KeyedHash:
    """HMAC-SHA256 (RFC 2104) under one key.

    Args:
        key: The key, of 64 bytes at most: a longer one would have to be hashed first.
    """

    __slots__ = ("_inner", "_outer")

    def __init__(self, key: bytes) -> None:
        # No variable holds what is derived from the key: a traceback that prints variables may pass through here.
        self._inner = hashlib.sha256(key.ljust(_BLOCK, b"\0").translate(_INNER))
        self._outer = hashlib.sha256(key.ljust(_BLOCK, b"\0").translate(_OUTER))

    def hexdigest(self, text: bytes) -> str:
        """The code of `text`, in hexadecimal."""
        inner = self._inner.copy()
        inner.update(text)
        outer = self._outer.copy()
        outer.update(inner.digest())
        return outer.hexdigest()
