"""The clients of SCF: the emitted operations on the shared engine."""

from __future__ import annotations

from tencentkit_api.scf.actions import ACTIONS, HOST, SERVICE, VERSION
from tencentkit_api.scf.async_operations import AsyncOperations
from tencentkit_api.scf.operations import Operations

from .._client import AsyncioClient, SyncClient
from .._product import Product
from ._functions import AsyncFunctions, Functions

_SCF = Product(service=SERVICE, version=VERSION, host=HOST, actions=ACTIONS)


class Client(SyncClient, Operations, Functions):
    """SCF for threads. See `BaseClient` for the arguments; use it as a context manager, or close it."""

    _product = _SCF


class AsyncClient(AsyncioClient, AsyncOperations, AsyncFunctions):
    """SCF for event loops, with the same names and arguments; `await` its calls, `async for` over `paginate`."""

    _product = _SCF
