"""Keeping the published limits, so that the service never has to refuse."""

from __future__ import annotations

import hashlib
import logging
import threading
import weakref
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from attrs import Factory, field, frozen

from .._concurrency.fork_safety import renewed_after_fork
from .._validation.numbers import check_count, check_number
from ..clock import Clock
from ..credentials._account import UNNAMED, account_of, shown
from ..credentials._types import Credentials, CredentialsProvider
from ..errors import RequestInvalid
from ._circuit_breaker import CircuitBreaker
from ._limit_names import check_action_name
from ._local_limiter import LocalLimiter, Slot
from ._shared_limiter import SharedLimiter
from ._sliding_window import MARGIN, REACH, UNLIMITED, Rules
from ._store import Store

_LOG = logging.getLogger("tencentkit")
_REFUSAL = 1.0
_JITTER = 0.25
_WHOLE_ACCOUNT = ("requestlimitexceeded.uinlimitexceeded", "requestlimitexceeded.globalregionuinlimitexceeded")
_WHOLE_ADDRESS = ("requestlimitexceeded.iplimitexceeded",)
_MOST_A_SECOND = 1_000_000
_MOST_PROCESSES = 100_000
_LONGEST_WINDOW = 60.0
_LONGEST_GAP = 60.0


class BucketKey(NamedTuple):
    """What the service counts by: not the region header, but where the host resolves to.

    Attributes:
        account: See `credentials._account`.
        host: The endpoint's host.
        action: The action.
    """

    account: str
    host: str
    action: str


class ThrottleEvent(NamedTuple):
    """Something that `Throttle(on_event=…)` is told.

    Attributes:
        kind: A request has to wait; the service refused one for its rate; the store went away, or came back.
        host: Of the bucket; empty for the store.
        action: Of the bucket; empty for the store.
        seconds: The wait as far as it is known, or the pause after a refusal; else 0.
        reason: The code of the refusal, or what is wrong with the store; else empty.
    """

    kind: Literal["wait", "refusal", "store down", "store up"]
    host: str = ""
    action: str = ""
    seconds: float = 0.0
    reason: str = ""


