"""Query of a listing: the request that all its pages share, and its digest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Mapping
from typing import Any

from tencentkit_api.action import Action, Paging
from tencentkit_api.model import Model


def query_request(method: Callable[..., Any], paging: Paging, arguments: Mapping[str, Any]) -> Model:
    """Return the request of a listing, without sending it, so that its arguments can be checked before its first page.

    Args:
        method: An operation of a client of either kind.
        paging: Its row of the paging table.
        arguments: Of the listing; offset and page size are ignored.
    """
    positions = tuple(name for name in (paging.offset, paging.limit) if "." not in name)
    query = {name: value for name, value in arguments.items() if name not in positions}
    # An action may require both: any constant keeps them out of the digest.
    constant = str(paging.maximum) if paging.as_text else paging.maximum
    query |= {name: constant for name in positions if name in method.required}  # type: ignore[attr-defined] # an operation
    recorder = _RequestRecorder()
    result = method.__wrapped__(recorder, **query)  # type: ignore[attr-defined] # the generated method without its argument check
    if isinstance(result, _NoResponse):
        return recorder.recorded
    try:
        result.send(None)  # a coroutine of an asynchronous client
    except StopIteration:
        return recorder.recorded
    raise TypeError("a generated method awaits only its call")


def query_digest(action: Action, region: str | None, body: bytes) -> str:
    """Return the digest of a query: listings with equal digests accept the same cursors.

    Args:
        action: The action that lists.
        region: The region of the calls.
        body: The encoded request, see `query_request`.
    """
    text = json.dumps([action.name, action.version, region, json.dumps(json.loads(body), sort_keys=True)])
    return hashlib.sha256(text.encode()).hexdigest()


class _RequestRecorder:
    """Fake client that records the request."""

    recorded: Model

    def _call(self, action: object, request: Model, response: object) -> _NoResponse:  # noqa: ARG002 - as a client's
        self.recorded = request
        return _NoResponse()


class _NoResponse:
    def __await__(self) -> Generator[None]:
        yield from ()
