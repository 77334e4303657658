"""Base of the clients for event loops."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Self, TypeVar

from tencentkit_api.action import Action, PagingOptions, Streaming, Waiter
from tencentkit_api.model import Model
from tencentkit_api.pager import AsyncPager
from tencentkit_api.stream import AsyncStream

from .._pipeline.call import call_steps
from .._pipeline.steps import drive_async
from ..responses import RawResponse
from ..transport._types import AsyncTransport
from .base import BaseClient
from .keywords import checked_arguments
from .results import model_result, raw_result
from .serializer import encode_request

_ResponseT = TypeVar("_ResponseT", bound=Model)


class AsyncioClient(BaseClient[AsyncTransport]):
    """A client for event loops; tasks may share it."""

    _is_async = True

    @checked_arguments
    async def call(
        self,
        action: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        version: str | None = None,
        read_only: bool = False,
    ) -> RawResponse:
        """Send an action that is not generated yet; see `Client.call`."""
        call = self._raw_request(action, parameters, version, read_only=read_only)
        return raw_result(await drive_async(call_steps(call, self._settings), self._transport), call.action)

    async def aclose(self) -> None:
        """Close the transport; see `Client.close`."""
        self._settings.shared.closed = True
        if self._slot.transport is not None:
            await self._slot.transport.aclose()
        if self._settings.throttle is not None:
            await self._settings.throttle.aclose()

    async def __aenter__(self) -> Self:
        self._check_open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def _default_transport(self) -> AsyncTransport:
        from ..transport._httpx_async import AsyncHttpxTransport

        return AsyncHttpxTransport()

    async def _call(self, action: Action, request: Model, response: type[_ResponseT]) -> _ResponseT:
        call = self._request(action, encode_request(request))
        return model_result(await drive_async(call_steps(call, self._settings), self._transport), response, action, self._facts)

    async def _stream(self, action: Action, request: Model, response: type[_ResponseT]) -> AsyncStream[_ResponseT]:
        from .._streams.async_event_stream import AsyncEventStream

        call = self._stream_request(action, request)
        return AsyncEventStream(
            await drive_async(call_steps(call, self._settings), self._transport), response, action.stream or Streaming()
        )

    def _paginate(self, method: Callable[..., Any], arguments: dict[str, Any], options: PagingOptions) -> AsyncPager[Any, Any]:
        own = self._own_method(method)
        from .._pagination.pager import AsyncListingPager

        return AsyncListingPager(self._listing(own, arguments, options), own, options)

    async def wait(
        self,
        method: Callable[..., Awaitable[_ResponseT]],
        /,
        *,
        until: Mapping[str, Any] | Callable[[_ResponseT], object],
        failure: Mapping[str, Any] | Callable[[_ResponseT], object] | None = None,
        timeout: float = 600.0,
        interval: float = 2.0,
        backoff: float = 1.0,
        max_interval: float = 60.0,
        on_progress: Callable[[_ResponseT], object] | None = None,
        **arguments: Any,
    ) -> _ResponseT:
        """Poll an action that only reads until its response has an expected state; see `Client.wait`. `until` is not async."""
        from .._waiters import wait_async

        polling, own, parameters = self._general_wait(
            method,
            arguments,
            until=until,
            failure=failure,
            timeout=timeout,
            interval=interval,
            backoff=backoff,
            max_interval=max_interval,
            on_progress=on_progress,
        )
        result: _ResponseT = await wait_async(polling, own, parameters, self._settings.clock)
        return result

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
