"""Serverless Cloud Function (SCF), API version 2018-04-16: `Client`, `AsyncClient` and their models."""

from __future__ import annotations

from .._lazy import lazy_exports

TYPE_CHECKING = False  # type checkers know this name; importing `typing` takes three times as long as the rest
if TYPE_CHECKING:
    from tencentkit_api.scf import models as models

    from ._client import AsyncClient as AsyncClient
    from ._client import Client as Client
    from ._code_package import code_from_path as code_from_path
    from ._functions import FunctionError as FunctionError
    from ._functions import FunctionRun as FunctionRun

__all__ = ["AsyncClient", "Client", "FunctionError", "FunctionRun", "code_from_path", "models"]

if not TYPE_CHECKING:  # a type checker would accept every name
    __getattr__, __dir__ = lazy_exports(
        globals(),
        {
            "AsyncClient": "._client",
            "Client": "._client",
            "FunctionError": "._functions",
            "FunctionRun": "._functions",
            "code_from_path": "._code_package",
            "models": "tencentkit_api.scf",
        },
    )
