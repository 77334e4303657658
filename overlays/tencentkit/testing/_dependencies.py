"""Optional dependencies of `tencentkit.testing`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_PACKAGES = frozenset({"h11", "jsonschema_rs", "trustme", "uvicorn"})


@contextmanager
def testing_extra() -> Iterator[None]:
    """Replace the import error of a missing package by one with the install command.

    Raises:
        ImportError: A package of the extra is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in _PACKAGES:
            raise
        raise ImportError(
            f"tencentkit.testing needs {missing}, which is not installed: pip install 'tencentkit[testing]'",
            name=error.name,
        ) from error
