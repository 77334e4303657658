"""TC3 signature: published and measured vectors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit._signing.tc3 import Signer, credential_scope
from tests.signing.authorization import authorization

VECTORS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


def sign(vector: dict[str, Any], signer: Signer) -> str:
    return authorization(
        signer,
        Credentials(vector["secret_id"], vector["secret_key"]),
        [(name, value) for name, value in vector["signed_headers"]],
        b"UNSIGNED-PAYLOAD" if vector["unsigned_payload"] else vector["body"].encode(),
        service=vector["service"],
        timestamp=vector["timestamp"],
        method=vector["method"],
        query=vector["query"],
    )


def test_all_vectors_are_present() -> None:
    """The file has all fifteen vectors."""
    assert len(VECTORS) == 15


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["name"]))
def test_signature_equals_the_vector(vector: dict[str, Any]) -> None:
    """A new signer and a signer with a cached key compute the vector's signature."""
    signer = Signer()
    first, second = sign(vector, signer), sign(vector, signer)
    assert first == second
    assert first.endswith(f"Signature={vector['signature']}")


def test_signer_separates_its_keys() -> None:
    """A signer does not use the key of one secret, day or service for another."""
    signer = Signer()
    for vector in VECTORS * 2:
        assert sign(vector, signer).endswith(vector["signature"])


def test_scope_date_is_utc() -> None:
    """The date in the scope is the UTC date of the timestamp."""
    assert credential_scope(1551139199, "scf") == "2019-02-25/scf/tc3_request"
    assert credential_scope(1551139200, "scf") == "2019-02-26/scf/tc3_request"


def test_key_cache_is_bounded() -> None:
    """A program that signs for many accounts caches a limited number of keys."""
    signer = Signer()
    for number in range(1000):
        authorization(signer, Credentials("id", f"key{number}"), [("host", "h")], b"")
    assert len(signer._keys) <= 64


def test_repr_hides_keys() -> None:
    """The repr of a signer contains none of its cached keys."""
    signer = Signer()
    sign(VECTORS[0], signer)
    assert repr(signer) == "Signer()"
