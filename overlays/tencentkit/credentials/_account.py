"""Account of a request, by which the throttle counts: a refresh of temporary credentials keeps it."""

from __future__ import annotations

from .._redaction import masked
from ._types import Credentials, CredentialsProvider

_KEY_PREFIX = "secret id "
UNIDENTIFIED = "temporary"
"""Start of the account of temporary credentials that do not identify their owner."""


def account_of(provider: CredentialsProvider, credentials: Credentials) -> str:
    """Return the provider's `account`, else the id of permanent keys, else a name that survives a refresh.

    Temporary keys as they are share one account: nothing in them identifies it.

    Args:
        provider: Provider of the credentials.
        credentials: Its credentials.
    """
    if provider is not credentials:
        account = getattr(provider, "account", None)
        if isinstance(account, str) and account:
            return account
        if credentials.token is not None:
            origin = getattr(provider, "origin", None)
            return origin if isinstance(origin, str) and origin else unidentified_account(provider)
    if credentials.token is not None:
        return UNIDENTIFIED  # their ids change with each refresh
    return _KEY_PREFIX + credentials.secret_id


def unidentified_account(source: object) -> str:
    """Return the account of credentials whose source alone is known."""
    # Two clients of one function, or of one object's method, are one account.
    function = getattr(source, "__func__", source)
    owner = getattr(source, "__self__", source)
    name = getattr(function, "__qualname__", type(source).__name__)
    return f"{UNIDENTIFIED}, {name} {id(owner):x}"


def masked_account(account: str) -> str:
    """Return `account` with a secret id masked, for logs."""
    return _KEY_PREFIX + masked(account.removeprefix(_KEY_PREFIX)).strip("'") if account.startswith(_KEY_PREFIX) else account
