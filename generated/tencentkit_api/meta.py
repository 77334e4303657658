# Written by `python -m generator emit` from generator/emit/templates/shared/meta.py.jinja.
# Do not edit: change the template.
"""Metadata of a call: request ID, attempts, durations, headers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class Meta(NamedTuple):
    """Metadata of the call that returned a response."""

    request_id: str | None = None
    """Request ID from the service. Quote it when you contact the vendor."""
    attempts: int = 0
    """Number of requests sent; 0 for a response that no call returned."""
    elapsed: float = 0.0
    """Seconds from the call to its result, including waits."""
    throttle_wait: float = 0.0
    """Seconds of `elapsed` spent waiting for the rate limit."""
    headers: Mapping[str, str] = _NO_HEADERS
    """Headers of the last response, with lower-case names."""

    def __reduce__(self) -> tuple[Any, ...]:
        # `MappingProxyType` cannot be pickled; a plain dict can.
        return (Meta, (self.request_id, self.attempts, self.elapsed, self.throttle_wait, dict(self.headers)))
