"""Base of the clients for event loops."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Self, TypeVar

from tencentkit_api.action import Action, CallOptions, PagingOptions, Waiter
from tencentkit_api.model import Model
from tencentkit_api.pager import AsyncPager
from tencentkit_api.unset import UNSET, Unset

from .._pipeline.call import call_steps
from .._pipeline.steps import drive_async
from ..responses import RawResponse
from ..transport._types import AsyncTransport
from .base import BaseClient
from .results import model_result, raw_result
from .serializer import encode_request

_ResponseT = TypeVar("_ResponseT", bound=Model)


class AsyncioClient(BaseClient[AsyncTransport]):
    """A client for event loops; tasks may share it."""

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
        """Send an action that is not generated yet; see `Client.call`."""
        call = self._raw_request(action, parameters, version, CallOptions(region, timeout, deadline, headers), read_only=read_only)
        return raw_result(await drive_async(call_steps(call, self._settings), self._transport), call.action)

    async def aclose(self) -> None:
        """Close the transport; see `Client.close`."""
        self._settings.closed = True
        if self._own_transport is not None:
            await self._own_transport.aclose()
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

    async def _call(self, action: Action, request: Model, response: type[_ResponseT], options: CallOptions) -> _ResponseT:
        call = self._request(action, encode_request(request), options)
        return model_result(await drive_async(call_steps(call, self._settings), self._transport), response, action)

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
