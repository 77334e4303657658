# Written by `python -m generator emit` from generator/emit/templates/shared/__init__.py.jinja.
# Do not edit: change the template.
"""Generated tables, models and method signatures of the API, without network access.

Import `tencentkit` in programs; it uses this package.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers know this name; importing `typing` would cost more than this module
if TYPE_CHECKING:
    from collections.abc import Iterable

CONTRACT = 1
"""Number of the contract between this package and products in wheels of their own."""


def check_contract(number: int, distribution: str) -> None:
    """Raise `ImportError` if the product `distribution` was generated for another contract than this package's."""
    if number != CONTRACT:
        older = "tencentkit" if number > CONTRACT else distribution
        raise ImportError(
            f"{distribution} was generated for contract {number} of tencentkit, which has contract {CONTRACT}; "
            f"upgrade the older one: pip install --upgrade {older}"
        )


def search_path(name: str, path: Iterable[str]) -> list[str]:
    """Return `path`, then the folders without `__init__` for package `name` in the entries of `sys.path`, or of its parent's path.

    Wheels of products may be there. Unlike `pkgutil.extend_path`, this omits another installation of the package itself, and imports neither
    `typing` nor `re`.
    """
    import sys
    from importlib.machinery import PathFinder

    found, parent = list(path), name.rpartition(".")[0]
    for entry in sys.modules[parent].__path__ if parent else sys.path:
        spec = PathFinder.find_spec(name, [entry])
        if spec is not None and spec.origin is None:
            found += [folder for folder in spec.submodule_search_locations or () if folder not in found]
    return found


__path__ = search_path(__name__, __path__)
