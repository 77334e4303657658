"""Whose requests these are, as the throttle counts them: the same before and after temporary credentials are renewed."""

from __future__ import annotations

from .._redaction import masked
from ._types import Credentials, CredentialsProvider

_KEYS = "secret id "
UNNAMED = "temporary"
"""How the account of temporary credentials begins that do not say whose they are."""


def account_of(provider: CredentialsProvider, credentials: Credentials) -> str:
    """The account that `provider` says it is for, else that of permanent keys, else whatever stays when they are renewed.

    Args:
        provider: What gave the credentials.
        credentials: What it gave.
    """
    if provider is not credentials:
        account = getattr(provider, "account", None)
        if isinstance(account, str) and account:
            return account
        if credentials.token is not None:
            origin = getattr(provider, "origin", None)
            return origin if isinstance(origin, str) and origin else unnamed(provider)
    return _KEYS + credentials.secret_id


def unnamed(source: object) -> str:
    """An account of which nothing is known but what gives its credentials."""
    # Two clients of one function, or of one object's method, are one account.
    function = getattr(source, "__func__", source)
    owner = getattr(source, "__self__", source)
    name = getattr(function, "__qualname__", type(source).__name__)
    return f"{UNNAMED}, {name} {id(owner):x}"


def shown(account: str) -> str:
    """`account` as it may stand in a log."""
    return _KEYS + masked(account.removeprefix(_KEYS)).strip("'") if account.startswith(_KEYS) else account
