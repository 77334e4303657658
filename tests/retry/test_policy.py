"""Retry policy: delays and validation."""

from __future__ import annotations

from typing import Any

import pytest

from tencentkit import Retry
from tencentkit.errors import (
    RequestInvalid,
)
from tencentkit.retry import Cause


def test_retry_after() -> None:
    """`Retry-After` lengthens the delay by at most 5 s, and never shortens it."""
    policy = Retry()
    assert policy.delay(Cause.TRANSIENT, 1, random=1.0, hint=None) == 0.05
    assert policy.delay(Cause.TRANSIENT, 1, random=1.0, hint=3.0) == 3.0
    assert policy.delay(Cause.TRANSIENT, 1, random=1.0, hint=600.0) == pytest.approx(5.05)
    assert policy.delay(Cause.THROTTLED, 1, random=1.0, hint=0.0) == 1.0


def test_exponential_backoff() -> None:
    """Full jitter: between 0 and the base times two to the attempt, at most 20 s."""
    policy = Retry(attempts=100)
    assert [policy.delay(Cause.TRANSIENT, n, random=1.0, hint=None) for n in (1, 2, 3, 20, 5000)] == [0.05, 0.1, 0.2, 20, 20]
    assert policy.delay(Cause.TRANSIENT, 3, random=0.0, hint=None) == 0.0


@pytest.mark.parametrize("name", ["attempts", "base", "throttled_base", "cap", "quota"])
@pytest.mark.parametrize("value", [-1, float("nan"), float("inf"), "3", None, True], ids=str)
def test_invalid_policy(name: str, value: Any) -> None:
    """An invalid number raises an error that names the argument."""
    with pytest.raises(RequestInvalid) as caught:
        Retry(**{name: value})
    assert caught.value.argument == name


def test_zero_attempts() -> None:
    """A policy needs at least one attempt."""
    with pytest.raises(RequestInvalid, match="attempts: must be at least 1"):
        Retry(attempts=0)


@pytest.mark.parametrize(
    ("codes", "rule"),
    [
        ("ResourceInUse", "must be a set of error codes such as {'ResourceInUse'}, not str"),
        ({"ResourceInUse": 1}, "must be a set of error codes such as {'ResourceInUse'}, not dict"),
        (None, "must be a set of error codes such as {'ResourceInUse'}, not NoneType"),
        ({1}, "must contain strings, not int"),
        ({""}, "contains '', which is not an error code such as ResourceInUse.Function"),
        ({"ResourceInUse."}, "contains 'ResourceInUse.', which is not an error code such as ResourceInUse.Function"),
        ({"Resource InUse"}, "contains 'Resource InUse', which is not an error code such as ResourceInUse.Function"),
    ],
    ids=str,
)
def test_invalid_codes(codes: Any, rule: str) -> None:
    """Invalid codes raise an error of one sentence."""
    with pytest.raises(RequestInvalid) as caught:
        Retry(codes=codes)
    assert str(caught.value) == f"codes: {rule}"


def test_codes_are_a_frozen_set() -> None:
    """A set, a list or a tuple of codes is stored unchanged; the policy stays hashable."""
    for codes in ({"ResourceInUse"}, ["ResourceInUse"], ("ResourceInUse",)):
        assert Retry(codes=codes).codes == frozenset({"ResourceInUse"})
    assert hash(Retry(codes={"A"})) == hash(Retry(codes=["A"]))
