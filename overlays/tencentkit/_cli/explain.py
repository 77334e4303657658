"""What would be sent, and by which rules: made by the client itself, whose transport writes down and sends nothing."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from tencentkit_api.action import Action

from .._redaction import masked
from .._signing.tc3 import ALGORITHM, canonical_request, scope
from ..credentials import Credentials, EnvironmentCredentials, ProfileCredentials
from ..errors import ConnectionFailed, CredentialsMissing
from ..retry import Retry
from ..throttle._throttle import Throttle
from ..transport._types import HttpRequest

_PLACEHOLDER = Credentials("AKID" + "0" * 28 + "NONE", "none")
_SECRET_NAME = re.compile("password|secret|token", re.IGNORECASE)
_LONGEST_TEXT = 1000
_KEPT = ("host", "content-type", "user-agent", "x-tc-action", "x-tc-version", "x-tc-region", "x-tc-timestamp", "x-tc-language")


class _Written(BaseException):  # no error, and nothing may handle it as one
    def __init__(self, request: HttpRequest) -> None:
        self.request = request


class WritingTransport:
    """A transport that ends a call with its request in hand."""

    def send(self, request: HttpRequest, **_: Any) -> NoReturn:
        """Give up what would be sent."""
        raise _Written(request)

    def close(self) -> None:
        """Nothing is open."""


def written_request(call: Callable[[], object]) -> HttpRequest:
    """The first request that `call` would send.

    Raises:
        TencentkitError: It would send none.
    """
    try:
        call()
    except _Written as written:
        return written.request
    raise AssertionError("the call ended without a request")


def local_credentials(profile: str | None) -> tuple[Credentials, str]:
    """Credentials that nobody has to be asked for, and where they are from; made-up ones, and why, where there are none.

    Raises:
        CredentialsMissing: A call would end by the same: the profile that is named does not serve, or the environment is wrong.
    """
    reasons: list[str] = []
    if profile is None:
        try:
            return EnvironmentCredentials().get(), "from the environment"
        except CredentialsMissing as error:
            if error.broken:
                raise
            reasons.append(error.message)
    refusing = _Refusing()
    kept = ProfileCredentials("default" if profile is None else profile, transport=refusing)
    try:
        return kept.get(), "from the profile" if profile is None else f"from the profile {profile}"
    except CredentialsMissing as error:
        if refusing.asked:
            reasons.append(f"the profile {kept.profile} names a role, for whose keys STS would have to be asked")
        elif profile is not None:
            raise
        else:
            reasons.append(error.message)
    return _PLACEHOLDER, f"made up: {'; '.join(reasons)}"


class _Refusing:
    """A transport that asks nobody, and remembers that it was to."""

    def __init__(self) -> None:
        self.asked = False

    def send(self, *_: object, **__: object) -> NoReturn:
        """Refuse."""
        self.asked = True
        raise ConnectionFailed("--explain sends nothing", sent=False, permanent=True)

    def close(self) -> None:
        """Nothing is open."""


def explanation(request: HttpRequest, action: Action, credentials: Credentials, source: str, *, paged: bool) -> Iterator[str]:
    """The lines to print."""
    headers = {name.lower(): value for name, value in request.headers}
    yield from _section("request", [f"{request.method} {request.url}"])
    shown = [f"{name}: {headers[name]}" for name in _KEPT if name in headers]
    shown.append(f"authorization: {_masked_authorization(headers['authorization'], credentials)}")
    if "x-tc-token" in headers:
        shown.append("x-tc-token: [secret]")
    yield from _section("headers", shown)
    yield from _section("body", json.dumps(_shown(json.loads(request.body)), ensure_ascii=False, indent=2).splitlines())
    names = headers["authorization"].partition("SignedHeaders=")[2].partition(",")[0].split(";")
    signed = [(name, headers[name].lower() if name == "x-tc-action" else headers[name]) for name in names]
    canonical = canonical_request(request.method, "", signed, request.body)
    yield from _section("canonical request", canonical.splitlines())
    timestamp = int(headers["x-tc-timestamp"])
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    yield from _section("string to sign", [ALGORITHM, str(timestamp), scope(timestamp, action.service), digest])
    yield from _section("credentials", [f"{masked(credentials.secret_id)}, {source}"])
    yield from _section("throttle", _throttle(action, headers["host"]))
    yield from _section("retry", _retry(action))
    if paged and action.paging is not None:
        paging = action.paging
        yield from _section("paging", [f"{paging.style}, at most {paging.maximum} items a page, in {paging.items}"])
    yield from _section("documented errors", list(action.errors) or ["none"])


def _shown(value: Any, name: str = "", within: str = "") -> Any:
    """What of a body may stand in a terminal: no secret, and of a long text how long it is."""
    if isinstance(value, dict):
        return {key: _shown(each, key, name) for key, each in value.items()}
    if isinstance(value, list):
        return [_shown(each, name, within) for each in value]
    if value not in (None, "") and (_SECRET_NAME.search(name) or (within, name) == ("Variables", "Value")):
        return "[secret]"
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return f"<{len(value):,} characters>"
    return value


def _section(title: str, lines: list[str]) -> Iterator[str]:
    yield title
    yield from (f"  {line}".rstrip() for line in lines)
    yield ""


def _masked_authorization(value: str, credentials: Credentials) -> str:
    shown = value.replace(credentials.secret_id, masked(credentials.secret_id).strip("'"))
    return shown.partition("Signature=")[0] + "Signature=[secret]"


def _throttle(action: Action, host: str) -> list[str]:
    if action.rate_limit is None:
        return ["no limit is published: calls are not held back"]
    throttle = Throttle()
    return [
        f"{action.rate_limit} requests in {throttle.window:g} s, at least {throttle.gap * 1000:g} ms apart",
        f"shared by all calls of this account to {host} for {action.name}; each retry takes a turn, too",
    ]


def _retry(action: Action) -> list[str]:
    retry = Retry()
    kind = "after any failure on the way or inside the service" if action.read_only else "only where it cannot have run"
    return [
        f"{'reads only' if action.read_only else 'writes'}: repeated {kind}",
        f"at most {retry.attempts} requests; waits of 0 to {retry.base:g} s, doubled each time, up to {retry.cap:g} s",
        f"after a refusal for the rate 0 to {retry.throttled_base:g} s; at least what the service asks for",
    ]
