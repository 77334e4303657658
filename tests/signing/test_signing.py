"""The TC3 signature against published and measured examples."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit._signing.tc3 import Signer, scope

VECTORS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


def authorization(vector: dict[str, Any], signer: Signer) -> str:
    return signer.authorization(
        Credentials(vector["secret_id"], vector["secret_key"]),
        service=vector["service"],
        timestamp=vector["timestamp"],
        headers=[(name, value) for name, value in vector["signed_headers"]],
        payload=b"UNSIGNED-PAYLOAD" if vector["unsigned_payload"] else vector["body"].encode(),
        method=vector["method"],
        query=vector["query"],
    )


def test_there_are_fifteen_vectors() -> None:
    """All fifteen examples are here."""
    assert len(VECTORS) == 15


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["name"]))
def test_every_vector_gives_its_signature(vector: dict[str, Any]) -> None:
    """Each example's signature is what a new signer and a signer that kept the day's key both compute."""
    signer = Signer()
    first, second = authorization(vector, signer), authorization(vector, signer)
    assert first == second
    assert first.endswith(f"Signature={vector['signature']}")


def test_one_signer_serves_all_keys_days_and_services() -> None:
    """A key kept for one secret, day or service is never used for another."""
    signer = Signer()
    for vector in VECTORS * 2:
        assert authorization(vector, signer).endswith(vector["signature"])


def test_the_scope_follows_the_timestamp_in_utc() -> None:
    """The date in the scope is the UTC date of the timestamp itself."""
    assert scope(1551139199, "scf") == "2019-02-25/scf/tc3_request"
    assert scope(1551139200, "scf") == "2019-02-26/scf/tc3_request"


def test_kept_keys_are_bounded() -> None:
    """A service that signs for many accounts does not keep keys without end."""
    signer = Signer()
    for number in range(1000):
        signer.authorization(Credentials("id", f"key{number}"), service="scf", timestamp=1551113065, headers=[("host", "h")], payload=b"")
    assert len(signer._keys) <= 64


def test_a_signer_shows_no_key() -> None:
    """The repr of a signer that holds keys holds none of them."""
    signer = Signer()
    authorization(VECTORS[0], signer)
    assert repr(signer) == "Signer()"
