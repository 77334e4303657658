"""Fixtures: a fake, a manual clock, an independent signer and a client of the fake."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

import pytest

from tencentkit import Credentials
from tencentkit.testing import SECRET_ID, SECRET_KEY, FakeScf, ManualClock, serve
from tencentkit.transport import HttpRequest, HttpResponse
from tests.conftest import Kind


class Signed(NamedTuple):
    """Headers and body of a signed request."""

    headers: dict[str, str]
    body: bytes

    def at(self, url: str) -> HttpRequest:
        return HttpRequest(url, tuple(self.headers.items()), self.body)


class IndependentSigner:
    """Independent TC3 signer, which shares no code with the client or the fake; arguments make the signature invalid."""

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
        """Sign `parameters`; `headers` override the defaults before signing (`x_tc_region=None` omits one)."""
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
def sign(clock: ManualClock) -> IndependentSigner:
    return IndependentSigner(clock)


def parse_response(response: HttpResponse) -> Any:
    """Return the content of the envelope, or the code of an error."""
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
def parse() -> Callable[[HttpResponse], Any]:
    return parse_response


@pytest.fixture
def call(fake: FakeScf, sign: IndependentSigner) -> Callable[..., Any]:
    """Call an action of the fake; returns the content of the envelope, or the code of an error."""

    def call(action: str = "ListAsyncEvents", parameters: Any = None, **more: Any) -> Any:
        signed = sign(action, parameters, **more)
        return parse_response(fake.handle("POST", signed.headers, signed.body))

    return call


@pytest.fixture
def events(call: Callable[..., Any]) -> Callable[..., list[str]]:
    """Return the ids that ListAsyncEvents returns for these parameters."""

    def events(**parameters: Any) -> list[str]:
        result = call("ListAsyncEvents", {"FunctionName": "helloworld", **parameters})
        assert isinstance(result, dict), result
        return [row["InvokeRequestId"] for row in result["EventList"]]

    return events


@pytest.fixture(params=["in process", "over a socket"])
def scf(request: pytest.FixtureRequest, kind: Kind, fake: FakeScf) -> Iterator[Any]:
    """Client of either kind."""
    common = {"clock": fake.clock, "credentials": Credentials(*fake.credentials), "throttle": None}
    if request.param == "in process":
        yield kind.client(transport=kind.pick(fake.transport, fake.async_transport)(), **common)
        return
    with serve(fake) as server:
        yield kind.client(base_url=server.url, **common)
        kind.close_clients()
