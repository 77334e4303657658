"""A fake of the service, for tests: state, signature check, rate limits and faults, in process or on loopback.

Needs the extra `testing` (`pip install 'tencentkit[testing]'`); nothing heavy is imported before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._extra import testing_extra

if TYPE_CHECKING:
    from ._call_log import Call
    from ._clock import ManualClock
    from ._fake import SECRET_ID, SECRET_KEY, FakeCredentials, FakeScf
    from ._faults import Fault
    from ._in_process import AsyncInProcessTransport, InProcessTransport
    from ._serve import serve
    from ._server import FakeServer
    from ._service import Answer

__all__ = [
    "SECRET_ID",
    "SECRET_KEY",
    "Answer",
    "AsyncInProcessTransport",
    "Call",
    "FakeCredentials",
    "FakeScf",
    "FakeServer",
    "Fault",
    "InProcessTransport",
    "ManualClock",
    "serve",
]

_HOMES = {
    "SECRET_ID": "_fake",
    "SECRET_KEY": "_fake",
    "Answer": "_service",
    "AsyncInProcessTransport": "_in_process",
    "Call": "_call_log",
    "FakeCredentials": "_fake",
    "FakeScf": "_fake",
    "FakeServer": "_server",
    "Fault": "_faults",
    "InProcessTransport": "_in_process",
    "ManualClock": "_clock",
    "serve": "_serve",
}


if not TYPE_CHECKING:  # a checker that saw it would let every name through

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        with testing_extra():
            value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
