"""Clients of SCF: the generated operations and the hand-written methods on the shared base classes."""

from __future__ import annotations

from tencentkit_api.scf.actions import ACTIONS, HOST, SERVICE, VERSION

from .._client.async_client import AsyncioClient
from .._client.product import Product
from .._client.sync_client import SyncClient
from ._functions import AsyncFunctionMethods, FunctionMethods

_SCF = Product(service=SERVICE, version=VERSION, host=HOST, actions=ACTIONS)


class Client(SyncClient, FunctionMethods):
    """Thread-safe client for Serverless Cloud Function (SCF).

        with Client(region="ap-guangzhou") as scf:  # credentials: environment, profile file, instance role
            page = scf.list_async_events(function_name="helloworld")

    Close it, or use it as a context manager. All arguments are optional: `help(Client.__init__)`.
    """

    _product = _SCF


class AsyncClient(AsyncioClient, AsyncFunctionMethods):
    """Client for Serverless Cloud Function (SCF) in event loops, with the names and arguments of `Client`.

        async with AsyncClient(region="ap-guangzhou") as scf:
            page = await scf.list_async_events(function_name="helloworld")

    `await` its calls and waits, `async for` over `paginate`. Close it with `aclose`, or use it as a context manager.
    """

    _product = _SCF
