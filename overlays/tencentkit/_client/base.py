"""What the clients of all products share: settings, one call, listings, waiting."""

from __future__ import annotations

import os
import random
import threading
from abc import abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NoReturn, Self, TypeVar

from tencentkit_api.action import Action, CallOptions, PagingOptions, Waiter
from tencentkit_api.deprecation import warn_of_use
from tencentkit_api.model import Model
from tencentkit_api.pager import AsyncPager, Pager
from tencentkit_api.unset import UNSET, Unset

from .._pipeline.call import call_steps
from .._pipeline.drivers import drive, drive_async
from .._pipeline.hook_dispatch import check_hooks
from .._pipeline.settings import Settings
from .._pipeline.steps import CallRequest
from .._validation.numbers import check_seconds
from .._validation.objects import is_async_callable
from ..clock import Clock
from ..credentials import Credentials, CredentialsProvider
from ..credentials._resolve import provider_of
from ..errors import RequestInvalid
from ..hooks import Hook
from ..responses import RawResponse, read_raw, read_response
from ..retry import Retry, RetryQuota
from ..throttle._throttle import Throttle
from ..transport._types import AsyncTransport, Transport
from .call_options import call_request, check_region, refuse_arguments
from .product import Product
from .serializer import encode_parameters, encode_request
from .settings_validation import check_base_url, check_clock, check_retry, check_rng, check_throttle, check_transport

if TYPE_CHECKING:
    # What most short programs never use is loaded at its first use.
    from .._pagination.listing import PagedListing
    from .._waiters import Polling

_TransportT = TypeVar("_TransportT")
_ResponseT = TypeVar("_ResponseT", bound=Model)

DEFAULT_TIMEOUT = 15.0
"""Seconds that one connect, read or write may take."""
DEFAULT_DEADLINE = 300.0
"""Seconds that a call may take in all."""


class BaseClient(Generic[_TransportT]):
    """The settings of a client, checked; and what is decided without I/O."""

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
        """Check the settings; nothing is read, awaited or sent yet.

        Args:
            region: Where calls go unless they name another region, such as `ap-guangzhou`; else `TENCENTCLOUD_REGION`.
            credentials: `Credentials(…)`, a provider of them, or a function that gives them; else those of `DefaultCredentials`.
            base_url: `https://HOST` in place of the product's own, such as the international root or a test server.
            timeout: Seconds that one connect, read or write may take; `None` for no bound.
            deadline: Seconds that a call may take in all, waits and attempts included; `None` for no bound.
            retry: When to send again; `None` for never.
            throttle: Keeps the published limits; one for the whole process where none is given, `None` for no throttling.
            transport: What carries requests in place of httpx; it is closed with the client.
            hooks: Told of calls and attempts; see `tencentkit.hooks`.
            clock: Time, for tests.
            rng: Random numbers from 0 up to 1, for tests.

        Raises:
            RequestInvalid: A setting can never be right.
        """
        url, host = check_base_url(f"https://{self._product.host}" if base_url is None else base_url)
        if region is None:
            region = os.environ.get("TENCENTCLOUD_REGION") or None
        checked_clock, policy = check_clock(clock), check_retry(retry)
        self._settings = Settings(
            url=url,
            host=host,
            region=None if region is None else check_region(region),
            credentials=provider_of(credentials, clock, is_async=self._is_async),
            hooks=check_hooks(hooks, is_async=self._is_async),
            timeout=check_seconds("timeout", timeout),
            deadline=check_seconds("deadline", deadline),
            retry=policy,
            throttle=check_throttle(throttle, clock, self._product),
            clock=checked_clock,
            random=check_rng(rng),
            quota=RetryQuota(0 if policy is None else policy.quota),
        )
        self._own_transport: _TransportT | None = None if transport is None else check_transport(transport, is_async=self._is_async)
        self._opening = threading.Lock()

    @property
    def _transport(self) -> _TransportT:
        """What carries requests; made for the first of them, since its library is most of what there is to import."""
        made = self._own_transport
        if made is None:
            with self._opening:
                made = self._own_transport = self._own_transport or self._default_transport()
        return made

    @abstractmethod
    def _default_transport(self) -> _TransportT: ...

    @property
    def region(self) -> str | None:
        """The region that calls go to unless they name another."""
        return self._settings.region

    @property
    def throttle(self) -> Throttle | None:
        """The throttle that calls wait for."""
        return self._settings.throttle

    def __repr__(self) -> str:
        module = type(self).__module__.removesuffix("._client")  # from where it is imported
        return f"{module}.{type(self).__name__}(region={self.region!r}, host={self._settings.host!r})"

    def _request(self, action: Action, body: bytes, options: CallOptions) -> CallRequest:
        self._check_open()
        return call_request(action, body, options, self._settings)

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
            # Once, here, where it was written: its pages are asked for by whoever iterates.
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
            raise RequestInvalid("timeout", "must be a number of seconds: nothing is awaited for ever")
        if on_progress is not None and not callable(on_progress):
            raise RequestInvalid("on_progress", "must be callable with one argument, or None")
        if not self._is_async and is_async_callable(on_progress):
            raise RequestInvalid("on_progress", "is async, which needs an AsyncClient")
        read_only = method.action.read_only  # type: ignore[attr-defined] # an operation
        subject = {name: value for name, value in arguments.items() if isinstance(value, str | int)}
        return Polling(waiter, seconds, self._settings.clock, self._settings.random, on_progress, read_only=read_only, subject=subject)

    def _refuse(
        self,
        action: Action,
        positional: Sequence[Any],
        arguments: Mapping[str, Any],
        *,
        required: frozenset[str],
        known: Sequence[str],
    ) -> NoReturn:
        refuse_arguments(action, positional, arguments, required=required, known=known)


