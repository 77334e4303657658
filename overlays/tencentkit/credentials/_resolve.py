"""Resolution of credentials from any provider, in threads and event loops."""

from __future__ import annotations

import inspect
import sys
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, TypeGuard

from .._redaction import without_locals
from ..errors import CredentialsMissing, TencentkitError
from ._environment import EnvironmentCredentials
from ._types import Credentials, CredentialsProvider


class BudgetedProvider(ABC):
    """Provider of this package that limits its own wait and can discard refused credentials."""

    @abstractmethod
    def get(self, budget: float | None = None) -> Credentials: ...

    @abstractmethod
    async def get_async(self, budget: float | None = None) -> Credentials: ...

    @abstractmethod
    def refuse(self, credentials: Credentials) -> None: ...


def resolve(provider: CredentialsProvider, budget: float | None) -> Credentials:
    """Get credentials from `provider` within `budget` seconds; `None` is no limit.

    Raises:
        TimedOut: The budget is used up.
        TencentkitError: The provider failed. An error of another type is the cause of a `CredentialsMissing`.
    """
    if isinstance(provider, Credentials):
        return provider
    if _limits_wait(provider):
        return provider.get(budget)
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
    if _limits_wait(provider):
        return await provider.get_async(budget)
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
    if _limits_wait(provider):
        provider.refuse(credentials)


def _limits_wait(provider: CredentialsProvider) -> TypeGuard[BudgetedProvider]:
    """Return whether a provider has the methods of `BudgetedProvider`, such as a wrapper around one of ours."""
    if isinstance(provider, BudgetedProvider):
        return True
    if not all(callable(getattr(provider, name, None)) for name in ("get_async", "refuse")):
        return False
    try:
        for method in (provider.get, provider.get_async):  # type: ignore[attr-defined] # checked above
            inspect.signature(method).bind(None)
    except (TypeError, ValueError):
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
    failure = CredentialsMissing(f"{name}: failed with {type(error).__name__}{_text(error)}{_raised_at(error)}", broken=True)
    failure.__cause__ = error
    return failure


def _text(error: Exception) -> str:
    try:
        return f": {error}"
    except Exception:  # noqa: BLE001 - an error without a usable message is still an error of the provider
        return ""


def _raised_at(error: Exception) -> str:
    """Return function, file and line that raised `error`, for the message."""
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    if traceback is None:
        return ""
    code = traceback.tb_frame.f_code
    return f" (in {code.co_name}, {Path(code.co_filename).name}:{traceback.tb_lineno})"
