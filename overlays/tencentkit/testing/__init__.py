"""A fake of the service, for tests: state, signature check, rate limits and faults, in process or on loopback.

Needs the extra `testing` (`pip install 'tencentkit[testing]'`); nothing heavy is imported before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._extra import testing_extra

if TYPE_CHECKING:
    from ._call_log import Call
    from ._cassette import Cassette, CassetteMiss
    from ._clock import ManualClock
    from ._executions import EventState
    from ._expectations import Expectations
    from ._fake import SECRET_ID, SECRET_KEY, FakeCredentials, FakeScf
    from ._faults import Fault
    from ._functions_state import FunctionState
    from ._in_process import AsyncInProcessTransport, InProcessTransport
    from ._named_faults import NAMED_FAULTS
    from ._schemas import SchemaViolation
    from ._seeding import SeededFunction
    from ._serve import serve
    from ._server import FakeServer
    from ._service import Answer

__all__ = [
    "NAMED_FAULTS",
    "SECRET_ID",
    "SECRET_KEY",
    "Answer",
    "AsyncInProcessTransport",
    "Call",
    "Cassette",
    "CassetteMiss",
    "EventState",
    "Expectations",
    "FakeCredentials",
    "FakeScf",
    "FakeServer",
    "Fault",
    "FunctionState",
    "InProcessTransport",
    "ManualClock",
    "SchemaViolation",
    "SeededFunction",
    "serve",
]

_HOMES = {
    "NAMED_FAULTS": "_named_faults",
    "SECRET_ID": "_fake",
    "SECRET_KEY": "_fake",
    "Answer": "_service",
    "AsyncInProcessTransport": "_in_process",
    "Call": "_call_log",
    "Cassette": "_cassette",
    "CassetteMiss": "_cassette",
    "EventState": "_executions",
    "Expectations": "_expectations",
    "FakeCredentials": "_fake",
    "FakeScf": "_fake",
    "FakeServer": "_server",
    "Fault": "_faults",
    "FunctionState": "_functions_state",
    "InProcessTransport": "_in_process",
    "ManualClock": "_clock",
    "SchemaViolation": "_schemas",
    "SeededFunction": "_seeding",
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