class SyncClient(BaseClient[Transport]):
    """A client that blocks; safe to share between threads."""

    _is_async = False

    def call(
        self,
        action: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        version: str | None = None,
        read_only: bool = False,
        region: str | Unset = UNSET,
        timeout: float | Unset | None = UNSET,
        deadline: float | Unset | None = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> RawResponse:
        """Send an action that is not generated yet, with the same signing, throttle, retry and errors.

        Args:
            action: The action's name, such as `ListFunctions`.
            parameters: Its parameters, with wire names.
            version: The API version, if not the client's own.
            read_only: Whether it only reads, so that it may be repeated after any failure.
            region: As for every method.
            timeout: As for every method.
            deadline: As for every method.
            headers: As for every method.

        Returns:
            What stands in the envelope, with wire names.

        Raises:
            RequestInvalid: An argument can never be right.
            ApiError: The service refused.
            TencentkitError: Any other failure; see `tencentkit.errors`.
        """
        row = self._product.action(action, version, read_only=read_only)
        body = encode_parameters({} if parameters is None else parameters)
        if row.deprecated:
            warn_of_use(row, parameters or {}, wire=True)
        call = self._request(row, body, CallOptions(region, timeout, deadline, headers))
        return read_raw(drive(call_steps(call, self._settings), self._transport, self._settings.clock), row)

    def close(self) -> None:
        """Close every connection, those of a `transport` that was given too; later calls are refused.

        A call that waits elsewhere ends with `ConnectionFailed` when it would be sent; one that was sent goes on to its end.
        """
        self._settings.closed = True
        if self._own_transport is not None:
            self._own_transport.close()

    def __enter__(self) -> Self:
        self._check_open()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _default_transport(self) -> Transport:
        from ..transport._httpx_sync import HttpxTransport

        return HttpxTransport()

    def _call(self, action: Action, request: Model, response: type[_ResponseT], options: CallOptions) -> _ResponseT:
        call = self._request(action, encode_request(request), options)
        outcome = drive(call_steps(call, self._settings), self._transport, self._settings.clock)
        return read_response(outcome, response, action)

    def _paginate(self, method: Callable[..., Any], arguments: dict[str, Any], options: PagingOptions) -> Pager[Any, Any]:
        from .._pagination.pager import ListingPager

        return ListingPager(self._listing(method, arguments, options), method, options)

    def _wait(
        self,
        waiter: Waiter,
        method: Callable[..., Any],
        arguments: dict[str, Any],
        *,
        timeout: float,
        on_progress: Callable[[Any], object] | None,
    ) -> Any:
        from .._waiters import wait

        return wait(self._polling(waiter, method, arguments, timeout, on_progress), method, arguments, self._settings.clock)


class AsyncioClient(BaseClient[AsyncTransport]):
    """A client for event loops; safe to share between tasks."""

    _is_async = True

    async def call(
        self,
        action: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        version: str | None = None,
        read_only: bool = False,
        region: str | Unset = UNSET,
        timeout: float | Unset | None = UNSET,
        deadline: float | Unset | None = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
    ) -> RawResponse:
        """Send an action that is not generated yet; see `SyncClient.call`."""
        row = self._product.action(action, version, read_only=read_only)
        body = encode_parameters({} if parameters is None else parameters)
        if row.deprecated:
            warn_of_use(row, parameters or {}, wire=True)
        call = self._request(row, body, CallOptions(region, timeout, deadline, headers))
        return read_raw(await drive_async(call_steps(call, self._settings), self._transport, self._settings.clock), row)

    async def aclose(self) -> None:
        """Close every connection; see `SyncClient.close`."""
        self._settings.closed = True
        if self._own_transport is not None:
            await self._own_transport.aclose()

    async def __aenter__(self) -> Self:
        self._check_open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def _default_transport(self) -> AsyncTransport:
        from ..transport._httpx_async import AsyncHttpxTransport

        return AsyncHttpxTransport()

    async def _call(self, action: Action, request: Model, response: type[_ResponseT], options: CallOptions) -> _ResponseT:
        call = self._request(action, encode_request(request), options)
        outcome = await drive_async(call_steps(call, self._settings), self._transport, self._settings.clock)
        return read_response(outcome, response, action)

    def _paginate(self, method: Callable[..., Any], arguments: dict[str, Any], options: PagingOptions) -> AsyncPager[Any, Any]:
        from .._pagination.pager import AsyncListingPager

        return AsyncListingPager(self._listing(method, arguments, options), method, options)

    async def _wait(
        self,
        waiter: Waiter,
        method: Callable[..., Any],
        arguments: dict[str, Any],
        *,
        timeout: float,
        on_progress: Callable[[Any], object] | None,
    ) -> Any:
        from .._waiters import wait_async

        return await wait_async(self._polling(waiter, method, arguments, timeout, on_progress), method, arguments, self._settings.clock)
