"""Response of `Client.call`."""

from __future__ import annotations

from copy import copy
from typing import Any

from tencentkit_api.meta import Meta
from tencentkit_api.secret_names import without_secrets

__all__ = ["RawResponse"]


class RawResponse(dict[str, Any]):
    """Response fields by their wire names."""

    meta: Meta = Meta()
    """Facts of the call; see `Meta`."""

    def __repr__(self) -> str:
        """Return the fields; the values of those whose names say that they hold secrets are hidden."""
        return repr(without_secrets(dict(self)))

    def copy(self) -> RawResponse:
        """Return a shallow copy, with its `meta`."""
        return copy(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the response fields as a plain dict, by their wire names: an action without a model has no others."""
        return dict(self)
