# Written by `python -m generator emit` from generator/emit/templates/shared/meta.py.jinja.
# Do not edit: mend the template.
"""What is known of a call beside its result."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class Meta(NamedTuple):
    """Facts of the call that gave a response."""

    request_id: str | None = None
    """The service's id of the request: quote it when you ask the vendor."""
    attempts: int = 0
    """How many requests were sent; 0 for a response that came from no call."""
    elapsed: float = 0.0
    """Seconds from the call to its result, waits included."""
    throttle_wait: float = 0.0
    """Seconds of that spent waiting for the rate limit."""
    headers: Mapping[str, str] = _NO_HEADERS
    """Headers of the last response, names in lower case."""

    def __reduce__(self) -> tuple[Any, ...]:
        # A read-only view cannot be pickled; a plain dict can.
        return (Meta, (self.request_id, self.attempts, self.elapsed, self.throttle_wait, dict(self.headers)))
