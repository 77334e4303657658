from __future__ import annotations

import pytest

from tencentkit.errors import ConnectionFailed, TencentkitError, TimedOut
from tencentkit.testing import NAMED_FAULTS, FakeScf


def outcome(fake: FakeScf) -> TencentkitError | None:
    with fake.client(retry=None, throttle=None, timeout=5) as scf:
        try:
            scf.list_async_events(function_name="helloworld")
        except TencentkitError as error:
            return error
        return None


@pytest.mark.parametrize(
    ("name", "kind", "retryable"),
    [
        ("throttled", "RequestLimitExceeded", True),
        ("busy", "ResponseMalformed", True),
        ("internal error", "InternalError", True),
        ("unavailable", "ServiceUnavailable", True),
        ("bad gateway", "ResponseMalformed", True),
        ("cut off", "ResponseMalformed", True),
        ("redirect", "ResponseMalformed", False),
        ("dropped", "ConnectionFailed", True),
        ("dropped after it ran", "ConnectionFailed", True),
        ("hangs", "TimedOut", True),
        ("token refused", "AuthFailure", False),
        ("not permitted", "UnauthorizedOperation", False),
        ("not found", "ResourceNotFound", False),
    ],
)
def test_named_fault(name: str, kind: str, retryable: bool, fake: FakeScf) -> None:
    """Each named fault causes the expected error of the client, once."""
    fake.break_next(name, "ListAsyncEvents")
    error = outcome(fake)
    assert type(error).__name__ == kind
    assert error is not None
    assert error.retryable is retryable
    assert outcome(fake) is None


def test_all_named_faults_are_tested() -> None:
    """The parameters above cover `NAMED_FAULTS`."""
    tested = {mark.args[1][row][0] for mark in test_named_fault.pytestmark for row in range(len(mark.args[1]))}  # type: ignore[attr-defined]
    assert tested == set(NAMED_FAULTS)


def test_unknown_fault(fake: FakeScf) -> None:
    """The message lists the known names."""
    with pytest.raises(ValueError, match="there is no fault 'throtled'; the faults are: throttled"):
        fake.break_next("throtled")


def test_kinds(fake: FakeScf) -> None:
    """`Fault.kind` describes the effect."""
    fake.delay_next(2)
    fake.drop_next()
    fake.drop_next(executed=True)
    fake.reply_next(body=b"", status=502)
    kinds = [fault.kind for fault in fake.pending_faults]
    assert kinds == ["connection dropped", "connection dropped after the action ran", "reply with HTTP 502", "delay of 2 s"]


def test_client_errors(fake: FakeScf) -> None:
    """A hang raises `TimedOut`, a dropped connection `ConnectionFailed` with `sent`."""
    fake.break_next("hangs")
    assert isinstance(outcome(fake), TimedOut)
    fake.break_next("dropped")
    error = outcome(fake)
    assert isinstance(error, ConnectionFailed)
    assert error.sent
