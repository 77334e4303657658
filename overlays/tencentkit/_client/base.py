"""Parts that sync and async clients share: settings, requests, listings and waits, without I/O."""

from __future__ import annotations

import os
import random
import threading
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from tencentkit_api.action import Action, CallOptions, PagingOptions, Waiter
from tencentkit_api.deprecation import warn_of_use
from tencentkit_api.unset import UNSET, Unset

from .._pipeline.call_state import CallRequest
from .._pipeline.hook_dispatch import check_hooks
from .._pipeline.settings import Settings, check_retry, check_rng, check_throttle
from .._signing.request_signer import RequestSigner
from .._validation.numbers import check_seconds
from .._validation.objects import check_clock, check_transport, is_async_callable
from .._validation.urls import check_base_url
from ..clock import Clock
from ..credentials._provider import provider_of
from ..credentials._types import Credentials, CredentialsProvider
from ..errors import RequestInvalid
from ..hooks import Hook
from ..retry._policy import Retry
from ..throttle._throttle import Throttle
from .call_options import call_request, check_region, refuse_arguments
from .product import Product
from .serializer import encode_parameters, encode_request

if TYPE_CHECKING:
    # Most short programs use neither listings nor waiters, so these load on first use.
    from .._pagination.listing import PagedListing
    from .._waiters import Polling

_TransportT = TypeVar("_TransportT")

DEFAULT_TIMEOUT = 15.0
"""Seconds for each connect, read and write."""
DEFAULT_DEADLINE = 300.0
"""Seconds for a whole call."""


