"""Serverless Cloud Function (SCF), API version 2018-04-16: `Client` and `AsyncClient`, and the models of their results."""

from __future__ import annotations

from .._lazy import lazy_exports

TYPE_CHECKING = False  # as type checkers know it; to import `typing` would take three times as long as all else here
if TYPE_CHECKING:
    from tencentkit_api.scf import models as models

    from ._client import AsyncClient as AsyncClient
    from ._client import Client as Client
    from ._code_package import code_from_path as code_from_path
    from ._functions import FunctionRun as FunctionRun

__all__ = ["AsyncClient", "Client", "FunctionRun", "code_from_path", "models"]

if not TYPE_CHECKING:  # a checker that saw it would let every name through
    __getattr__ = lazy_exports(
        globals(),
        {
            "AsyncClient": "._client",
            "Client": "._client",
            "FunctionRun": "._functions",
            "code_from_path": "._code_package",
            "models": "tencentkit_api.scf",
        },
    )


def __dir__() -> list[str]:
    return __all__
