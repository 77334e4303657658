"""The fake as a transport: no sockets, and waits are the clock's."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...errors import ConnectionFailed, TimedOut
from ...transport._bodies import ResponseBody
from ...transport._types import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from .._fake.fake import FakeScf
    from .._service.dispatch import Answer


class InProcessTransport:
    """A `tencentkit.transport.Transport` that asks a fake."""

    def __init__(self, fake: FakeScf) -> None:
        self._fake = fake
        self.closed: bool = False
        """Whether `close` was called."""

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Hand `request` to the fake, and wait for a delayed answer by the fake's clock.

        Raises:
            ConnectionFailed: A scripted fault closes the connection.
            TimedOut: The answer is delayed beyond `timeout` or `budget`.
            ResponseMalformed: A scripted reply is a redirect, or does not decode.
            RuntimeError: The transport is closed.
        """
        answer = _ask(self._fake, request, closed=self.closed)
        self._fake.clock.sleep(_wait(answer, timeout, budget))
        return _outcome(answer, timeout, budget)

    def close(self) -> None:
        """Refuse further requests."""
        self.closed = True


class AsyncInProcessTransport:
    """A `tencentkit.transport.AsyncTransport` that asks a fake."""

    def __init__(self, fake: FakeScf) -> None:
        self._fake = fake
        self.closed: bool = False
        """Whether `aclose` was called."""

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Hand `request` to the fake; see `InProcessTransport.send`."""
        answer = _ask(self._fake, request, closed=self.closed)
        await self._fake.clock.sleep_async(_wait(answer, timeout, budget))
        return _outcome(answer, timeout, budget)

    async def aclose(self) -> None:
        """Refuse further requests."""
        self.closed = True


def _ask(fake: FakeScf, request: HttpRequest, *, closed: bool) -> Answer:
    if closed:
        raise RuntimeError("the transport is closed")
    url = urlsplit(request.url)
    headers = {"host": url.netloc}
    for name, value in request.headers:
        key = name.lower()
        # What HTTP makes of a repeated header. The host is in there from the URL only for the case that nobody gives it.
        headers[key] = f"{headers[key]}, {value}" if key in headers and key != "host" else value
    target = (url.path or "/") + (f"?{url.query}" if url.query else "")
    return fake.answer("POST", headers, request.body, target=target)


def _limit(timeout: float | None, budget: float | None) -> float:
    return min(float("inf") if bound is None else bound for bound in (timeout, budget))


def _wait(answer: Answer, timeout: float | None, budget: float | None) -> float:
    return min(answer.delay, _limit(timeout, budget))


def _outcome(answer: Answer, timeout: float | None, budget: float | None) -> HttpResponse:
    if answer.delay > _limit(timeout, budget):
        raise TimedOut(f"the fake did not answer within {_limit(timeout, budget)} s", sent=True)
    if answer.response is None:
        raise ConnectionFailed("the fake closed the connection without an answer", sent=True)
    # Judged as what comes over a socket is: a redirect, a foreign encoding or too many bytes are refused.
    body = ResponseBody(answer.response.status, answer.response.headers)
    body.feed(answer.response.body)
    return body.response()
