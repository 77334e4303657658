"""Resolution of credentials from any provider, in threads and event loops."""

from __future__ import annotations

import inspect
import os
import sys
from functools import lru_cache
from typing import Any, cast

from .._redaction import without_locals
from ..errors import CredentialsMissing, TencentkitError
from ._environment import EnvironmentCredentials
from ._types import Credentials, CredentialsProvider


def resolve(provider: CredentialsProvider, budget: float | None) -> Credentials:
    """Get credentials from `provider` within `budget` seconds; `None` is no limit.

    Raises:
        TimedOut: The budget is used up.
        TencentkitError: The provider failed. An error of another type is the cause of a `CredentialsMissing`.
    """
    if isinstance(provider, Credentials):
        return provider
    if _limits_wait(type(provider)):
        return cast("Credentials", cast("Any", provider).get(budget))
    handled = sys.exception()
    # With a budget, in a thread of its own, which the call abandons when the budget is used up.
    bounded = budget is not None and not isinstance(provider, EnvironmentCredentials)
    try:
        from .._concurrency.single_flight import InFlight  # it imports asyncio

        get = InFlight.in_thread(provider.get, "credentials").wait if bounded else lambda _: provider.get()
        return check_credentials(get(budget), type(provider).__name__)  # no local variable holds a wrong result
    except Exception as error:  # noqa: BLE001 - a user's provider may raise anything
        failure = provider_error(error, type(provider).__name__, handled)
        raise failure from failure.__cause__


async def resolve_async(provider: CredentialsProvider, budget: float | None) -> Credentials:
    """Get credentials without blocking the event loop; see `resolve`."""
    if isinstance(provider, Credentials):
        return provider
    if _limits_wait(type(provider)):
        return cast("Credentials", await cast("Any", provider).get_async(budget))
    if isinstance(provider, EnvironmentCredentials):
        return provider.get()  # it does not block
    from .._concurrency.single_flight import InFlight

    handled = sys.exception()
    asynchronous = getattr(provider, "get_async", None)
    # Not in the loop's executor: an abandoned thread would occupy one of its workers.
    fetch: InFlight[Any]
    if inspect.iscoroutinefunction(asynchronous):
        fetch = InFlight.in_task(asynchronous, "credentials")
    else:
        fetch = InFlight.in_thread(provider.get, "credentials")
    try:
        return check_credentials(await fetch.wait_async(budget), type(provider).__name__)
    except Exception as error:  # noqa: BLE001 - as above
        failure = provider_error(error, type(provider).__name__, handled)
        raise failure from failure.__cause__


def report_refusal(provider: CredentialsProvider, credentials: Credentials) -> None:
    """Report to `provider` that the service refused `credentials`, if it can discard them."""
    if _limits_wait(type(provider)):
        cast("Any", provider).refuse(credentials)


@lru_cache(maxsize=256)
def _limits_wait(kind: type) -> bool:
    """Return whether providers of a class limit their own wait and accept refused credentials, as those of this package do."""
    try:
        for name in ("get", "get_async", "refuse"):
            inspect.signature(getattr(kind, name)).bind(None, None)
    except (AttributeError, TypeError, ValueError):
        return False
    return True


def check_credentials(result: object, name: str) -> Credentials:
    """Return what the provider `name` returned, if it is `Credentials`.

    Raises:
        CredentialsMissing: It is of another type.
    """
    if not isinstance(result, Credentials):
        raise CredentialsMissing(f"{name}: returned {type(result).__name__}, not Credentials", broken=True)
    return result


def provider_error(error: Exception, name: str, handled: BaseException | None = None) -> TencentkitError:
    """Return a provider's error as one of tencentkit's, and clear the local variables of its traceback, which hold keys.

    Args:
        error: The error; its traceback keeps files, lines and functions.
        name: The provider's name, for the message.
        handled: The exception that the caller was handling before; it stays as it is.
    """
    without_locals(error, handled)
    if isinstance(error, TencentkitError):
        return error
    from traceback import extract_tb, format_exception_only  # only a failure needs it

    text, frames = format_exception_only(error)[-1].strip(), extract_tb(error.__traceback__)
    place = f" (in {frames[-1].name}, {os.path.basename(frames[-1].filename)}:{frames[-1].lineno})" if frames else ""  # noqa: PTH119 - no pathlib
    failure = CredentialsMissing(
        f"{name}: failed with {text}{place}", broken=True, transient=isinstance(error, ConnectionError | TimeoutError)
    )
    failure.__cause__ = error
    return failure
