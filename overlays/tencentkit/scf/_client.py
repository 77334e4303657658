"""The clients of SCF: the emitted operations on the shared engine."""

from __future__ import annotations

from tencentkit_api.scf.actions import ACTIONS, HOST, SERVICE, VERSION

from .._client.async_client import AsyncioClient
from .._client.product import Product
from .._client.sync_client import SyncClient
from ._functions import AsyncFunctions, Functions

_SCF = Product(service=SERVICE, version=VERSION, host=HOST, actions=ACTIONS)


class Client(SyncClient, Functions):
    """Serverless Cloud Function (SCF) for threads, which may share one client.

        with Client(region="ap-guangzhou") as scf:  # credentials of the environment, a profile file, or the machine's role
            page = scf.list_async_events(function_name="helloworld")

    Close it, or use it as a context manager. Its arguments, all optional: `help(Client.__init__)`.
    """

    _product = _SCF


class AsyncClient(AsyncioClient, AsyncFunctions):
    """Serverless Cloud Function (SCF) for event loops: the names and arguments of `Client`.

        async with AsyncClient(region="ap-guangzhou") as scf:
            page = await scf.list_async_events(function_name="helloworld")

    `await` its calls and waits, `async for` over `paginate`. Close it with `aclose`, or use it as a context manager.
    """

    _product = _SCF
