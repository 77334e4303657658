"""Serverless Cloud Function (SCF), API version 2018-04-16: `Client` and `AsyncClient`, and the models of their results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tencentkit_api.scf import models as models

    from ._client import AsyncClient as AsyncClient
    from ._client import Client as Client

__all__ = ["AsyncClient", "Client", "models"]


if not TYPE_CHECKING:  # a checker that saw it would let every name through

    def __getattr__(name: str) -> Any:
        if name == "models":
            from tencentkit_api.scf import models

            return models
        if name in __all__:
            from . import _client

            return getattr(_client, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