@frozen
class BucketState:
    """How one bucket stands; see `Throttle.state`.

    Attributes:
        account: Whose requests it counts: a role, a masked secret id, or what `Throttle(account=…)` says.
        host: The endpoint's host.
        action: The action.
        allowed: Requests that may count at once now: the limit, or less after refusals; `None` where no limit is known.
        left: How many may go at once; `None` where no limit is known.
        waiting: Requests that wait.
        window: Seconds for which a request counts at most after it was written, while it has no answer.
        paused: Seconds until requests go again after a refusal.
        waits: Requests of this process that had to wait so far.
        waited: Seconds that they waited in all.
        refusals: Requests of this process that the service refused for their rate.
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


def _limits(given: Mapping[str, int]) -> Mapping[str, int]:
    """A copy of `given`, if it is limits by action."""
    found: object = given  # checkers refuse anything else, programs may not have been checked
    if not isinstance(found, Mapping):
        raise RequestInvalid("limits", 'must be a mapping such as {"ListAsyncEvents": 10}')
    for action, limit in found.items():
        if not isinstance(action, str) or not action:
            raise RequestInvalid("limits", "must have the names of actions as its keys")
        check_action_name(action)
        check_count(f"limits[{action!r}]", limit, _MOST_A_SECOND)
    return dict(given)


@frozen(eq=False)  # compared by identity: it holds the buckets
class Throttle:
    """Sends no more requests a second than the service allows, for each account, host and action.

    One object may serve many clients, threads and event loops: its buckets are shared. Clients that are given none share
    one for the whole process. With a `store`, all processes that use the same store share them.

    Args:
        limits: Requests a second by action, named as on the wire (`ListFunctions`), in place of the published ones. A client warns once
            of a name that is nearly one of its actions.
        share: Part of each limit to use, above 0 and up to 1, when consoles or other services use the same account.
        account: Whose requests these are, any name that all who share the limits are given. Needed only where credentials do not
            say it: several pairs of keys of one account, or functions that give temporary ones in several clients.
        store: Where processes share the limits: `FileStore(folder)` on one machine, `RedisStore(url)` over many.
        on_unavailable: While the store does not answer: `"local"` keeps to this process's fair share of each limit, `"fail"`
            raises `ThrottleUnavailable`.
        processes: How many processes share the limits: the fair share is one of so many parts.
        on_event: Told of waits, refusals and the store's state, in the thread or task that met them; it must be quick.
        window: Seconds for which a request counts after it was written while it has no answer, at first; refusals and
            slow answers change it.
        gap: Seconds between two requests at least.

    Raises:
        RequestInvalid: An argument can never be right.
    """

    limits: Mapping[str, int] = field(factory=dict, converter=_limits)
    share: float = 1.0
    store: Store | None = None
    on_unavailable: Literal["local", "fail"] = "local"
    processes: int = 4
    account: str | None = None
    on_event: Callable[[ThrottleEvent], object] | None = field(default=None, repr=False)
    window: float = 1 + REACH
    gap: float = 0.010
    _buckets: dict[BucketKey, LocalLimiter | SharedLimiter] = field(factory=dict, init=False, repr=False)
    _pauses: dict[str | None, tuple[Clock, float]] = field(factory=dict, init=False, repr=False)
    _outage: CircuitBreaker = field(default=Factory(lambda self: self._fresh_outage(), takes_self=True), init=False, repr=False)
    _lock: list[threading.Lock] = field(factory=lambda: [threading.Lock()], init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        check_number("share", self.share, 0, 1, above=True)
        check_number("window", self.window, 1, _LONGEST_WINDOW)
        check_number("gap", self.gap, 0, _LONGEST_GAP)
        check_count("processes", self.processes, _MOST_PROCESSES)
        if not isinstance(self.on_unavailable, str) or self.on_unavailable not in {"local", "fail"}:
            raise RequestInvalid("on_unavailable", 'must be "local" or "fail"')
        if self.account is not None and (not isinstance(self.account, str) or not self.account.strip()):
            raise RequestInvalid("account", "must be a text that is not empty, or None")
        if self.on_event is not None and not callable(self.on_event):
            raise RequestInvalid("on_event", "must be callable with one argument, or None")
        if self.store is not None and (isinstance(self.store, type) or not isinstance(self.store, Store)):
            raise RequestInvalid("store", "must be FileStore(folder), RedisStore(url), or None")
        renewed_after_fork(self)

    def _fresh_outage(self) -> CircuitBreaker:
        return CircuitBreaker(repr(self.store), patient=self.on_unavailable == "local", tell=self._tell_of_store)

    def key(self, provider: CredentialsProvider, credentials: Credentials, host: str, action: str) -> BucketKey:
        """In which bucket a request counts that is signed with what `provider` gave."""
        account = self.account or account_of(provider, credentials)
        if self.store is not None and account.startswith(UNNAMED):
            # Nothing tells two processes whether theirs are the same; who shares a store most likely shares the account.
            account = UNNAMED
        return BucketKey(account, host, action)

    def bucket(self, key: BucketKey, published: int | None, clock: Clock) -> LocalLimiter | SharedLimiter:
        """The bucket for `key`; it keeps the clock of its first user."""
        bucket = self._buckets.get(key)
        if bucket is not None:
            return bucket
        with self._lock[0]:
            return self._buckets.setdefault(key, self._made(key, self.limits.get(key.action, published), clock))

    def _made(self, key: BucketKey, limit: int | None, clock: Clock) -> LocalLimiter | SharedLimiter:
        on_wait = None if self.on_event is None else _WaitTeller(self, key)
        bucket: LocalLimiter | SharedLimiter
        if limit is None:
            # Nothing to keep, so nothing to share: each process learns by itself, should the service ever refuse.
            bucket = LocalLimiter(Rules(UNLIMITED, gap=0.0), clock, on_wait=on_wait)
        else:
            rules = self._rules(limit * self.share)
            if self.store is None:
                bucket = LocalLimiter(rules, clock, reach=self.window - 1, on_wait=on_wait)
            else:
                fair = self._rules(limit * self.share / self.processes)
                account = hashlib.sha256(key.account.encode()).hexdigest()[:16]
                name = f"{key.host}:{key.action}:{account}"
                bucket = SharedLimiter(name, rules=rules, fair=fair, store=self.store, outage=self._outage, clock=clock, on_wait=on_wait)
        for scope in (key.account, None):
            if scope in self._pauses:
                measured, until = self._pauses[scope]
                bucket.pause(max(0.0, until - measured.monotonic()))
        return bucket

    def _rules(self, allowed: float) -> Rules:
        # Below one request a second, each counts for longer.
        slots, span = (int(allowed), 1 + MARGIN) if allowed >= 1 else (1, (1 + MARGIN) / allowed)
        return Rules(slots, span, min(self.gap, span / slots))

    def refused(self, key: BucketKey, slot: Slot, code: str, clock: Clock, *, random: float) -> None:
        """The service refused a request for its rate: slow its bucket down, or all that the code is about."""
        jitter = _JITTER * random
        with self._lock[0]:
            buckets = dict(self._buckets)
        buckets[key].refused(slot, jitter)
        scope: str | None = key.account
        if code.lower() in _WHOLE_ACCOUNT + _WHOLE_ADDRESS:
            scope = key.account if code.lower() in _WHOLE_ACCOUNT else None
            self._pauses[scope] = (clock, clock.monotonic() + _REFUSAL + jitter)
            for other, bucket in buckets.items():
                if scope is None or other.account == scope:
                    bucket.pause(_REFUSAL + jitter)
        self.tell(ThrottleEvent("refusal", key.host, key.action, _REFUSAL + jitter, code))

    def state(self) -> tuple[BucketState, ...]:
        """How each bucket stands that was used so far, in the order of first use. Asks no store."""
        with self._lock[0]:
            buckets = dict(self._buckets)
        states = []
        for key, bucket in buckets.items():
            view, tally = bucket.view(), bucket.tally
            states.append(
                BucketState(
                    account=shown(key.account),
                    host=key.host,
                    action=key.action,
                    allowed=view.allowed,
                    left=view.left,
                    waiting=view.waiting,
                    window=view.window,
                    paused=view.paused,
                    waits=tally.waits,
                    waited=tally.waited,
                    refusals=tally.refusals,
                )
            )
        return tuple(states)

    def tell(self, event: ThrottleEvent) -> None:
        """Pass an event on; an observer that fails harms no call."""
        if self.on_event is not None:
            try:
                self.on_event(event)
            except Exception:  # noqa: BLE001 - whatever it is, it is the observer's
                _LOG.exception("tencentkit: on_event failed")

    def _tell_of_store(self, reason: str) -> None:
        self.tell(ThrottleEvent("store down" if reason else "store up", reason=reason))

    def renew_after_fork(self) -> None:
        """See `Renewable`."""
        self._lock[0] = threading.Lock()
        self._outage.renew_lock()
        for bucket in self._buckets.values():
            bucket.renew_lock()


class _WaitTeller:
    def __init__(self, throttle: Throttle, key: BucketKey) -> None:
        self._throttle = weakref.ref(throttle)
        self._key = key

    def __call__(self, seconds: float) -> None:
        throttle = self._throttle()
        if throttle is not None:
            throttle.tell(ThrottleEvent("wait", self._key.host, self._key.action, seconds))


PROCESS_WIDE = Throttle()
"""The throttle of every client that is given none."""