class BaseClient(Generic[_TransportT]):
    """Settings of a client, and what it decides without I/O."""

    _product: Product
    _is_async: ClassVar[bool]

    def __init__(
        self,
        *,
        region: str | None = None,
        credentials: CredentialsProvider | Callable[[], Credentials | Awaitable[Credentials]] | None = None,
        base_url: str | None = None,
        timeout: float | None = DEFAULT_TIMEOUT,
        deadline: float | None = DEFAULT_DEADLINE,
        retry: Retry | Unset | None = UNSET,
        throttle: Throttle | Unset | None = UNSET,
        transport: _TransportT | None = None,
        hooks: Sequence[Hook] = (),
        clock: Clock | None = None,
        rng: Callable[[], float] = random.random,
    ) -> None:
        """Check the settings; performs no I/O.

        Args:
            region: Default region of the calls, such as `ap-guangzhou`; if not set, `TENCENTCLOUD_REGION`.
            credentials: `Credentials(…)`, a provider, or a function that returns credentials; if not set, `DefaultCredentials`.
            base_url: `https://HOST` instead of the product's endpoint, such as the international one or a test server.
            timeout: Limit for each connect, read and write, in seconds; `None` for no limit.
            deadline: Limit for a whole call with its waits and attempts, in seconds; `None` for no limit.
            retry: Retry policy; `None` for no retries.
            throttle: Rate limiter for the published limits; if not set, one for the whole process; `None` for no throttling.
            transport: Replacement for the default transport; the client closes it.
            hooks: Receivers of call and attempt events; see `tencentkit.hooks`.
            clock: Replacement for the system clock, for tests.
            rng: Source of random numbers from 0 up to 1, for tests.

        Raises:
            RequestInvalid: A setting is invalid.
        """
        url, host = check_base_url(f"https://{self._product.host}" if base_url is None else base_url)
        if region is None:
            region = os.environ.get("TENCENTCLOUD_REGION") or None
        checked_clock = check_clock(clock)
        service, known = self._product.service, tuple(row.name for row in self._product.actions)
        self._settings = Settings(
            region=None if region is None else check_region(region),
            credentials=provider_of(credentials, clock, is_async=self._is_async),
            hooks=check_hooks(hooks, is_async=self._is_async),
            timeout=check_seconds("timeout", timeout),
            deadline=check_seconds("deadline", deadline),
            retry=check_retry(retry),
            throttle=check_throttle(throttle, clock, service=service, known=known),
            clock=checked_clock,
            random=check_rng(rng),
            signer=RequestSigner(url, host, checked_clock),
        )
        self._own_transport: _TransportT | None = None if transport is None else check_transport(transport, is_async=self._is_async)
        self._transport_lock = threading.Lock()

    @property
    def _transport(self) -> _TransportT:
        """The transport; created for the first request, because its library dominates the import time."""
        transport = self._own_transport
        if transport is None:
            with self._transport_lock:
                transport = self._own_transport = self._own_transport or self._default_transport()
        return transport

    @abstractmethod
    def _default_transport(self) -> _TransportT: ...

    @property
    def region(self) -> str | None:
        """The default region of the calls."""
        return self._settings.region

    @property
    def throttle(self) -> Throttle | None:
        """The rate limiter of the calls."""
        return self._settings.throttle

    def __repr__(self) -> str:
        module = type(self).__module__.removesuffix("._client")  # the module that users import it from
        return f"{module}.{type(self).__name__}(region={self.region!r}, host={self._settings.signer.host!r})"

    def _request(self, action: Action, body: bytes, options: CallOptions) -> CallRequest:
        self._check_open()
        return call_request(action, body, options, self._settings)

    def _raw_request(
        self, name: str, parameters: Mapping[str, Any] | None, version: str | None, options: CallOptions, *, read_only: bool
    ) -> CallRequest:
        """Return the request of `call`, for an action by its name."""
        action = self._product.action(name, version, read_only=read_only)
        body = encode_parameters({} if parameters is None else parameters)
        if action.deprecated:
            warn_of_use(action, parameters or {}, wire=True)
        return self._request(action, body, options)

    def _check_open(self) -> None:
        if self._settings.closed:
            raise RequestInvalid("client", "is closed")

    def _listing(self, method: Callable[..., Any], arguments: Mapping[str, Any], options: PagingOptions) -> PagedListing:
        from .._pagination.listing import PagedListing
        from .._pagination.query import query_digest, query_request

        action = getattr(method, "action", None)
        if not isinstance(action, Action) or action.paging is None or getattr(method, "__self__", None) is not self:
            raise RequestInvalid("method", "must be a method of this client that lists by pages")
        known, required = method.known, method.required  # type: ignore[attr-defined]
        if not required <= arguments.keys() <= frozenset(known):
            self._refuse(action, (), arguments, required=required, known=known)
        if action.deprecated:
            # Once, at the caller's line; the pages are requested later, by the iteration.
            warn_of_use(action, arguments)
        request, call_options = query_request(method, action.paging, arguments)
        call = self._request(action, encode_request(request), call_options)
        query = query_digest(action, call.region, call.body)
        return PagedListing(action, action.paging, arguments, options, query=query, clock=self._settings.clock)

    def _polling(
        self,
        waiter: Waiter,
        method: Callable[..., Any],
        arguments: Mapping[str, Any],
        timeout: float,
        on_progress: Callable[[Any], object] | None,
    ) -> Polling:
        from .._waiters import Polling

        seconds = check_seconds("timeout", timeout)
        if seconds is None:
            raise RequestInvalid("timeout", "must be a number of seconds: a waiter needs a limit")
        if on_progress is not None and not callable(on_progress):
            raise RequestInvalid("on_progress", "must be callable with one argument, or None")
        if not self._is_async and is_async_callable(on_progress):
            raise RequestInvalid("on_progress", "is async, which needs an AsyncClient")
        action = method.action.name  # type: ignore[attr-defined] # an operation
        subject = {name: value for name, value in arguments.items() if isinstance(value, str | int)}
        return Polling(waiter, seconds, self._settings.clock, self._settings.random, on_progress, action=action, subject=subject)

    _refuse = staticmethod(refuse_arguments)
