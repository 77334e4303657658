"""What a method would send, without sending it: so that a listing's arguments are checked before its first page."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import Any

from tencentkit_api.action import CallOptions
from tencentkit_api.model import Model


def draft(method: Callable[..., Any], arguments: Mapping[str, Any]) -> tuple[Model, CallOptions]:
    """The request and the options that `method`, an operation of a client of either kind, makes of `arguments`."""
    reader = _Reader()
    made = method.__wrapped__(reader, **arguments)  # type: ignore[attr-defined] # the emitted method under its check
    if isinstance(made, _Nothing):
        return reader.taken
    try:
        made.send(None)  # of an event loop's client: a coroutine that awaits nothing
    except StopIteration:
        return reader.taken
    raise TypeError("an emitted method awaits nothing but its call")


class _Reader:
    """Stands where the client stands."""

    taken: tuple[Model, CallOptions]

    def _call(self, action: object, request: Model, response: object, options: CallOptions) -> _Nothing:  # noqa: ARG002 - as a client's
        self.taken = (request, options)
        return _Nothing()


class _Nothing:
    def __await__(self) -> Generator[None]:
        yield from ()
