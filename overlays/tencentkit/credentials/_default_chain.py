"""Default chain of providers, for clients without a `credentials` argument."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import ClassVar

from .._concurrency.single_flight import InFlight, SingleFlight
from ..clock import Clock
from ..errors import CredentialsMissing, TencentkitError
from ._environment import EnvironmentCredentials
from ._resolve import report_refusal, resolve, resolve_async
from ._types import Credentials, CredentialsProvider

_LOG = logging.getLogger("tencentkit")


class DefaultCredentials:
    """Credentials of the first source that has some: environment, web identity (TKE), profile file, instance role.

    The search skips a broken source and logs a warning. Only half a pair or an invalid key in the environment ends the search:
    another source might belong to another account. The client keeps the source that it found; if that fails later, the call
    fails.

    Args:
        sources: Sources to try in this order, instead of those.
        clock: Clock, for tests.
    """

    _advice: ClassVar[str] = "pass credentials=Credentials(…) or set TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY"
    """Advice in the error of a search without a result; the command has its own."""

    def __init__(self, sources: Sequence[CredentialsProvider] | None = None, *, clock: Clock | None = None) -> None:
        self._sources = sources
        self._clock = clock
        self._selected: CredentialsProvider | None = None
        self._single_flight: SingleFlight[CredentialsProvider] = SingleFlight()

    def get(self, budget: float | None = None) -> Credentials:
        """Return the credentials of the selected source; the first call tries the sources in turn.

        Args:
            budget: Maximum seconds; `None` for no limit.

        Raises:
            CredentialsMissing: No source has credentials, and the message lists the reason of each; or the environment is invalid.
            TimedOut: The budget is used up.
        """
        source = self._selected or self._try_environment() or self._single_flight.join(self._start_search).wait(budget)
        return resolve(source, budget)

    async def get_async(self, budget: float | None = None) -> Credentials:
        """Return credentials without blocking the event loop; see `get`."""
        source = self._selected or self._try_environment() or await self._single_flight.join(self._start_search).wait_async(budget)
        return await resolve_async(source, budget)

    def refuse(self, credentials: Credentials) -> None:
        """Discard `credentials`, which the service refused."""
        if self._selected is not None:
            report_refusal(self._selected, credentials)

    @property
    def account(self) -> str | None:
        """Account of the selected source."""
        return getattr(self._selected, "account", None)

    @property
    def origin(self) -> str | None:
        """Origin of the selected source."""
        return getattr(self._selected, "origin", None)

    def _start_search(self) -> InFlight[CredentialsProvider]:
        return InFlight.in_thread(self._search, "credentials")

    def _chain(self) -> Sequence[CredentialsProvider]:
        if self._sources is None:
            from ._instance_role import InstanceRoleCredentials
            from ._profile import ProfileCredentials
            from ._web_identity import WebIdentityCredentials

            self._sources = (
                EnvironmentCredentials(),
                WebIdentityCredentials(clock=self._clock),
                ProfileCredentials(clock=self._clock),
                InstanceRoleCredentials(clock=self._clock),
            )
        return self._sources

    def _try_environment(self) -> CredentialsProvider | None:
        """Return the first source if it is an environment with credentials; reading it needs no thread."""
        first = EnvironmentCredentials() if self._sources is None else next(iter(self._sources), None)
        if not isinstance(first, EnvironmentCredentials):
            return None
        try:
            first.get()
        except CredentialsMissing as error:
            if error.broken:
                raise
            return None
        self._selected = first
        return first

    def _search(self) -> CredentialsProvider:
        reasons: list[str] = []
        broken: list[str] = []
        transient = False
        for source in self._chain():
            try:
                resolve(source, None)
            except TencentkitError as error:
                reasons.append(error.message)
                if getattr(error, "broken", True):
                    if isinstance(source, EnvironmentCredentials):
                        raise
                    broken.append(error.message)
                    transient = transient or error.retryable
                continue
            if broken:
                _LOG.warning("tencentkit: %s; using %s instead", "; ".join(broken), type(source).__name__)
            self._selected = source
            return source
        raise CredentialsMissing(f"no credentials found: {self._advice}; tried {'; '.join(reasons)}", transient=transient)

    def __repr__(self) -> str:
        return "DefaultCredentials()"
