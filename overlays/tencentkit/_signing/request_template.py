"""What all requests of one action have in common, made once: most headers, and the beginning of the text that is signed."""

from __future__ import annotations

import hashlib

from tencentkit_api.action import Action

from .._version import __version__

_CONTENT_TYPE = "application/json; charset=utf-8"
SIGNED = "content-type;host;x-tc-action"
"""The headers that every request signs."""
_EMPTY = hashlib.sha256()


class RequestTemplate:
    """For one action, host and region.

    Args:
        action: Its row.
        host: Where it goes.
        region: Of the header; `None` for none.

    Attributes:
        headers: Those that are the same each time.
    """

    __slots__ = ("_begun", "headers")

    def __init__(self, action: Action, host: str, region: str | None) -> None:
        self.headers: tuple[tuple[str, str], ...] = (
            ("Host", host),
            ("Content-Type", _CONTENT_TYPE),
            ("Accept-Encoding", "gzip"),
            ("User-Agent", f"tencentkit/{__version__}"),
            ("X-TC-RequestClient", f"tencentkit_{__version__}"),
            ("X-TC-Action", action.name),
            ("X-TC-Version", action.version),
            *(() if region is None else (("X-TC-Region", region),)),
        )
        # In ascending order of the names, as the canonical request has them.
        lines = f"content-type:{_CONTENT_TYPE}\nhost:{host}\nx-tc-action:{action.name.lower()}\n"
        self._begun = hashlib.sha256(f"POST\n/\n\n{lines}\n{SIGNED}\n".encode())

    def digest(self, body: bytes) -> str:
        """SHA-256 of the canonical request with `body`; a copied state saves looking the algorithm up, and its beginning."""
        of_body = _EMPTY.copy()
        of_body.update(body)
        whole = self._begun.copy()
        whole.update(of_body.hexdigest().encode())
        return whole.hexdigest()
