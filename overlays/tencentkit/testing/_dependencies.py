"""What `tencentkit.testing` needs beside tencentkit itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

_PACKAGES = frozenset({"h11", "jsonschema_rs", "trustme", "uvicorn"})


@contextmanager
def testing_extra() -> Iterator[None]:
    """Turn the failed import of a package of the extra into a message that says how to get it.

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
