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

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "signing" / "vectors.json").read_text(encoding="utf-8"))
Ask = Callable[..., Any]
Read = Callable[..., Any]


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_every_published_signature_is_the_expected_one(vector: dict[str, Any]) -> None:
    """The signature that the fake expects is that of each worked example."""
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
def test_every_published_post_request_is_let_in(vector: dict[str, Any]) -> None:
    """A worked example passes the whole verification, from the header to the signature."""
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


def test_the_client_signs_what_the_fake_expects(fake: FakeScf, clock: ManualClock, read: Read) -> None:
    """The client's own signing, which shares no code with the fake's, is let in."""
    headers = {"content-type": "application/json; charset=utf-8", "host": "scf.tencentcloudapi.com:8443"}
    body = b'{"FunctionName":"helloworld"}'
    headers["authorization"] = ClientSigner().authorization(
        Credentials(*fake.credentials),
        service="scf",
        timestamp=int(clock.time()),
        headers=sorted({**headers, "x-tc-action": "listasyncevents"}.items()),
        payload=body,
    )
    headers |= {"X-TC-Action": "ListAsyncEvents", "X-TC-Version": "2018-04-16", "X-TC-Region": "ap-guangzhou"}
    headers["X-TC-Timestamp"] = str(int(clock.time()))
    assert read(fake.handle("POST", headers, body)) == {"TotalCount": 0, "EventList": []}


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
def test_a_header_changed_on_the_way_is_found_out(name: str, value: str, fake: FakeScf, sign: Any, read: Read) -> None:
    """What is signed cannot be changed afterwards."""
    signed = sign()
    assert read(fake.handle("POST", {**signed.headers, name: value}, signed.body)) == "AuthFailure.SignatureFailure"


def test_a_body_changed_on_the_way_is_found_out(fake: FakeScf, sign: Any, read: Read) -> None:
    """One blank more in the body is another request."""
    signed = sign()
    assert read(fake.handle("POST", signed.headers, signed.body + b" ")) == "AuthFailure.SignatureFailure"


def test_an_unsigned_payload_may_change(fake: FakeScf, sign: Any, read: Read) -> None:
    """With UNSIGNED-PAYLOAD the body is not part of the signature."""
    signed = sign(unsigned=True)
    assert read(fake.handle("POST", signed.headers, signed.body + b" "))["TotalCount"] == 0


def test_the_case_of_the_action_is_not_signed_but_counts_elsewhere(ask: Ask) -> None:
    """The action is signed in lower case: any other case verifies, and is an unknown action."""
    assert ask("listAsyncEvents") == "InvalidAction"


def test_the_action_need_not_be_signed(ask: Ask) -> None:
    """Content type and host are all that must be signed."""
    assert ask(names=("content-type", "host"))["TotalCount"] == 0


@pytest.mark.parametrize("names", [("content-type",), ("host",), ("host", "x-tc-action"), ("x-tc-action",)])
def test_content_type_and_host_must_be_signed(names: tuple[str, ...], ask: Ask) -> None:
    """A signature without one of them is refused."""
    assert ask(names=names) == "AuthFailure.InvalidAuthorization"


def test_a_signed_header_must_be_there(fake: FakeScf, sign: Any, read: Read) -> None:
    """A header that is listed as signed and does not arrive spoils the signature."""
    signed = sign(names=("content-type", "host", "x-tc-language"), x_tc_language="en-US")
    del signed.headers["x-tc-language"]
    assert read(fake.handle("POST", signed.headers, signed.body)) == "AuthFailure.SignatureFailure"


@pytest.mark.parametrize("offset", [-301, 301, -86400, 86400])
def test_a_timestamp_too_far_away_is_refused(offset: int, ask: Ask, clock: ManualClock) -> None:
    """More than 300 s in either direction is expired."""
    assert ask(timestamp=int(clock.time()) + offset) == "AuthFailure.SignatureExpire"


@pytest.mark.parametrize("offset", [-300, 300])
def test_a_timestamp_300_seconds_away_is_taken(offset: int, ask: Ask, clock: ManualClock) -> None:
    """Exactly 300 s is still in time."""
    assert ask(timestamp=int(clock.time()) + offset)["TotalCount"] == 0


