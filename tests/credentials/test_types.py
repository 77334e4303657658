"""`Credentials`: validation and repr."""

from __future__ import annotations

import pytest

from tencentkit import Credentials
from tencentkit.errors import CredentialsMissing


@pytest.mark.parametrize(
    ("secret_id", "secret_key", "token"),
    [("", "k", None), ("i", "", None), ("i", "k", ""), ("i d", "k", None), ("i", "k\n", None), ("ï", "k", None)],
)
def test_invalid_keys_are_refused(secret_id: str, secret_key: str, token: str | None) -> None:
    """The constructor refuses empty parts and characters that a header does not allow, without showing the value."""
    with pytest.raises(CredentialsMissing, match=r"empty|does not allow") as caught:
        Credentials(secret_id, secret_key, token)
    assert "k\n" not in str(caught.value)


@pytest.mark.parametrize("expires_at", [10**400, float("nan"), -float("inf"), "soon", True], ids=lambda value: str(value)[:8])
def test_invalid_expiry_is_refused(expires_at: object) -> None:
    """An expiry beyond all calendars, NaN, or of another type raises `CredentialsMissing`."""
    with pytest.raises(CredentialsMissing, match="expires_at"):
        Credentials("i", "k", "t", expires_at=expires_at)  # type: ignore[arg-type]


def test_repr_hides_secrets() -> None:
    """The repr shows enough of the id to recognise it, and neither key nor token."""
    shown = repr(Credentials("AKIDabcdefghijklmnopWXYZ", "the-key", token="the-token"))
    assert shown == "Credentials(secret_id='AKID…WXYZ', secret_key='…', token='…')"
