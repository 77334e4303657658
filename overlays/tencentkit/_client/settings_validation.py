"""What a client is told when it is made, checked then: what can never be right is refused before the first call."""

from __future__ import annotations

import inspect
import re
from typing import Any
from urllib.parse import urlsplit

from tencentkit_api.unset import Unset

from ..clock import Clock, SystemClock
from ..errors import RequestInvalid
from ..retry import Retry
from ..throttle._limit_names import warn_of_doubtful
from ..throttle._throttle import PROCESS_WIDE, Throttle
from .product import Product

_HOST = re.compile(r"(?!.*\.\.)[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?", re.IGNORECASE)
_LONGEST_LABEL = 63
_TIMES = ("time", "monotonic", "sleep", "sleep_async")


def check_base_url(url: Any) -> tuple[str, str]:
    """The address to send to, and its host as the signature covers it."""
    if not isinstance(url, str):
        raise RequestInvalid("base_url", f"must be a string, not {type(url).__name__}")
    try:
        parts = urlsplit(url)
        name, port = parts.hostname, parts.port
    except ValueError:
        raise RequestInvalid("base_url", "is no URL") from None
    # urlsplit leaves out line breaks and tabs; what is sent must be what was written.
    if parts.scheme not in {"http", "https"} or not name or not url.isascii() or not url.isprintable():
        raise RequestInvalid("base_url", "must be https://HOST (or http://HOST for a test server)")
    if parts.username is not None or parts.password is not None:
        raise RequestInvalid("base_url", "must hold no user name and password")
    if parts.path not in {"", "/"} or parts.query or parts.fragment or url.endswith(("?", "#")):
        raise RequestInvalid("base_url", "must hold no path: every action is sent to /")
    if not _is_host(name):
        raise RequestInvalid("base_url", "names no host")
    if port == 0 or (port is None and parts.netloc.endswith(":")):
        raise RequestInvalid("base_url", "names no port that can be connected to")
    default = {"http": 80, "https": 443}[parts.scheme]
    host = f"[{name}]" if ":" in name else name
    if port is not None and port != default:
        host = f"{host}:{port}"
    return f"{parts.scheme}://{host}/", host


def _is_host(name: str) -> bool:
    if ":" in name:
        import ipaddress

        try:
            return ipaddress.IPv6Address(name).scope_id is None
        except ValueError:
            return False
    return bool(_HOST.fullmatch(name)) and all(len(label) <= _LONGEST_LABEL for label in name.split("."))


def check_retry(retry: Any) -> Retry | None:
    """The policy; the usual one where none was given."""
    if isinstance(retry, Unset):
        return Retry()
    if retry is not None and not isinstance(retry, Retry):
        raise RequestInvalid("retry", f"must be a Retry, or None for never, not {_what(retry)}")
    return retry


def check_throttle(throttle: Any, clock: Clock | None, product: Product) -> Throttle | None:
    """The throttle; the process's own where none was given. Limits that are most likely meant for an action of `product` are warned of."""
    if isinstance(throttle, Unset):
        # A clock of the user's own cannot share slots with the machine's.
        return PROCESS_WIDE if clock is None else Throttle()
    if throttle is None:
        return None
    if not isinstance(throttle, Throttle):
        raise RequestInvalid("throttle", f"must be a Throttle, or None for no throttling, not {_what(throttle)}")
    if throttle.limits:
        warn_of_doubtful(throttle.limits, service=product.service, known=[action.name for action in product.actions])
    return throttle


def check_clock(clock: Any) -> Clock:
    """The clock; the machine's where none was given."""
    if clock is None:
        return SystemClock()
    if isinstance(clock, type) or not all(callable(getattr(clock, name, None)) for name in _TIMES):
        raise RequestInvalid("clock", f"must be an object with {', '.join(_TIMES)}, not {_what(clock)}")
    given: Clock = clock
    return given


def check_rng(rng: Any) -> Any:
    """`rng`, if it can be called."""
    if not callable(rng):
        raise RequestInvalid("rng", f"must be a function that gives numbers from 0 up to 1, not {_what(rng)}")
    return rng


def check_transport(transport: Any, *, is_async: bool) -> Any:
    """`transport`, if it can send, and in the client's own way."""
    close = "aclose" if is_async else "close"
    if isinstance(transport, type) or not all(callable(getattr(transport, name, None)) for name in ("send", close)):
        raise RequestInvalid("transport", f"must be an object with send and {close}, not {_what(transport)}")
    if not is_async and inspect.iscoroutinefunction(transport.send):
        raise RequestInvalid("transport", "is async, which needs an AsyncClient")
    if not _takes_bounds(transport.send):
        usual = "AsyncHttpxTransport" if is_async else "HttpxTransport"
        rule = f"must have a send that takes a request, timeout= and budget=, as tencentkit.transport.{usual}() has, not {_what(transport)}"
        raise RequestInvalid("transport", rule)
    return transport


def _takes_bounds(send: Any) -> bool:
    try:
        signature = inspect.signature(send)
    except (TypeError, ValueError):
        return True  # what tells nothing of itself may be right
    try:
        signature.bind(None, timeout=None, budget=None)
    except TypeError:
        return False
    return True


def _what(given: object) -> str:
    return f"the class {given.__name__}" if isinstance(given, type) else type(given).__name__
