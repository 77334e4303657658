"""A fake, a clock that stands still, and a signer of the tests' own."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

import pytest

from tencentkit.testing import SECRET_ID, SECRET_KEY, FakeScf, ManualClock
from tencentkit.transport import HttpRequest, HttpResponse


class Signed(NamedTuple):
    """A signed request, as a test takes it apart."""

    headers: dict[str, str]
    body: bytes

    def at(self, url: str) -> HttpRequest:
        return HttpRequest(url, tuple(self.headers.items()), self.body)


class Signer:
    """Signs requests right unless it is told otherwise, with code that neither the client nor the fake uses."""

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock

    def __call__(
        self,
        action: str = "ListAsyncEvents",
        parameters: Mapping[str, Any] | bytes | None = None,
        *,
        credentials: tuple[str, str, str | None] = (SECRET_ID, SECRET_KEY, None),
        timestamp: int | None = None,
        date: str | None = None,
        service: str = "scf",
        terminator: str = "tc3_request",
        names: tuple[str, ...] = ("content-type", "host", "x-tc-action"),
        unsigned: bool = False,
        **headers: str | None,
    ) -> Signed:
        """Sign `parameters`; `headers` (`x_tc_region=None` leaves one out) are set before signing."""
        if parameters is None:
            parameters = {"FunctionName": "helloworld"} if action == "ListAsyncEvents" else {}
        body = parameters if isinstance(parameters, bytes) else json.dumps(parameters).encode()
        secret_id, secret_key, token = credentials
        seconds = int(self.clock.time()) if timestamp is None else timestamp
        day = date or datetime.fromtimestamp(seconds, UTC).date().isoformat()
        sent: dict[str, str | None] = {
            "content-type": "application/json",
            "host": "scf.tencentcloudapi.com",
            "x-tc-action": action,
            "x-tc-version": "2018-04-16",
            "x-tc-region": "ap-guangzhou",
            "x-tc-timestamp": str(seconds),
            "x-tc-token": token,
            "x-tc-content-sha256": "UNSIGNED-PAYLOAD" if unsigned else None,
        }
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        present = {name: value for name, value in sent.items() if value is not None}
        lines = "".join(f"{name}:{present[name].lower() if name == 'x-tc-action' else present[name]}\n" for name in names)
        payload = hashlib.sha256(b"UNSIGNED-PAYLOAD" if unsigned else body).hexdigest()
        canonical = f"POST\n/\n\n{lines}\n{';'.join(names)}\n{payload}"
        scope = f"{day}/{service}/{terminator}"
        text = f"TC3-HMAC-SHA256\n{seconds}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
        key = f"TC3{secret_key}".encode()
        for part in (day, service, terminator):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
        present["authorization"] = f"TC3-HMAC-SHA256 Credential={secret_id}/{scope}, SignedHeaders={';'.join(names)}, Signature={signature}"
        return Signed(present, body)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def fake(clock: ManualClock) -> FakeScf:
    fake = FakeScf(clock=clock)
    fake.add_function("helloworld", qualifiers=("$LATEST", "1"))
    return fake


@pytest.fixture
def sign(clock: ManualClock) -> Signer:
    return Signer(clock)


def content(response: HttpResponse) -> Any:
    """What stands in the envelope, or the error's code where that is what stands there."""
    assert response.status == 200
    [(name, inner)] = json.loads(response.body).items()
    assert name == "Response"
    assert inner.pop("RequestId")
    if "Error" in inner:
        [error] = inner.values()
        assert error.keys() == {"Code", "Message"}
        assert error["Message"]
        return error["Code"]
    return inner


@pytest.fixture
def read() -> Callable[[HttpResponse], Any]:
    return content


@pytest.fixture
def ask(fake: FakeScf, sign: Signer) -> Callable[..., Any]:
    """Ask the fake for an action: what stands in the envelope, or the error's code."""

    def ask(action: str = "ListAsyncEvents", parameters: Any = None, **more: Any) -> Any:
        signed = sign(action, parameters, **more)
        return content(fake.handle("POST", signed.headers, signed.body))

    return ask


@pytest.fixture
def events(ask: Callable[..., Any]) -> Callable[..., list[str]]:
    """The ids that ListAsyncEvents gives for these parameters."""

    def events(**parameters: Any) -> list[str]:
        answer = ask("ListAsyncEvents", {"FunctionName": "helloworld", **parameters})
        assert isinstance(answer, dict), answer
        return [row["InvokeRequestId"] for row in answer["EventList"]]

    return events
