"""Installed products: their names, client modules and generated packages, by the entry-point group `tencentkit.products`.

Lists names without an import of any product. A name that resolves as `tencentkit.<name>` needs no metadata of other wheels.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Final, NamedTuple

import tencentkit_api

GROUP: Final = "tencentkit.products"
_VERSION: Final = re.compile(r"v\d{4}_\d{2}_\d{2}")


class ProductEntry(NamedTuple):
    """Entry point of one product."""

    name: str
    module: str
    """Client module, such as `tencentkit.cvm`."""
    distribution: str
    """Distribution with its version; empty for a product without metadata, such as one in a zip file."""


class ProductNotInstalled(ValueError):
    """No such product, or no such API version of it, is installed."""


class ProductBroken(ImportError):
    """An installed product cannot be imported."""


def entries() -> dict[str, ProductEntry]:
    """Return the entry points of the installed products by name, and the products of `tencentkit_api` that have none."""
    return _entries(tuple(sys.path), tuple(tencentkit_api.__path__))


@lru_cache(maxsize=4)  # a program may extend its path
def _entries(_: tuple[str, ...], api_path: tuple[str, ...]) -> dict[str, ProductEntry]:
    from importlib.metadata import entry_points  # slow; a command that names its product does not need it

    found: dict[str, ProductEntry] = {
        each.name: ProductEntry(each.name, f"tencentkit.{each.name}", "") for each in iter_modules(api_path) if each.ispkg
    }
    for point in entry_points(group=GROUP):
        distribution = "" if point.dist is None else f"{point.dist.name} {point.dist.version}"
        found[point.name] = ProductEntry(point.name, point.value.partition(":")[0], distribution)
    return dict(sorted(found.items()))


def names() -> list[str]:
    """Return the names of the installed products."""
    return list(entries())


def is_installed(name: str) -> bool:
    """Return whether a product, or an API version such as `tke.v2018_05_25`, has this name; its client is not imported."""
    short, _, version = name.partition(".")
    if not short.isidentifier() or (version and not _VERSION.fullmatch(version)):
        return False
    if not _is_local(short) and short not in entries():
        return False
    return not version or version in versions(short)


def client_module(name: str) -> ModuleType:
    """Return the client module of a product, or of an API version such as `tke.v2018_05_25`.

    Raises:
        ProductNotInstalled: It is not installed.
        ProductBroken: It is installed and cannot be imported.
    """
    if not is_installed(name):
        raise ProductNotInstalled(not_installed(name))
    short, dot, version = name.partition(".")
    return _loaded(name, f"{_module(short)}{dot}{version}")


def client_class(name: str) -> type[Any]:
    """Return the class `Client` of a product, or of an API version such as `tke.v2018_05_25`.

    Raises:
        ProductNotInstalled: It is not installed.
        ProductBroken: It is installed, and its module cannot be imported or has no such class.
    """
    module = client_module(name)
    try:
        found: type[Any] = module.Client  # its import is lazy
        generated_package(found)
    except Exception as error:
        raise _broken(name, module.__name__, error) from error
    return found


def api_package(name: str) -> str:
    """Return the name of the generated package of a product or of an API version."""
    short = name.partition(".")[0]
    return f"{tencentkit_api.__name__}.{name}" if _is_local(short) else generated_package(client_class(name))


def generated_package(client: type[Any]) -> str:
    """Return the package of the generated operations from which a client class is derived.

    Raises:
        ValueError: It is not derived from generated operations.
    """
    for base in client.__mro__:
        if base.__name__ in {"Operations", "AsyncOperations"}:
            return base.__module__.rpartition(".")[0]
    raise ValueError(f"{client.__name__} is not derived from generated operations")


def versions(name: str) -> list[str]:
    """Return the modules of the API versions of a product, such as `v2018_05_25`; none for a product with one version."""
    package = _loaded(name, _module(name))
    return sorted(each.name for each in iter_modules(getattr(package, "__path__", ())) if _VERSION.fullmatch(each.name))


def not_installed(name: str) -> str:
    """Return the message about a product that is not installed: the nearest name, the installed ones, the command to install it."""
    from ._validation.suggestions import nearest, same_name

    short, _, version = name.partition(".")
    known = names()
    if version and short in known:
        return f"{short} has no API version {version!r}; installed: {', '.join(versions(short)) or 'one version, without a name'}"
    close = same_name(short, known) or nearest(short.lower(), known)
    hint = f"did you mean {close}? " if close is not None else ""
    listed = f"{hint}installed: {', '.join(known)}"
    wheel = re.sub(r"[^a-z0-9]+", "-", short.lower()).strip("-")
    install = f"; install another one with: pip install tencentkit-{wheel}" if wheel else ""
    return f"no product {short!r} is installed; {listed}{install}"


def _is_local(short: str) -> bool:
    """Return whether the wheel layout has the product: both packages, found without a search of all metadata."""
    return (
        any(each.ispkg and each.name == short for each in iter_modules(tencentkit_api.__path__))
        and find_spec(f"tencentkit.{short}") is not None
    )


def _module(short: str) -> str:
    return f"tencentkit.{short}" if _is_local(short) else entries()[short].module


def _loaded(name: str, module: str) -> ModuleType:
    try:
        return import_module(module)
    except Exception as error:
        raise _broken(name, module, error) from error


def _broken(name: str, module: str, error: Exception) -> ProductBroken:
    owner = entries().get(name.partition(".")[0])
    source = owner.distribution if owner is not None and owner.distribution else f"tencentkit-{name.partition('.')[0]}"
    reason = " ".join(str(error).split()) or type(error).__name__
    return ProductBroken(f"{name} of {source} cannot be imported: {reason}; install it again", name=module)
