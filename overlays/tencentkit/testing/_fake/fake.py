"""The fake SCF, with functions and events."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from ... import scf
from ...clock import Clock
from .._service import times
from .contents import FakeContents
from .fake_product import FakeProduct

if TYPE_CHECKING:
    from ...scf._client import AsyncClient, Client


class FakeScf(FakeProduct, FakeContents):
    """A fake of SCF 2018-04-16 that verifies requests as the service does: a `FakeProduct` with methods for functions and events.

        fake = FakeScf(clock=ManualClock())
        event = fake.function("helloworld").running(ends_in=30)
        client = fake.client()

    Args:
        clock: Source of time.
        credentials: Secret key of each accepted secret id; default: the example pair.
        tokens: Token of each of these secret ids that is temporary.
        hosts: Accepted host names besides the service's own and loopback, without a port.
        rate_limits: Requests per second of an action, instead of the published limit; `None` for no limit.
        seed: Seed of the ids; equal seeds give equal ids.
        keep_calls: Maximum length of `calls`; `None`: unbounded.
        deploy_time: Seconds that a function or version is Creating, Updating or Publishing before it is Active.

    Raises:
        TypeError: `hosts` is a string.
        ValueError: `credentials` is empty, `tokens` or `rate_limits` have an unknown key, a limit is less than 1, or `deploy_time`
            is negative or not finite.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        credentials: Mapping[str, str] | None = None,
        tokens: Mapping[str, str] | None = None,
        hosts: Collection[str] = (),
        rate_limits: Mapping[str, int | None] | None = None,
        seed: int = 0,
        keep_calls: int | None = None,
        deploy_time: float = 1.0,
    ) -> None:
        if not 0 <= deploy_time < math.inf:  # false for NaN
            raise ValueError(f"deploy_time must be finite and not negative: {deploy_time!r}")
        self._deploy_time = times.from_seconds(deploy_time)
        self._travelled = 0.0
        super().__init__(
            scf,
            clock=clock,
            credentials=credentials,
            tokens=tokens,
            hosts=hosts,
            rate_limits=rate_limits,
            seed=seed,
            keep_calls=keep_calls,
        )

    def event_time(self) -> float:
        """Return the time of functions and events in Unix seconds: `now` plus the seconds of `travel`."""
        return self.now() + self._travelled

    def _state_time(self) -> float:
        return self.event_time()

    def travel(self, seconds: float) -> None:
        """Advance the time of functions and events alone; timestamps, rate limits and waits are unaffected.

        Raises:
            ValueError: `seconds` is negative or not finite.
        """
        if not 0 <= seconds < math.inf:  # false for NaN
            raise ValueError(f"seconds must be finite and not negative: {seconds!r}")
        self._travelled += seconds
        self._notify()

    def client(self, **settings: Any) -> Client:
        """Return a new `tencentkit.scf.Client` that calls this fake; `settings` override its arguments.

        Close it, or use it as a context manager.
        """
        client: Client = super().client(**settings)
        return client

    def async_client(self, **settings: Any) -> AsyncClient:
        """Return a new `tencentkit.scf.AsyncClient`; see `client`."""
        client: AsyncClient = super().async_client(**settings)
        return client
