"""Installed products by name: the clients that the entry points of `tencentkit.products` name."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from types import ModuleType
from typing import Any, NamedTuple

from ..._client.product import Product
from .._service.emulated_product import EmulatedProduct

GROUP = "tencentkit.products"


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
    """
    if isinstance(product, str):
        product = _module(product)
    if isinstance(product, ModuleType):
        if not hasattr(product, "Client"):
            raise ValueError(f"{product.__name__} has no Client: pass the module of a product, such as tencentkit.scf")
        product = product.Client
    if not isinstance(product, type) or not hasattr(product, "_product"):
        raise TypeError(f"product must be a name such as 'cvm', a module or a client class, not {product!r}")
    client, async_client = _clients(product)
    return InstalledProduct(client, async_client, _emulated(product._product, _generated_package(client)))  # noqa: SLF001 - our own class


@cache
def _emulated(product: Product, package: str) -> EmulatedProduct:
    """Return the facts of a product, whose schemas are compiled once per process."""
    return EmulatedProduct(product, package)


def product_names() -> list[str]:
    """Return the names of the installed products."""
    return sorted({each.name for each in entry_points(group=GROUP)} | {"scf"})


def _module(name: str) -> ModuleType:
    short, _, version = name.partition(".")
    targets = {each.name: each.value for each in entry_points(group=GROUP)}
    target = targets.get(short, f"tencentkit.{short}")
    # A product in a source tree has no entry point.
    if not short.isidentifier() or (short not in targets and find_spec(target) is None):
        raise ValueError(_not_installed(name))
    try:
        return import_module(f"{target}.{version}" if version else target)
    except ModuleNotFoundError as error:
        if version and error.name == f"{target}.{version}":
            raise ValueError(f"{short} has no API version {version!r}: write it as in {target}.v2018_05_25") from None
        raise


def _not_installed(name: str) -> str:
    from ..._validation.suggestions import nearest

    known = product_names()
    close = nearest(name, known)
    hint = f"did you mean {close!r}?" if close else f"install the wheel tencentkit-{name}; installed: {', '.join(known)}"
    return f"no product {name!r} is installed; {hint}"


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


def _generated_package(client: type[Any]) -> str:
    """Return the package of the generated operations from which a client is derived."""
    for base in client.__mro__:
        if base.__name__ in {"Operations", "AsyncOperations"}:
            return base.__module__.rpartition(".")[0]
    raise ValueError(f"{client.__name__} is not derived from generated operations")
