"""Serverless Cloud Function (SCF), API version 2018-04-16: `Client` and `AsyncClient`, and the models of their results."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it; to import `typing` would take three times as long as all else here
if TYPE_CHECKING:
    from typing import Any

    from tencentkit_api.scf import models as models

    from ._client import AsyncClient as AsyncClient
    from ._client import Client as Client
    from ._code import code_from_path as code_from_path
    from ._functions import FunctionRun as FunctionRun

__all__ = ["AsyncClient", "Client", "FunctionRun", "code_from_path", "models"]

_HOMES = {"AsyncClient": "_client", "Client": "_client", "FunctionRun": "_functions", "code_from_path": "_code"}


if not TYPE_CHECKING:  # a checker that saw it would let every name through

    def __getattr__(name: str) -> Any:
        if name == "models":
            from tencentkit_api.scf import models

            return models
        if name in _HOMES:
            from importlib import import_module

            return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
