"""Base classes for clients of other products, such as `tencentkit-cvm`.

    _CVM = Product(service=SERVICE, version=VERSION, host=HOST, actions=ACTIONS)

    class Client(SyncClient, Operations):
        _product = _CVM

`python -m generator product` writes such clients (docs/adding-an-action.md).
"""

from __future__ import annotations

from ._client.async_client import AsyncioClient as AsyncioClient
from ._client.product import Product as Product
from ._client.sync_client import SyncClient as SyncClient

__all__ = ["AsyncioClient", "Product", "SyncClient"]
