"""The sources that are looked at when a client is given no credentials."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from .._concurrency.single_flight import InFlight, SingleFlight
from ..clock import Clock
from ..errors import CredentialsMissing, TencentkitError
from ._environment import EnvironmentCredentials
from ._resolve import ask, ask_async, refuse
from ._types import Credentials, CredentialsProvider

_LOG = logging.getLogger("tencentkit")


class DefaultCredentials:
    """The first source that serves: environment, web identity (TKE), profile file, instance role.

    A source that is there but cannot be used is passed over with a warning in the log. Only variables of the environment that
    hold half a pair, or what can be no key, end the search: whoever set them meant them. What served is kept for the client's
    life; a source that fails later fails loudly and is not replaced by another.

    Args:
        sources: Other sources, in their order.
        clock: Time, for tests.
    """

    def __init__(self, sources: Sequence[CredentialsProvider] | None = None, *, clock: Clock | None = None) -> None:
        self._sources = sources
        self._clock = clock
        self._found: CredentialsProvider | None = None
        self._flights: SingleFlight[CredentialsProvider] = SingleFlight()

    def get(self, budget: float | None = None) -> Credentials:
        """Ask each source in turn.

        Args:
            budget: Seconds that it may take; `None` for no bound.

        Raises:
            CredentialsMissing: None served, and the message lists them all, each with its reason; or the environment is wrong.
            TimedOut: The budget is used up.
        """
        found = self._found or self._quickly() or self._flights.join(self._take_off).wait(budget)
        return ask(found, budget)

    async def get_async(self, budget: float | None = None) -> Credentials:
        """`get`, without blocking the event loop."""
        found = self._found or self._quickly() or await self._flights.join(self._take_off).wait_async(budget)
        return await ask_async(found, budget)

    def refuse(self, credentials: Credentials) -> None:
        """Note that the service does not accept `credentials`."""
        if self._found is not None:
            refuse(self._found, credentials)

    @property
    def account(self) -> str | None:
        """That of the source which serves."""
        return getattr(self._found, "account", None)

    @property
    def origin(self) -> str | None:
        """As `account`."""
        return getattr(self._found, "origin", None)

    def _take_off(self) -> InFlight[CredentialsProvider]:
        return InFlight.in_thread(self._search)

    def _all(self) -> Sequence[CredentialsProvider]:
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

    def _quickly(self) -> CredentialsProvider | None:
        """The first source, if that is an environment that serves: it needs no thread to look at."""
        first = EnvironmentCredentials() if self._sources is None else next(iter(self._sources), None)
        if not isinstance(first, EnvironmentCredentials):
            return None
        try:
            first.get()
        except CredentialsMissing as error:
            if error.broken:
                raise
            return None
        self._found = first
        return first

    def _search(self) -> CredentialsProvider:
        reasons: list[str] = []
        broken: list[str] = []
        for source in self._all():
            try:
                ask(source, None)
            except TencentkitError as error:
                reasons.append(error.message)
                if getattr(error, "broken", True):
                    if isinstance(source, EnvironmentCredentials):
                        raise
                    broken.append(error.message)
                continue
            if broken:
                _LOG.warning("tencentkit: %s; so the credentials are those of %s", "; ".join(broken), type(source).__name__)
            self._found = source
            return source
        raise CredentialsMissing(
            "no credentials: pass credentials=Credentials(…) or set TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY; looked at "
            + "; ".join(reasons)
        )

    def __repr__(self) -> str:
        return "DefaultCredentials()"
