"""Fakes of the installed products for tests, with signature check, rate limits and fault injection; in process or on loopback.

It needs the extra `testing` (`pip install 'tencentkit[testing]'`). Dependencies are imported on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._lazy import lazy_exports
from ._dependencies import testing_extra

if TYPE_CHECKING:
    from ._cassettes import Cassette, CassetteMiss
    from ._clock import ManualClock
    from ._fake.call_log import RecordedCall
    from ._fake.contents import SeededFunction
    from ._fake.expectations import Expectations
    from ._fake.fake import FakeScf
    from ._fake.fake_product import SECRET_ID, SECRET_KEY, FakeCredentials, FakeProduct
    from ._fake.faults import NAMED_FAULTS, Fault
    from ._servers.in_process import AsyncInProcessTransport, InProcessTransport
    from ._servers.loopback import FakeServer
    from ._servers.serve import serve
    from ._service.dispatch import FakeResponse
    from ._service.event_store import EventState
    from ._service.function_store import FunctionState
    from ._service.schema_check import SchemaViolation

__all__ = [
    "NAMED_FAULTS",
    "SECRET_ID",
    "SECRET_KEY",
    "AsyncInProcessTransport",
    "Cassette",
    "CassetteMiss",
    "EventState",
    "Expectations",
    "FakeCredentials",
    "FakeProduct",
    "FakeResponse",
    "FakeScf",
    "FakeServer",
    "Fault",
    "FunctionState",
    "InProcessTransport",
    "ManualClock",
    "RecordedCall",
    "SchemaViolation",
    "SeededFunction",
    "serve",
]

if not TYPE_CHECKING:  # type checkers would accept every name
    _load, __dir__ = lazy_exports(
        globals(),
        {
            "NAMED_FAULTS": "._fake.faults",
            "SECRET_ID": "._fake.fake_product",
            "SECRET_KEY": "._fake.fake_product",
            "AsyncInProcessTransport": "._servers.in_process",
            "Cassette": "._cassettes",
            "CassetteMiss": "._cassettes",
            "EventState": "._service.event_store",
            "Expectations": "._fake.expectations",
            "FakeCredentials": "._fake.fake_product",
            "FakeProduct": "._fake.fake_product",
            "FakeResponse": "._service.dispatch",
            "FakeScf": "._fake.fake",
            "FakeServer": "._servers.loopback",
            "Fault": "._fake.faults",
            "FunctionState": "._service.function_store",
            "InProcessTransport": "._servers.in_process",
            "ManualClock": "._clock",
            "RecordedCall": "._fake.call_log",
            "SchemaViolation": "._service.schema_check",
            "SeededFunction": "._fake.contents",
            "serve": "._servers.serve",
        },
    )

    def __getattr__(name: str) -> Any:
        with testing_extra():
            return _load(name)
