"""Products for a fake, by name, module or client class."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from ..._client.product import Product
from ..._products import client_module, generated_package
from .._service.emulated_product import EmulatedProduct


class InstalledProduct(NamedTuple):
    """Clients of a product, and the facts for a fake of it."""

    client: type[Any]
    async_client: type[Any]
    emulated: EmulatedProduct


def installed_product(product: str | ModuleType | type[Any]) -> InstalledProduct:
    """Return an installed product.

    Args:
        product: Name such as `cvm`, or `tke.v2018_05_25` for an API version; or its module or client class.

    Raises:
        TypeError: `product` is none of these.
        ValueError: No such product is installed.
        ImportError: The product is installed and cannot be imported.
    """
    if isinstance(product, str):
        product = client_module(product)
    if isinstance(product, ModuleType):
        if not hasattr(product, "Client"):
            raise ValueError(f"{product.__name__} has no Client: pass the module of a product, such as tencentkit.scf")
        product = product.Client
    if not isinstance(product, type) or not hasattr(product, "_product"):
        raise TypeError(f"product must be a name such as 'cvm', a module or a client class, not {product!r}")
    client, async_client = _clients(product)
    return InstalledProduct(client, async_client, _emulated(product._product, generated_package(client)))  # noqa: SLF001 - our own class


@cache
def _emulated(product: Product, package: str) -> EmulatedProduct:
    """Return the facts of a product, whose schemas are compiled once per process."""
    return EmulatedProduct(product, package)


def _clients(client: type[Any]) -> tuple[type[Any], type[Any]]:
    """Return both clients of the product of a client class, which may be derived from one of them."""
    for module in _modules(client):
        sync, asynchronous = getattr(module, "Client", None), getattr(module, "AsyncClient", None)
        if isinstance(sync, type) and isinstance(asynchronous, type) and issubclass(client, (sync, asynchronous)):
            return (client, asynchronous) if issubclass(client, sync) else (sync, client)
    raise ValueError(f"{client.__name__} is not a client of a product: its module has no Client and AsyncClient")


def _modules(client: type[Any]) -> Iterator[ModuleType]:
    for base in client.__mro__:
        yield sys.modules[base.__module__]
