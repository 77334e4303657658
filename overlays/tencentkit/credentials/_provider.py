"""Providers from what callers pass as `credentials=`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, cast

from ..clock import Clock
from ..errors import RequestInvalid
from ._types import Credentials, CredentialsProvider


def provider_of(given: Any, clock: Clock | None, *, is_async: bool) -> CredentialsProvider:
    """Return the provider for `credentials=`.

    Raises:
        RequestInvalid: It is no provider, or is async in a sync client.
    """
    if given is None:
        from ._default_chain import DefaultCredentials

        return DefaultCredentials(clock=clock)
    if not isinstance(given, type | Mapping):
        if callable(getattr(given, "get", None)):
            if inspect.iscoroutinefunction(given.get):
                raise RequestInvalid("credentials", "has an async get: an AsyncClient awaits get_async, and get is for threads")
            return cast("CredentialsProvider", given)
        if callable(given):
            from ._callable import CallableCredentials

            provider = CallableCredentials(cast("Callable[[], Credentials]", given), clock=clock)
            if provider.is_async and not is_async:
                raise RequestInvalid("credentials", "is async, which needs an AsyncClient")
            return provider
    raise RequestInvalid("credentials", "must be Credentials, a provider with a method get, or a function")
