"""Scripted transports: fixed responses without a socket."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from tencentkit.errors import TencentkitError
from tencentkit.transport import HttpRequest, HttpResponse

Answer = HttpResponse | TencentkitError | Callable[[HttpRequest], HttpResponse]
"""A response, an error to raise, or a function that makes the response."""


def result(**fields: Any) -> HttpResponse:
    """Return a successful response with these fields."""
    return HttpResponse(200, {}, json.dumps({"Response": {"RequestId": "r-1", **fields}}).encode())


def refusal(code: str, message: str = "no", **headers: str) -> HttpResponse:
    """Return an error response of the service; underscores in header names become hyphens."""
    content = {"Error": {"Code": code, "Message": message}, "RequestId": "r-1"}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HttpResponse(200, named, json.dumps({"Response": content}).encode())


class Script:
    """Base of the transports: sends the responses in order, then repeats the last one."""

    def __init__(self, answers: Iterable[Answer]) -> None:
        self.answers = list(answers)
        self.requests: list[HttpRequest] = []
        self.bounds: list[tuple[float | None, float | None]] = []
        self.closed = False

    def _respond(self, request: HttpRequest, timeout: float | None, budget: float | None) -> HttpResponse:
        self.requests.append(request)
        self.bounds.append((timeout, budget))
        response = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(response, TencentkitError):
            raise response
        return response if isinstance(response, HttpResponse) else response(request)

    def headers(self, index: int = -1) -> dict[str, str]:
        """Return the headers of one request; names are in lower case."""
        return {name.lower(): value for name, value in self.requests[index].headers}

    def body(self, index: int = -1) -> Any:
        """Return the decoded body of one request."""
        return json.loads(self.requests[index].body)


class SyncScript(Script):
    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        return self._respond(request, timeout, budget)

    def close(self) -> None:
        self.closed = True


class AsyncScript(Script):
    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        return self._respond(request, timeout, budget)

    async def aclose(self) -> None:
        self.closed = True
