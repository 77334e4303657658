"""Credentials, and the protocol of their providers."""

from __future__ import annotations

from typing import Any, Protocol

from attrs import field, frozen

from .._redaction import Secret, masked
from ..errors import CredentialsMissing

_MAX_TIME = 1e11
"""Unix seconds in the year 5138."""


def hidden(value: Any) -> Any:
    """Return a string as a `Secret`, and any other value as it is."""
    return Secret(value) if isinstance(value, str) else value


@frozen(init=False)
class Credentials:
    """Secret id and key from the vendor's console, or temporary ones with their token.

    Args:
        secret_id: The id; requests contain it in clear text.
        secret_key: The key; it signs requests and is never sent.
        token: Token of temporary credentials.
        expires_at: Expiry of temporary credentials in Unix seconds; `None` if unknown.

    Raises:
        CredentialsMissing: A part is empty or contains a character that a header does not allow.
    """

    secret_id: str = field(repr=masked)
    secret_key: str = field(converter=hidden, repr=lambda _: "'…'")
    token: str | None = field(default=None, converter=hidden, repr=lambda value: "None" if value is None else "'…'")
    expires_at: float | None = field(default=None, kw_only=True, repr=False)

    def __init__(self, secret_id: str, secret_key: str, token: str | None = None, *, expires_at: float | None = None) -> None:
        # Converted before anything can fail: a traceback with local variables shows those of this frame.
        secret_key, token = hidden(secret_key), hidden(token)
        self.__attrs_init__(secret_id, secret_key, token, expires_at=expires_at)  # pyright: ignore[reportAttributeAccessIssue]  # attrs adds it

    def __attrs_post_init__(self) -> None:
        parts = {"secret_id": self.secret_id, "secret_key": self.secret_key}
        if self.token is not None:
            parts["token"] = self.token
        for name, value in parts.items():
            if not isinstance(value, str) or not value:
                raise CredentialsMissing(f"{name} is empty or not a string")
            if not value.isascii() or not value.isprintable() or " " in value:
                raise CredentialsMissing(f"{name} contains a space or a character that a header does not allow")
        end = self.expires_at
        if end is not None and (isinstance(end, bool) or not isinstance(end, int | float) or not abs(end) < _MAX_TIME):  # or NaN
            raise CredentialsMissing("expires_at must be a time in Unix seconds")

    def get(self) -> Credentials:
        """Return these credentials, which are their own provider."""
        return self

    def same_keys(self, other: Credentials) -> bool:
        """Return whether id, key and token are equal; expiry times may differ."""
        return (self.secret_id, self.secret_key, self.token) == (other.secret_id, other.secret_key, other.token)


class CredentialsProvider(Protocol):
    """Source of credentials; the client calls it before each attempt.

    An `AsyncClient` awaits the coroutine method `get_async` if the provider has one; else it calls `get` in a thread.

    A provider may have an attribute `account`: a string that identifies the account (its number, or a role's ARN). The rate
    limit is counted by it, across refreshes of temporary credentials and in every process.
    """

    def get(self) -> Credentials:
        """Return the credentials to sign with.

        Raises:
            CredentialsMissing: The provider has none; the message names the reason.
        """
        ...
