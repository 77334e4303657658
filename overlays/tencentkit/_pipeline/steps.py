"""What a call may have to do next, and what it is answered."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any, NamedTuple, TypeVar

from tencentkit_api.action import Action
from tencentkit_api.meta import Meta

from ..credentials import Credentials, CredentialsProvider
from ..throttle._reservation import AcquireSlot, FlushReports
from ..transport._types import HttpRequest, HttpResponse
from .hook_dispatch import NotifyHooks


class Send(NamedTuple):
    """Send this request; answer with the response, or throw the transport's error in."""

    request: HttpRequest
    timeout: float | None
    budget: float | None


class Sleep(NamedTuple):
    """Wait so many seconds."""

    seconds: float


class GetCredentials(NamedTuple):
    """Ask the provider; answer with what it gives, or throw its error in."""

    provider: CredentialsProvider
    budget: float | None
    refused: Credentials | None
    """What the service did not accept, so that the same is not given again."""


Step = Send | Sleep | GetCredentials | AcquireSlot | FlushReports | NotifyHooks
Answer = HttpResponse | Credentials | float | None
_ResultT = TypeVar("_ResultT")
Doing = Generator[Step, Answer, _ResultT]
Steps = Doing["Outcome"]
Waits = Doing[None]


class Outcome(NamedTuple):
    """A call that succeeded."""

    content: dict[str, Any]
    meta: Meta


class CallRequest(NamedTuple):
    """What is to be sent, and by which rules."""

    action: Action
    body: bytes
    region: str | None
    timeout: float | None
    deadline: float | None
    headers: Mapping[str, str]
