from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tencentkit._signing.tc3 import Signer as ClientSigner
from tencentkit.credentials import Credentials
from tencentkit.testing import SECRET_ID, SECRET_KEY, FakeScf, ManualClock
from tencentkit.testing._service.signature_check import UNSIGNED_PAYLOAD, signature_of, verify
from tests.signing.authorization import authorization

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "signing" / "vectors.json").read_text(encoding="utf-8"))
Call = Callable[..., Any]
Parse = Callable[..., Any]


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_published_signatures(vector: dict[str, Any]) -> None:
    """`signature_of` returns the signature of each published example."""
    expected = signature_of(
        vector["secret_key"],
        method=vector["method"],
        query=vector["query"],
        signed_headers=[(name, value) for name, value in vector["signed_headers"]],
        payload=UNSIGNED_PAYLOAD if vector["unsigned_payload"] else vector["body"].encode(),
        timestamp=vector["timestamp"],
        service=vector["service"],
    )
    assert expected == vector["signature"]


@pytest.mark.parametrize("vector", [v for v in VECTORS if v["method"] == "POST"], ids=[v["name"] for v in VECTORS if v["method"] == "POST"])
def test_published_post_requests(vector: dict[str, Any]) -> None:
    """Each published POST example passes the complete verification."""
    names = ";".join(name for name, _ in vector["signed_headers"])
    day = {1551113065: "2019-02-25", 1551139199: "2019-02-25", 1551139200: "2019-02-26"}[vector["timestamp"]]
    headers = dict(vector["signed_headers"]) | {
        "x-tc-timestamp": str(vector["timestamp"]),
        "authorization": f"TC3-HMAC-SHA256 Credential={vector['secret_id']}/{day}/{vector['service']}/tc3_request, "
        f"SignedHeaders={names}, Signature={vector['signature']}",
    }
    if vector["unsigned_payload"]:
        headers["x-tc-content-sha256"] = "UNSIGNED-PAYLOAD"
    account = verify(
        method="POST",
        headers=headers,
        body=vector["body"].encode(),
        service=vector["service"],
        now=vector["timestamp"],
        secret_keys={vector["secret_id"]: vector["secret_key"]},
        tokens={},
    )
    assert account == vector["secret_id"]


def test_client_signature(fake: FakeScf, clock: ManualClock, parse: Parse) -> None:
    """The fake accepts the client's signature; the two share no code."""
    headers = {"content-type": "application/json; charset=utf-8", "host": "scf.tencentcloudapi.com:8443"}
    body = b'{"FunctionName":"helloworld"}'
    headers["authorization"] = authorization(
        ClientSigner(),
        Credentials(*fake.credentials),
        sorted({**headers, "x-tc-action": "listasyncevents"}.items()),
        body,
        timestamp=int(clock.time()),
    )
    headers |= {"X-TC-Action": "ListAsyncEvents", "X-TC-Version": "2018-04-16", "X-TC-Region": "ap-guangzhou"}
    headers["X-TC-Timestamp"] = str(int(clock.time()))
    assert parse(fake.handle("POST", headers, body)) == {"TotalCount": 0, "EventList": []}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("host", "scf.intl.tencentcloudapi.com"),
        ("content-type", "application/json; charset=utf-8"),
        ("x-tc-action", "GetAsyncEventStatus"),
        ("x-tc-timestamp", "1551113066"),
        ("x-tc-content-sha256", "UNSIGNED-PAYLOAD"),
    ],
)
def test_changed_header(name: str, value: str, fake: FakeScf, sign: Any, parse: Parse) -> None:
    """A signed header that changes in transit invalidates the signature."""
    signed = sign()
    assert parse(fake.handle("POST", {**signed.headers, name: value}, signed.body)) == "AuthFailure.SignatureFailure"


def test_changed_body(fake: FakeScf, sign: Any, parse: Parse) -> None:
    """One additional space in the body invalidates the signature."""
    signed = sign()
    assert parse(fake.handle("POST", signed.headers, signed.body + b" ")) == "AuthFailure.SignatureFailure"


def test_unsigned_payload(fake: FakeScf, sign: Any, parse: Parse) -> None:
    """With UNSIGNED-PAYLOAD the body is not part of the signature."""
    signed = sign(unsigned=True)
    assert parse(fake.handle("POST", signed.headers, signed.body + b" "))["TotalCount"] == 0


def test_case_of_the_action(call: Call) -> None:
    """The action is signed in lower case; with another case it verifies, but does not exist."""
    assert call("listAsyncEvents") == "InvalidAction"


def test_unsigned_action(call: Call) -> None:
    """Only content type and host must be signed."""
    assert call(names=("content-type", "host"))["TotalCount"] == 0


@pytest.mark.parametrize("names", [("content-type",), ("host",), ("host", "x-tc-action"), ("x-tc-action",)])
def test_required_signed_headers(names: tuple[str, ...], call: Call) -> None:
    """A signature without content type or host is invalid."""
    assert call(names=names) == "AuthFailure.InvalidAuthorization"


def test_missing_signed_header(fake: FakeScf, sign: Any, parse: Parse) -> None:
    """A signed header that is missing invalidates the signature."""
    signed = sign(names=("content-type", "host", "x-tc-language"), x_tc_language="en-US")
    del signed.headers["x-tc-language"]
    assert parse(fake.handle("POST", signed.headers, signed.body)) == "AuthFailure.SignatureFailure"


