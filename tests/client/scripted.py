"""A network that answers by a script, in no time, for decisions that need no socket."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from tencentkit.errors import TencentkitError
from tencentkit.transport import HttpRequest, HttpResponse

Answer = HttpResponse | TencentkitError | Callable[[HttpRequest], HttpResponse]


def result(**fields: Any) -> HttpResponse:
    """A success with these fields."""
    return HttpResponse(200, {}, json.dumps({"Response": {"RequestId": "r-1", **fields}}).encode())


def refusal(code: str, message: str = "no", **headers: str) -> HttpResponse:
    """An error of the service; header names with underscores for hyphens."""
    content = {"Error": {"Code": code, "Message": message}, "RequestId": "r-1"}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HttpResponse(200, named, json.dumps({"Response": content}).encode())


class Script:
    """Answers in turn; the last answer again and again."""

    def __init__(self, answers: Iterable[Answer]) -> None:
        self.answers = list(answers)
        self.requests: list[HttpRequest] = []
        self.bounds: list[tuple[float | None, float | None]] = []
        self.closed = False

    def _answer(self, request: HttpRequest, timeout: float | None, budget: float | None) -> HttpResponse:
        self.requests.append(request)
        self.bounds.append((timeout, budget))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, TencentkitError):
            raise answer
        return answer if isinstance(answer, HttpResponse) else answer(request)

    def headers(self, index: int = -1) -> dict[str, str]:
        """The headers of one request, names in lower case."""
        return {name.lower(): value for name, value in self.requests[index].headers}

    def body(self, index: int = -1) -> Any:
        """The decoded body of one request."""
        return json.loads(self.requests[index].body)


class SyncScript(Script):
    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        return self._answer(request, timeout, budget)

    def close(self) -> None:
        self.closed = True


class AsyncScript(Script):
    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        return self._answer(request, timeout, budget)

    async def aclose(self) -> None:
        self.closed = True
