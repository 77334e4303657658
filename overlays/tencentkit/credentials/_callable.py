"""Provider that calls a function."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import cast

from .._concurrency.single_flight import InFlight
from .._validation.objects import is_async_callable
from ..clock import Clock
from ..errors import CredentialsMissing, RequestInvalid
from ._account import unidentified_account
from ._refresh import RefreshingProvider
from ._types import Credentials


class CallableCredentials(RefreshingProvider):
    """Credentials that a function returns, cached until shortly before their `expires_at` or until the service refuses them.

    A plain function runs in a thread, an `async` one in the event loop of the call that needs it; one call at a time.

    Args:
        function: Returns `Credentials`.
        account: Account of the credentials; see `CredentialsProvider`.
        clock: Clock, for tests.
    """

    def __init__(
        self,
        function: Callable[[], Credentials | Awaitable[Credentials]],
        *,
        account: str | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._function = function  # before the checks, because a traceback with local variables shows the repr
        super().__init__(clock=clock)
        if not callable(function):
            raise RequestInvalid("function", f"must be a function that returns Credentials, not {type(function).__name__}")
        self.account = account
        self.origin: str | None = unidentified_account(function)
        self.is_async: bool = is_async_callable(function)

    def _start_fetch(self) -> InFlight[Credentials]:
        return InFlight.in_task(self._fetch_and_store_async, "credentials") if self.is_async else super()._start_fetch()

    def get(self, budget: float | None = None) -> Credentials:
        """See `RefreshingProvider.get`."""
        if self.is_async:
            raise CredentialsMissing(f"{self._name()} is async: only an AsyncClient can await it")
        return super().get(budget)

    def _fetch(self) -> Credentials:
        return cast("Credentials", self._function())

    async def _fetch_and_store_async(self) -> Credentials:
        try:
            return self._store(await cast("Awaitable[Credentials]", self._function()))
        except Exception as error:  # noqa: BLE001 - a user's function may raise anything
            failure = self._record_failure(error)
            raise failure from failure.__cause__

    def _name(self) -> str:
        return f"credentials function {getattr(self._function, '__qualname__', type(self._function).__name__)}"

    def __repr__(self) -> str:
        return f"CallableCredentials({self._name()})"
