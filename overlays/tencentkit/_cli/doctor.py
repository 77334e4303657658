"""`doctor`: the settings that a client would use here, without a request. Each check is a row of `CHECKS`."""

from __future__ import annotations

import os
import platform
import ssl
from collections.abc import Callable, Iterator
from importlib.metadata import version
from importlib.util import find_spec

from .._version import __version__
from ..errors import TencentkitError
from ..transport._engine import ENGINES, VARIABLE, load_engine
from ..transport._proxies import environment_proxies, named_proxy
from ..transport._tls import default_tls_context
from .explain import local_credentials

Check = Callable[[], str]


def _versions() -> str:
    return f"tencentkit {__version__}, Python {platform.python_version()}, {ssl.OPENSSL_VERSION}"


def _engine() -> str:
    engine = load_engine()
    source = f"from {VARIABLE}" if os.environ.get(VARIABLE) else "default"
    others = "".join(f"; {name} {version(name)} is installed, too" for name in ENGINES if name != engine.name and find_spec(name))
    return f"{engine.name} {version(engine.name)} on {engine.core.__name__} {version(engine.core.__name__)} ({source}){others}"


def _trust() -> str:
    default_tls_context()
    for variable in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        if os.environ.get(variable):
            return f"{os.environ[variable]} (from {variable})"
    return f"certifi {version('certifi')}; the store of the operating system is not used"


def _proxy() -> str:
    environment_proxies()
    name = named_proxy()
    return "none" if name is None else f"from {name}"  # its value may hold a password


def _credentials() -> str:
    return local_credentials(None)[1]


CHECKS: tuple[tuple[str, Check], ...] = (
    ("versions", _versions),
    ("engine", _engine),
    ("trust", _trust),
    ("proxy", _proxy),
    ("credentials", _credentials),
)


def examine() -> Iterator[tuple[str, str, TencentkitError | None]]:
    """Yield the name of each check with its result, or with its error."""
    for name, check in CHECKS:
        try:
            yield name, check(), None
        except TencentkitError as error:
            yield name, error.message, error


def print_checks() -> TencentkitError | None:
    """Print one line for each check; return the first error."""
    first: TencentkitError | None = None
    for name, text, error in examine():
        print(f"{name:12} {'error: ' if error is not None else ''}{text}")
        first = first or error
    return first