@pytest.mark.parametrize("offset", [-301, 301, -86400, 86400])
def test_expired_timestamp(offset: int, call: Call, clock: ManualClock) -> None:
    """A difference of more than 300 s in either direction is an error."""
    assert call(timestamp=int(clock.time()) + offset) == "AuthFailure.SignatureExpire"


@pytest.mark.parametrize("offset", [-300, 300])
def test_timestamp_tolerance(offset: int, call: Call, clock: ManualClock) -> None:
    """A difference of exactly 300 s is accepted."""
    assert call(timestamp=int(clock.time()) + offset)["TotalCount"] == 0


def test_scope_has_utc_date(call: Call, clock: ManualClock) -> None:
    """The date in another time zone is invalid."""
    assert clock.time() == 1551113065
    assert call(date="2019-02-25")["TotalCount"] == 0
    assert call(date="2019-02-26") == "AuthFailure.InvalidAuthorization"


def test_scope_date_at_midnight(sign: Any, parse: Parse) -> None:
    """At UTC midnight the scope has the new date."""
    for timestamp, right, wrong in (
        (1551139199, "2019-02-25", "2019-02-26"),
        (1551139200, "2019-02-26", "2019-02-25"),
    ):
        fake = FakeScf(clock=ManualClock(timestamp))
        fake.add_function("helloworld")
        good, bad = sign(timestamp=timestamp, date=right), sign(timestamp=timestamp, date=wrong)
        assert parse(fake.handle("POST", good.headers, good.body))["TotalCount"] == 0
        assert parse(fake.handle("POST", bad.headers, bad.body)) == "AuthFailure.InvalidAuthorization"


@pytest.mark.parametrize("scope", [{"service": "cvm"}, {"terminator": "aws4_request"}])
def test_scope_service_and_terminator(scope: dict[str, str], call: Call) -> None:
    """A scope for another service or protocol is invalid."""
    assert call(**scope) == "AuthFailure.InvalidAuthorization"


def test_unknown_secret_id(call: Call) -> None:
    """An unknown secret id has its own error code."""
    assert call(credentials=("AKIDnobody", SECRET_KEY, None)) == "AuthFailure.SecretIdNotFound"


def test_wrong_secret_key(call: Call) -> None:
    """A wrong secret key gives a wrong signature."""
    assert call(credentials=(SECRET_ID, "wrong", None)) == "AuthFailure.SignatureFailure"


@pytest.mark.parametrize(
    ("secret_id", "token", "code"),
    [
        ("AKIDtemporary", "right", None),
        ("AKIDtemporary", "wrong", "AuthFailure.TokenFailure"),
        ("AKIDtemporary", None, "AuthFailure.TokenFailure"),
        ("AKIDpermanent", "right", "AuthFailure.TokenFailure"),
        ("AKIDpermanent", None, None),
    ],
)
def test_token_of_secret_id(secret_id: str, token: str | None, code: str | None, clock: ManualClock, sign: Any, parse: Parse) -> None:
    """Temporary credentials require their own token; permanent ones have none."""
    fake = FakeScf(clock=clock, credentials={"AKIDtemporary": "k1", "AKIDpermanent": "k2"}, tokens={"AKIDtemporary": "right"})
    fake.add_function("helloworld")
    secret_key = "k1" if secret_id == "AKIDtemporary" else "k2"
    signed = sign(credentials=(secret_id, secret_key, token))
    result = parse(fake.handle("POST", signed.headers, signed.body))
    assert result == (code or {"TotalCount": 0, "EventList": []})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("TC3-HMAC-SHA256 ", "HMAC-SHA256 "),
        ("TC3-HMAC-SHA256 ", "TC3-HMAC-SHA256"),
        ("/scf/tc3_request", "/scf"),
        ("SignedHeaders=content-type;host", "SignedHeaders=host;content-type"),
        ("SignedHeaders=content-type", "SignedHeaders=Content-Type"),
        ("SignedHeaders=content-type;host", "SignedHeaders=content-type;host;host"),
        (", Signature=", ", Signature=0"),
        ("Signature=", "Signed="),
    ],
)
def test_malformed_authorization(old: str, new: str, fake: FakeScf, sign: Any, parse: Parse) -> None:
    """The header has exactly one format."""
    signed = sign()
    assert old in signed.headers["authorization"]
    signed.headers["authorization"] = signed.headers["authorization"].replace(old, new)
    assert parse(fake.handle("POST", signed.headers, signed.body)) == "AuthFailure.InvalidAuthorization"


def test_missing_authorization(fake: FakeScf, sign: Any, parse: Parse) -> None:
    """An unsigned request is an error."""
    signed = sign()
    del signed.headers["authorization"]
    assert parse(fake.handle("POST", signed.headers, signed.body)) == "AuthFailure.InvalidAuthorization"


@pytest.mark.parametrize(("value", "code"), [(None, "MissingParameter"), ("soon", "InvalidParameter"), ("-1", "InvalidParameter")])
def test_invalid_timestamp(value: str | None, code: str, call: Call) -> None:
    """A missing or malformed timestamp is an error."""
    assert call(x_tc_timestamp=value) == code


def test_errors_contain_no_secret(fake: FakeScf, sign: Any) -> None:
    """Neither the response nor the call log contains the signature, the token or the key."""
    signed = sign(credentials=(SECRET_ID, "wrong", "a-token"))
    response = fake.handle("POST", signed.headers, signed.body)
    signature = signed.headers["authorization"].rpartition("=")[2]
    for text in (response.body.decode(), repr(fake.calls), repr(fake)):
        assert not any(secret in text for secret in (signature, "a-token", SECRET_ID, SECRET_KEY))
