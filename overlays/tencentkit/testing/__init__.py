"""A fake of the service, for tests: state, signature check, rate limits and faults, in process or on loopback.

Needs the extra `testing` (`pip install 'tencentkit[testing]'`); nothing heavy is imported before it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._lazy import lazy_exports
from ._dependencies import testing_extra

if TYPE_CHECKING:
    from ._cassettes import Cassette, CassetteMiss
    from ._clock import ManualClock
    from ._fake.call_log import Call
    from ._fake.expectations import Expectations
    from ._fake.fake import SECRET_ID, SECRET_KEY, FakeCredentials, FakeScf
    from ._fake.faults import Fault
    from ._fake.named_faults import NAMED_FAULTS
    from ._fake.seeding import SeededFunction
    from ._servers.in_process import AsyncInProcessTransport, InProcessTransport
    from ._servers.loopback import FakeServer
    from ._servers.serve import serve
    from ._service.dispatch import Answer
    from ._service.event_store import EventState
    from ._service.function_store import FunctionState
    from ._service.schema_check import SchemaViolation

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

_load = lazy_exports(
    globals(),
    {
        "NAMED_FAULTS": "._fake.named_faults",
        "SECRET_ID": "._fake.fake",
        "SECRET_KEY": "._fake.fake",
        "Answer": "._service.dispatch",
        "AsyncInProcessTransport": "._servers.in_process",
        "Call": "._fake.call_log",
        "Cassette": "._cassettes",
        "CassetteMiss": "._cassettes",
        "EventState": "._service.event_store",
        "Expectations": "._fake.expectations",
        "FakeCredentials": "._fake.fake",
        "FakeScf": "._fake.fake",
        "FakeServer": "._servers.loopback",
        "Fault": "._fake.faults",
        "FunctionState": "._service.function_store",
        "InProcessTransport": "._servers.in_process",
        "ManualClock": "._clock",
        "SchemaViolation": "._service.schema_check",
        "SeededFunction": "._fake.seeding",
        "serve": "._servers.serve",
    },
)

if not TYPE_CHECKING:  # a checker that saw it would let every name through

    def __getattr__(name: str) -> Any:
        with testing_extra():
            return _load(name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
