"""Asking any provider, in threads and in event loops: ours, which wait within a budget, and the user's."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, Protocol, cast, runtime_checkable

from .._redaction import bare
from ..clock import Clock
from ..errors import CredentialsMissing, RequestInvalid, TencentkitError
from ._environment import EnvironmentCredentials
from ._types import Credentials, CredentialsProvider


@runtime_checkable
class _Patient(Protocol):
    """A provider that bounds its wait, and hears of credentials that the service refused."""

    def get(self, budget: float | None = None) -> Credentials: ...

    async def get_async(self, budget: float | None = None) -> Credentials: ...

    def refuse(self, credentials: Credentials) -> None: ...


def provider_of(given: Any, clock: Clock | None, *, is_async: bool) -> CredentialsProvider:
    """What a client was given, as a provider.

    Raises:
        RequestInvalid: It gives no credentials, or is async where nothing awaits.
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


def ask(provider: CredentialsProvider, budget: float | None) -> Credentials:
    """Credentials of `provider`, within `budget` seconds.

    Raises:
        TimedOut: The budget is used up.
        TencentkitError: It has none. Whatever else a user's provider raises is the cause of a `CredentialsMissing`.
    """
    if isinstance(provider, Credentials):
        return provider
    if isinstance(provider, _Patient):
        return provider.get(budget)
    # Where there is a bound, in a thread, which is left to itself when that has passed.
    bounded = budget is not None and not isinstance(provider, EnvironmentCredentials)
    try:
        from .._concurrency.single_flight import InFlight  # it brings asyncio with it

        return _checked(provider, InFlight.in_thread(provider.get).wait(budget) if bounded else provider.get())
    except Exception as error:  # noqa: BLE001 - a user's provider may raise anything
        failure = _typed(provider, error)
        raise failure from failure.__cause__


async def ask_async(provider: CredentialsProvider, budget: float | None) -> Credentials:
    """`ask` without blocking the event loop."""
    if isinstance(provider, Credentials):
        return provider
    if isinstance(provider, _Patient):
        return await provider.get_async(budget)
    if isinstance(provider, EnvironmentCredentials):
        return provider.get()  # nothing of it blocks
    from .._concurrency.single_flight import InFlight

    asynchronous = getattr(provider, "get_async", None)
    # A thread that nobody waits for longer than the budget; no executor's place is taken.
    flight: InFlight[Any] = (
        InFlight.in_task(asynchronous) if inspect.iscoroutinefunction(asynchronous) else InFlight.in_thread(provider.get)
    )
    try:
        return _checked(provider, await flight.wait_async(budget))
    except Exception as error:  # noqa: BLE001 - as above
        failure = _typed(provider, error)
        raise failure from failure.__cause__


def refuse(provider: CredentialsProvider, credentials: Credentials) -> None:
    """Tell `provider` that the service does not accept `credentials`, if it wants to hear of it."""
    if isinstance(provider, _Patient):
        provider.refuse(credentials)


def _checked(provider: CredentialsProvider, given: Any) -> Credentials:
    if not isinstance(given, Credentials):
        raise CredentialsMissing(f"{type(provider).__name__}: gave {type(given).__name__}, not Credentials", broken=True)
    return given


def _typed(provider: CredentialsProvider, error: Exception) -> TencentkitError:
    bare(error)  # its frames hold what the provider gave
    if isinstance(error, TencentkitError):
        return error
    typed = CredentialsMissing(f"{type(provider).__name__}: failed with {type(error).__name__}", broken=True)
    typed.__cause__ = error
    return typed
