"""A pair of keys, and what gives one."""

from __future__ import annotations

from typing import Protocol

from attrs import field, frozen

from .._redaction import Secret, masked
from ..errors import CredentialsMissing

_FOREVER = 1e11
"""Unix seconds in the year 5138."""


def _secret_key(value: str) -> str:
    # What is no text is refused below, by its name.
    return Secret(value) if isinstance(value, str) else value


def _token(value: str | None) -> str | None:
    return Secret(value) if isinstance(value, str) else value


@frozen
class Credentials:
    """A secret id and key of the vendor's console, or temporary ones with their token.

    Args:
        secret_id: The id; it is sent in clear.
        secret_key: The key; it signs and is never sent.
        token: Token of temporary credentials.
        expires_at: Unix seconds at which temporary credentials end; `None` where that is not known.

    Raises:
        CredentialsMissing: A part is empty or holds what cannot stand in a header.
    """

    secret_id: str = field(repr=masked)
    secret_key: str = field(converter=_secret_key, repr=lambda _: "'…'")
    token: str | None = field(default=None, converter=_token, repr=lambda value: "None" if value is None else "'…'")
    expires_at: float | None = field(default=None, kw_only=True, repr=False)

    def __attrs_post_init__(self) -> None:
        parts = {"secret_id": self.secret_id, "secret_key": self.secret_key}
        if self.token is not None:
            parts["token"] = self.token
        for name, value in parts.items():
            if not isinstance(value, str) or not value:
                raise CredentialsMissing(f"{name} is empty or no string")
            if not value.isascii() or not value.isprintable() or " " in value:
                raise CredentialsMissing(f"{name} holds a blank or a character that cannot stand in a header")
        end = self.expires_at
        if end is not None and (isinstance(end, bool) or not isinstance(end, int | float) or not abs(end) < _FOREVER):  # nor NaN
            raise CredentialsMissing("expires_at is no time in Unix seconds")

    def get(self) -> Credentials:
        """These credentials: they are a provider of themselves."""
        return self

    def same_keys(self, other: Credentials) -> bool:
        """Whether both sign alike, whatever is known of their ends."""
        return (self.secret_id, self.secret_key, self.token) == (other.secret_id, other.secret_key, other.token)


class CredentialsProvider(Protocol):
    """Anything that gives credentials when asked; it is asked for each attempt.

    An `AsyncClient` awaits a coroutine method `get_async`, where there is one, and else asks `get` in a thread.

    It may have an attribute `account`, a text that names whose credentials these are (an account's number, a role's ARN): the
    rate limit is counted by it, the same before and after temporary credentials are renewed, and in every process.
    """

    def get(self) -> Credentials:
        """The credentials to sign with.

        Raises:
            CredentialsMissing: It has none; the message says why.
        """
        ...
