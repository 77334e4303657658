"""Throttle: client-side rate limiting below the published limits, with one bucket for each account, host and action."""

from __future__ import annotations

import atexit
import hashlib
import logging
import os
import threading
import weakref
from collections.abc import Callable, Iterable, Mapping
from random import random
from typing import Literal

from attrs import Factory, field, frozen

from .._concurrency.fork_safety import register_fork_reset
from .._validation.numbers import check_count, check_number
from ..clock import Clock
from ..credentials._account import UNIDENTIFIED, account_of, masked_account
from ..credentials._types import Credentials, CredentialsProvider
from ..errors import RequestInvalid
from ..hooks import Hook, ThrottleEvent
from ._bucket_key import BucketKey
from ._buckets import Buckets
from ._limit_names import check_action_name
from ._limits import CLOCK_MARGIN, UNLIMITED, BucketLimit
from ._local_limiter import BucketSlot, LocalLimiter
from ._shared_limiter import SharedLimiter
from ._sliding_window import MAX_TRANSIT
from ._store import Store
from ._store_health import StoreHealth

_LOG = logging.getLogger("tencentkit")
_REFUSAL_PAUSE = 1.0
_MAX_JITTER = 0.25
_ACCOUNT_CODES = ("requestlimitexceeded.uinlimitexceeded", "requestlimitexceeded.globalregionuinlimitexceeded")
_ADDRESS_CODES = ("requestlimitexceeded.iplimitexceeded",)
_MAX_LIMIT = 1_000_000
PRIORITY_CLASSES = ("interactive", "normal", "batch")
"""The highest one first."""
_MAX_PROCESSES = 100_000
_MAX_WINDOW = 60.0
_MAX_GAP = 60.0


@frozen
class BucketState:
    """State of one bucket; see `Throttle.state`.

    Attributes:
        account: Account of the bucket: a role, a masked secret id, or `Throttle(account=…)`.
        host: The endpoint's host.
        action: The action.
        allowed: Requests that may count at once: the limit, or less after refusals; `None` without a known limit.
        left: Requests that may be sent at once; `None` without a known limit.
        waiting: Requests that wait.
        window: Maximum seconds for which a written request without a response counts.
        paused: Seconds until the pause after a refusal ends.
        waits: Requests of this process that have had to wait.
        waited: Seconds that they waited in total.
        refusals: Requests of this process that the service refused for their rate.
        permits: Requests of this process that may count at once; with a store less than `allowed`. `None` without a known limit.
        processes: Processes that share the bucket, as the store last reported.
        store_failure: Why the store is unavailable; empty: it is available, or there is none.
    """

    account: str
    host: str
    action: str
    allowed: int | None
    left: int | None
    waiting: int
    window: float
    paused: float
    waits: int
    waited: float
    refusals: int
    permits: int | None = None
    processes: int = 1
    store_failure: str = ""


def _limits(limits: Mapping[str, int]) -> Mapping[str, int]:
    """Return a copy of `limits` after validation."""
    found: object = limits  # for unchecked callers: a type checker would call the test redundant
    if not isinstance(found, Mapping):
        raise RequestInvalid("limits", 'must be a mapping such as {"ListAsyncEvents": 10}')
    for action, limit in found.items():
        if not isinstance(action, str) or not action:
            raise RequestInvalid("limits", "must have the names of actions as its keys")
        check_action_name(action)
        check_count(f"limits[{action!r}]", limit, _MAX_LIMIT)
    return dict(limits)


