"""For the wheels of other products, such as `tencentkit-cvm`: what a client of theirs is made of.

    _CVM = Product(service=SERVICE, version=VERSION, host=HOST, actions=ACTIONS)

    class Client(SyncClient, Operations):
        _product = _CVM

`python -m generator product` writes such clients (docs/adding-an-action.md).
"""

from __future__ import annotations

from ._client.base import AsyncioClient, SyncClient
from ._client.product import Product

__all__ = ["AsyncioClient", "Product", "SyncClient"]