def test_the_scope_holds_the_utc_date_of_the_timestamp(ask: Ask, clock: ManualClock) -> None:
    """The date of another time zone is refused, though it is the date somewhere."""
    assert clock.time() == 1551113065
    assert ask(date="2019-02-25")["TotalCount"] == 0
    assert ask(date="2019-02-26") == "AuthFailure.InvalidAuthorization"


def test_midnight_belongs_to_the_new_day(sign: Any, read: Read) -> None:
    """One second before and at UTC midnight, the scope's date differs."""
    for timestamp, right, wrong in (
        (1551139199, "2019-02-25", "2019-02-26"),
        (1551139200, "2019-02-26", "2019-02-25"),
    ):
        fake = FakeScf(clock=ManualClock(timestamp))
        fake.add_function("helloworld")
        good, bad = sign(timestamp=timestamp, date=right), sign(timestamp=timestamp, date=wrong)
        assert read(fake.handle("POST", good.headers, good.body))["TotalCount"] == 0
        assert read(fake.handle("POST", bad.headers, bad.body)) == "AuthFailure.InvalidAuthorization"


@pytest.mark.parametrize("scope", [{"service": "cvm"}, {"terminator": "aws4_request"}])
def test_the_scope_is_of_this_service_and_protocol(scope: dict[str, str], ask: Ask) -> None:
    """A signature for another service, or of another kind, is refused."""
    assert ask(**scope) == "AuthFailure.InvalidAuthorization"


def test_an_unknown_secret_id_is_told(ask: Ask) -> None:
    """A secret id that the fake does not know has a code of its own."""
    assert ask(credentials=("AKIDnobody", SECRET_KEY, None)) == "AuthFailure.SecretIdNotFound"


def test_a_wrong_secret_key_spoils_the_signature(ask: Ask) -> None:
    """The key itself is what is verified."""
    assert ask(credentials=(SECRET_ID, "wrong", None)) == "AuthFailure.SignatureFailure"


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
def test_a_token_belongs_to_its_secret_id(
    secret_id: str, token: str | None, code: str | None, clock: ManualClock, sign: Any, read: Read
) -> None:
    """Temporary credentials need their own token; permanent ones have none."""
    fake = FakeScf(clock=clock, credentials={"AKIDtemporary": "k1", "AKIDpermanent": "k2"}, tokens={"AKIDtemporary": "right"})
    fake.add_function("helloworld")
    secret_key = "k1" if secret_id == "AKIDtemporary" else "k2"
    signed = sign(credentials=(secret_id, secret_key, token))
    answer = read(fake.handle("POST", signed.headers, signed.body))
    assert answer == (code or {"TotalCount": 0, "EventList": []})


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
def test_a_malformed_authorization_is_refused(old: str, new: str, fake: FakeScf, sign: Any, read: Read) -> None:
    """The header has one form."""
    signed = sign()
    assert old in signed.headers["authorization"]
    signed.headers["authorization"] = signed.headers["authorization"].replace(old, new)
    assert read(fake.handle("POST", signed.headers, signed.body)) == "AuthFailure.InvalidAuthorization"


def test_no_authorization_is_refused(fake: FakeScf, sign: Any, read: Read) -> None:
    """An unsigned request is none of the service's."""
    signed = sign()
    del signed.headers["authorization"]
    assert read(fake.handle("POST", signed.headers, signed.body)) == "AuthFailure.InvalidAuthorization"


@pytest.mark.parametrize(("value", "code"), [(None, "MissingParameter"), ("soon", "InvalidParameter"), ("-1", "InvalidParameter")])
def test_the_timestamp_is_unix_seconds(value: str | None, code: str, ask: Ask) -> None:
    """Without a readable timestamp nothing can be verified."""
    assert ask(x_tc_timestamp=value) == code


def test_a_refusal_repeats_no_secret(fake: FakeScf, sign: Any) -> None:
    """Neither the answer nor the call log holds the signature, the token or the key."""
    signed = sign(credentials=(SECRET_ID, "wrong", "a-token"))
    response = fake.handle("POST", signed.headers, signed.body)
    signature = signed.headers["authorization"].rpartition("=")[2]
    for text in (response.body.decode(), repr(fake.calls), repr(fake)):
        assert not any(secret in text for secret in (signature, "a-token", SECRET_ID, SECRET_KEY))