@frozen(eq=False)  # compared by identity: it holds the buckets
class Throttle:
    """Rate limiter that sends at most as many requests a second as the service allows for each account, host and action.

    Many clients, threads and event loops may share one throttle and its buckets. Clients without a `throttle` argument share
    one for the whole process. With a `store`, all processes that use the same store share the buckets.

    Args:
        limits: Requests a second instead of the published limits, by product and action (`scf.ListFunctions`). A name without
            product is valid while only one of the products in use has that action. A client logs one warning for a name that is
            similar to one of its actions.
        default_limit: Requests a second of each action without a known limit; `None` for no limit until the service refuses one.
        share: Part of each limit to use, above 0 and up to 1, when consoles or other services use the same account.
        account: Name of the account, the same for all that share the limits. Required only where credentials do not identify
            it: several key pairs of one account, or functions that return temporary keys in several clients.
        store: Store that shares the limits between processes: `FileStore(folder)` on one machine, `RedisStore(url)` for many.
        on_unavailable: While the store is unavailable, `"local"` keeps to this process's fair share of each limit, `"fail"`
            raises `ThrottleUnavailable`.
        processes: Number of processes that share the limits: the fair share is the limit divided by it.
        priority: Priority class of this process among those that share the store. Higher classes come first; each class keeps
            a tenth of the limit.
        on_event: Called for waits, refusals, renewals and changes of the store, in the thread or task of the call; it must be
            quick. `Hook.on_throttle_event` gets the same events.
        window: Initial maximum seconds for which a written request without a response counts; refusals and slow responses
            change it.
        gap: Minimum seconds between the planned times of two requests, but at most half of the limit's period for all of them.

    Raises:
        RequestInvalid: An argument is invalid.
    """

    limits: Mapping[str, int] = field(factory=dict, converter=_limits)
    default_limit: int | None = None
    share: float = 1.0
    store: Store | None = None
    on_unavailable: Literal["local", "fail"] = "local"
    processes: int = 4
    account: str | None = None
    priority: Literal["interactive", "normal", "batch"] = "normal"
    on_event: Callable[[ThrottleEvent], object] | None = field(default=None, repr=False)
    window: float = 1 + MAX_TRANSIT
    gap: float = 0.010
    _buckets: Buckets = field(factory=Buckets, init=False, repr=False)
    _pauses: dict[str | None, tuple[Clock, float]] = field(factory=dict, init=False, repr=False)
    _hooks: list[weakref.ref[Hook]] = field(factory=list, init=False, repr=False)
    _health: StoreHealth = field(default=Factory(lambda self: self._new_health(), takes_self=True), init=False, repr=False)
    _lock: list[threading.Lock] = field(factory=lambda: [threading.Lock()], init=False, repr=False)
    _process: list[int] = field(factory=lambda: [os.getpid()], init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.default_limit is not None:
            check_count("default_limit", self.default_limit, _MAX_LIMIT)
        check_number("share", self.share, 0, 1, above=True)
        check_number("window", self.window, 1, _MAX_WINDOW)
        check_number("gap", self.gap, 0, _MAX_GAP)
        check_count("processes", self.processes, _MAX_PROCESSES)
        if not isinstance(self.on_unavailable, str) or self.on_unavailable not in {"local", "fail"}:
            raise RequestInvalid("on_unavailable", 'must be "local" or "fail"')
        if not isinstance(self.priority, str) or self.priority not in PRIORITY_CLASSES:
            raise RequestInvalid("priority", 'must be "interactive", "normal" or "batch"')
        if self.account is not None and (not isinstance(self.account, str) or not self.account.strip()):
            raise RequestInvalid("account", "must be a non-empty string, or None")
        if self.on_event is not None and not callable(self.on_event):
            raise RequestInvalid("on_event", "must be callable with one argument, or None")
        if self.store is not None and (isinstance(self.store, type) or not isinstance(self.store, Store)):
            raise RequestInvalid("store", "must be FileStore(folder), RedisStore(url), or None")
        register_fork_reset(self)
        if self.store is not None:
            _SHARING.append(weakref.ref(self, _SHARING.remove))

    def _new_health(self) -> StoreHealth:
        return StoreHealth(repr(self.store), local_fallback=self.on_unavailable == "local", on_change=self._notify_of_store)

    def key(self, provider: CredentialsProvider, credentials: Credentials, host: str, action: str) -> BucketKey:
        """Return the bucket key of a request that is signed with `credentials` of `provider`."""
        account = self.account or account_of(provider, credentials)
        if self.store is not None and account.startswith(UNIDENTIFIED):
            # Two processes cannot compare unidentified accounts; processes that share a store most likely share the account.
            account = UNIDENTIFIED
        return BucketKey(account, host, action)

    def limit_of(self, service: str, action: str, published: int | None) -> int | None:
        """Return the requests a second of an action; `None` without a known limit."""
        if self.limits:
            for name in (f"{service}.{action}", action):
                if name in self.limits:
                    return self.limits[name]
        return self.default_limit if published is None else published

    def limiter(self, key: BucketKey, published: int | None, clock: Clock) -> LocalLimiter | SharedLimiter:
        """Return the limiter of the bucket `key`; it keeps the limit and the clock of its first use."""
        if os.getpid() != self._process[0]:
            self.reset_after_fork()  # a fork without hooks, as in uWSGI
        limiter = self._buckets.limiters.get(key)
        if limiter is not None:
            return limiter
        with self._lock[0]:
            limiter = self._buckets.revive(key)
            if limiter is None:
                limiter = self._new_limiter(key, published, clock)
                self._buckets.add(key, limiter, clock.monotonic())
            return limiter

    def _new_limiter(self, key: BucketKey, requests: int | None, clock: Clock) -> LocalLimiter | SharedLimiter:
        on_wait = _BucketNotifier(self, key, "wait")
        limiter: LocalLimiter | SharedLimiter
        if requests is None:
            # Without a known limit there is nothing to share: each process learns one by itself if the service refuses requests.
            limiter = LocalLimiter(BucketLimit(UNLIMITED, gap=0.0), clock, on_wait=on_wait)
        else:
            limit = self._bucket_limit(requests * self.share)
            if self.store is None:
                limiter = LocalLimiter(limit, clock, max_transit=self.window - 1, on_wait=on_wait)
            else:
                fair_share = self._bucket_limit(requests * self.share / self.processes)
                account = hashlib.sha256(key.account.encode()).hexdigest()[:16]
                name = f"{key.host}:{key.action}:{account}"
                limiter = SharedLimiter(
                    name,
                    limit=limit,
                    fair_share=fair_share,
                    priority=PRIORITY_CLASSES.index(self.priority),
                    store=self.store,
                    health=self._health,
                    clock=clock,
                    random=random,
                    on_wait=on_wait,
                    on_renewal=_BucketNotifier(self, key, "renewal"),
                )
        for scope in (key.account, None):
            if scope in self._pauses:
                pause_clock, until = self._pauses[scope]
                limiter.pause(max(0.0, until - pause_clock.monotonic()))
        return limiter

    def _bucket_limit(self, rate: float) -> BucketLimit:
        # Below one request a second, each request counts for longer.
        requests, period = (int(rate), 1 + CLOCK_MARGIN) if rate >= 1 else (1, (1 + CLOCK_MARGIN) / rate)
        # A burst spreads over half of the period at most: the rest is needed to make up for idle moments and late wake-ups.
        return BucketLimit(requests, period, min(self.gap, period / requests / 2))

    def record_refusal(
        self, key: BucketKey, limiter: LocalLimiter | SharedLimiter, slot: BucketSlot, code: str, clock: Clock, *, random: float
    ) -> None:
        """Slow down the bucket of a request that the service refused for its rate, or all buckets that `code` concerns."""
        jitter = _MAX_JITTER * random
        with self._lock[0]:
            limiters = self._buckets.all()
        limiter.mark_refused(slot, jitter)
        if code.lower() in _ACCOUNT_CODES + _ADDRESS_CODES:
            scope = key.account if code.lower() in _ACCOUNT_CODES else None
            ended = [other for other, (pause_clock, until) in list(self._pauses.items()) if until <= pause_clock.monotonic()]
            for other_scope in ended:
                self._pauses.pop(other_scope, None)
            self._pauses[scope] = (clock, clock.monotonic() + _REFUSAL_PAUSE + jitter)
            for other, concerned in limiters.items():
                if scope is None or other.account == scope:
                    concerned.pause(_REFUSAL_PAUSE + jitter)
        self.notify(ThrottleEvent("refusal", key.host, key.action, _REFUSAL_PAUSE + jitter, code))

    def state(self) -> tuple[BucketState, ...]:
        """Return the state of each bucket used in the last ten minutes, in the order of first use. Sends no request to a store."""
        with self._lock[0]:
            limiters = self._buckets.all()
        states = []
        for key, limiter in limiters.items():
            bucket, counters = limiter.snapshot(), limiter.counters
            states.append(
                BucketState(
                    account=masked_account(key.account),
                    host=key.host,
                    action=key.action,
                    allowed=bucket.allowed,
                    left=bucket.left,
                    waiting=bucket.waiting,
                    window=bucket.window,
                    paused=bucket.paused,
                    waits=counters.waits,
                    waited=counters.waited,
                    refusals=counters.refusals,
                    permits=bucket.permits,
                    processes=bucket.processes,
                    store_failure=self._health.failure if isinstance(limiter, SharedLimiter) else "",
                )
            )
        return tuple(states)

    def close(self) -> None:
        """Give the permits of this process back to the store, so that other processes get them at once; calls get new ones.

        `Client.close`, and the end of the process, do this for their throttle.
        """
        self.leave_store()

    def leave_store(self, *, at_exit: bool = False) -> None:
        """`close`; at the end of the process also for calls that wait or are in flight."""
        for limiter in self._shared_limiters():
            if not limiter.leave(at_exit=at_exit):
                return  # one store has all buckets: the others would wait for it as long

    async def aclose(self) -> None:
        """`close` for an event loop."""
        for limiter in self._shared_limiters():
            if not await limiter.leave_async():
                break
        disconnect_idle = getattr(self.store, "disconnect_idle", None)
        if disconnect_idle is not None:
            await disconnect_idle()

    def _shared_limiters(self) -> list[SharedLimiter]:
        if self.store is None:
            return []
        with self._lock[0]:
            limiters = self._buckets.all()
        return [limiter for limiter in limiters.values() if isinstance(limiter, SharedLimiter)]

    def add_hooks(self, hooks: Iterable[Hook]) -> None:
        """Report events to these hooks, too, as long as they exist; hooks without `on_throttle_event` are left out."""
        with self._lock[0]:
            known: list[Hook] = [hook for reference in self._hooks if (hook := reference()) is not None]
            for new in hooks:
                if _receives_throttle_events(new) and not any(new is other for other in known):
                    known.append(new)
            self._hooks[:] = map(weakref.ref, known)

    def notify(self, event: ThrottleEvent) -> None:
        """Call `on_event` and the hooks; log what they raise."""
        if self.on_event is not None:
            try:
                self.on_event(event)
            except Exception:  # noqa: BLE001 - an error of the callback must not fail the call
                _LOG.exception("tencentkit: Throttle(on_event=…) raised an exception")
        for reference in self._hooks[:]:
            hook = reference()
            try:
                if hook is not None:
                    hook.on_throttle_event(event)
            except Exception as error:  # noqa: BLE001 - as above
                _LOG.error("tencentkit: hook %s failed in on_throttle_event with %s", type(hook).__name__, type(error).__name__)

    def _notify_of_store(self, reason: str) -> None:
        self.notify(ThrottleEvent("store down" if reason else "store up", reason=reason))

    def reset_after_fork(self) -> None:
        """See `ForkAware`."""
        self._process[0] = os.getpid()
        self._lock[0] = threading.Lock()
        self._health.reset_after_fork()
        for limiter in self._buckets.all().values():
            limiter.reset_after_fork()


_SHARING: list[weakref.ref[Throttle]] = []
"""Throttles with a store, in the order of their creation."""


@atexit.register
def _leave_stores() -> None:
    for reference in reversed(_SHARING):
        throttle = reference()
        if throttle is not None:
            throttle.leave_store(at_exit=True)


def _receives_throttle_events(hook: object) -> bool:
    return getattr(type(hook), "on_throttle_event", Hook.on_throttle_event) is not Hook.on_throttle_event


class _BucketNotifier:
    """Callback of a limiter, which must not keep its throttle alive."""

    def __init__(self, throttle: Throttle, key: BucketKey, kind: Literal["wait", "renewal"]) -> None:
        self._throttle = weakref.ref(throttle)
        self._key = key
        self._kind: Literal["wait", "renewal"] = kind

    def __call__(self, seconds: float, reason: str = "") -> None:
        throttle = self._throttle()
        if throttle is not None:
            throttle.notify(ThrottleEvent(self._kind, self._key.host, self._key.action, seconds, reason))


PROCESS_WIDE = Throttle()
"""Throttle of every client without a `throttle` argument."""
