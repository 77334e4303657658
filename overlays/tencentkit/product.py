"""Base classes for clients of other products, such as `tencentkit-cvm`.

    _CVM = Product(service=SERVICE, version=VERSION, host=HOST, actions=ACTIONS)

    class Client(SyncClient, Operations):
        _product = _CVM

A product without a wheel needs no generated code; `call` takes wire names and returns a dict with `.meta`:

    class Client(SyncClient):
        _product = Product(service="cvm", version="2017-03-12", host="cvm.tencentcloudapi.com", actions=())

    with Client(region="ap-guangzhou") as cvm:
        zones = cvm.call("DescribeZones", read_only=True)["ZoneSet"]

`python -m generator product` writes such clients (docs/adding-an-action.md).
"""

from __future__ import annotations

from ._client.async_client import AsyncioClient as AsyncioClient
from ._client.product import Product as Product
from ._client.sync_client import SyncClient as SyncClient

__all__ = ["AsyncioClient", "Product", "SyncClient"]
