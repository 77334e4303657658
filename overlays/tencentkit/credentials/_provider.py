"""Provider for the `credentials` argument of a client."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, cast

from ..clock import Clock
from ..errors import RequestInvalid
from ._types import Credentials, CredentialsProvider


def provider_of(value: Any, clock: Clock | None, *, is_async: bool) -> CredentialsProvider:
    """Return the provider for `value`; `None` is `DefaultCredentials`.

    Raises:
        RequestInvalid: `value` is not a provider, or is async in a sync client.
    """
    if value is None:
        from ._default_chain import DefaultCredentials

        return DefaultCredentials(clock=clock)
    if not isinstance(value, type | Mapping):
        if callable(getattr(value, "get", None)):
            if inspect.iscoroutinefunction(value.get):
                raise RequestInvalid("credentials", "has an async get; get runs in threads, so name the coroutine method get_async")
            return cast("CredentialsProvider", value)
        if callable(value):
            from ._callable import CallableCredentials

            provider = CallableCredentials(cast("Callable[[], Credentials]", value), clock=clock)
            if provider.is_async and not is_async:
                raise RequestInvalid("credentials", "is async, which needs an AsyncClient")
            return provider
    raise RequestInvalid("credentials", "must be Credentials, a provider with a method get, or a function")
