"""`--explain`, a dry run: the client builds the request, and its transport captures it instead of sending it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NoReturn

from tencentkit_api.action import Action
from tencentkit_api.secret_names import without_secrets

from .._client.action_models import field_of, models_of, nested_model
from .._redaction import masked
from .._signing.tc3 import ALGORITHM, canonical_request, credential_scope
from ..credentials._environment import EnvironmentCredentials
from ..credentials._profile import ProfileCredentials
from ..credentials._redaction import REPLACEMENT, redacted, secrets_of
from ..credentials._types import Credentials
from ..errors import ConnectionFailed, CredentialsMissing
from ..retry import Retry
from ..retry._policy import HINT_ALLOWANCE
from ..throttle._throttle import Throttle
from ..transport._types import HttpRequest

if TYPE_CHECKING:
    from tencentkit_api.model import Model

_PLACEHOLDER = Credentials("AKID" + "0" * 28 + "NONE", "none")
_MAXIMUM_TEXT = 1000
_SHOWN_HEADERS = ("host", "content-type", "user-agent", "x-tc-action", "x-tc-version", "x-tc-region", "x-tc-timestamp", "x-tc-language")


class _Captured(BaseException):  # not an Exception: error handling and retries must not catch it
    def __init__(self, request: HttpRequest) -> None:
        self.request = request


class CapturingTransport:
    """Transport that ends the call with its request and sends nothing."""

    def send(self, request: HttpRequest, **_: Any) -> NoReturn:
        """Raise the request."""
        raise _Captured(request)

    open = send  # the request of a stream

    def close(self) -> None:
        """Do nothing."""


def capture_request(call: Callable[[], object]) -> HttpRequest:
    """Return the first request that `call` would send.

    Raises:
        TencentkitError: The call fails before it sends a request.
    """
    try:
        call()
    except _Captured as captured:
        return captured.request
    raise AssertionError("the call ended without a request")


def local_credentials(profile: str | None) -> tuple[Credentials, str]:
    """Return credentials that need no request, and their source; else placeholder keys, and the reason.

    Raises:
        CredentialsMissing: The call would fail in the same way: the named profile is unusable, or the environment is broken.
    """
    reasons: list[str] = []
    if profile is None:
        try:
            return EnvironmentCredentials().get(), "from the environment"
        except CredentialsMissing as error:
            if error.broken:
                raise
            reasons.append(error.message)
    transport = _OfflineTransport()
    provider = ProfileCredentials("default" if profile is None else profile, transport=transport)
    try:
        return provider.get(), "from the profile" if profile is None else f"from the profile {profile}"
    except CredentialsMissing as error:
        if transport.was_called:
            reasons.append(f"the profile {provider.profile} assumes a role, which needs a request to STS")
        elif profile is not None:
            raise
        else:
            reasons.append(error.message)
    return _PLACEHOLDER, f"placeholder: {'; '.join(reasons)}"


class _OfflineTransport:
    """Transport that fails every request and records that there was one."""

    def __init__(self) -> None:
        self.was_called = False

    def send(self, *_: object, **__: object) -> NoReturn:
        """Raise `ConnectionFailed`."""
        self.was_called = True
        raise ConnectionFailed("--explain sends nothing", sent=False, permanent=True)

    def close(self) -> None:
        """Do nothing."""


def explain_request(request: HttpRequest, action: Action, credentials: Credentials, source: str, *, paged: bool) -> Iterator[str]:
    """Yield the lines to print: the request, the signed texts and the rules for throttling, retries and pagination."""
    headers = {name.lower(): value for name, value in request.headers}
    yield from _section("request", [f"{request.method} {request.url}"])
    shown = [f"{name}: {headers[name]}" for name in _SHOWN_HEADERS if name in headers]
    shown.append(f"authorization: {_masked_authorization(headers['authorization'], credentials)}")
    if "x-tc-token" in headers:
        shown.append("x-tc-token: [secret]")
    yield from _section("headers", shown)
    model = models_of(action.service, action.version, action.name).request
    body = _shortened(_redacted(json.loads(request.body), model), secrets_of(credentials, request))
    yield from _section("body", json.dumps(body, ensure_ascii=False, indent=2).splitlines())
    names = headers["authorization"].partition("SignedHeaders=")[2].partition(",")[0].split(";")
    signed = [(name, headers[name].lower() if name == "x-tc-action" else headers[name]) for name in names]
    canonical = canonical_request(request.method, "", signed, request.body)
    yield from _section("canonical request", canonical.splitlines())
    timestamp = int(headers["x-tc-timestamp"])
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    yield from _section("string to sign", [ALGORITHM, str(timestamp), credential_scope(timestamp, action.service), digest])
    yield from _section("credentials", [f"{masked(credentials.secret_id)}, {source}"])
    yield from _section("throttle", _throttle_rules(action, headers["host"]))
    yield from _section("retry", _retry_rules(action))
    if paged and action.paging is not None:
        paging = action.paging
        yield from _section("pagination", [f"{paging.style}, at most {paging.maximum} items a page, in {paging.items}"])
    yield from _section("documented errors", list(action.errors) or ["none"])


def _redacted(value: Any, model: type[Model] | None) -> Any:
    """Return a body with its secrets hidden: those of the model, and in data without a model those that their names show."""
    if isinstance(value, list):
        return [_redacted(each, model) for each in value]
    if model is None or not isinstance(value, dict):
        return without_secrets(value, replacement=REPLACEMENT)
    shown: dict[str, Any] = {}
    for name, each in value.items():
        field = field_of(model, name)
        if field is None:
            shown |= without_secrets({name: each}, replacement=REPLACEMENT)
        elif field.secret and each not in (None, ""):
            shown[name] = REPLACEMENT
        else:
            inner = nested_model(model, field)
            shown[name] = each if inner is None and field.kind != "object" else _redacted(each, inner)
    return shown


def _shortened(value: Any, secrets: tuple[str, ...]) -> Any:
    """Return a body with each long text replaced by its length, and without the secrets of this process."""
    if isinstance(value, dict):
        return {name: _shortened(each, secrets) for name, each in value.items()}
    if isinstance(value, list):
        return [_shortened(each, secrets) for each in value]
    if isinstance(value, str) and len(value) > _MAXIMUM_TEXT:
        return f"<{len(value):,} characters>"
    return redacted(value, secrets) if isinstance(value, str) else value


def _section(title: str, lines: list[str]) -> Iterator[str]:
    yield title
    yield from (f"  {line}".rstrip() for line in lines)
    yield ""


def _masked_authorization(value: str, credentials: Credentials) -> str:
    # By position: a secret id of one letter occurs in the other parts, too.
    before, _, after = value.partition(f"Credential={credentials.secret_id}/")
    shown = f"{before}Credential={masked(credentials.secret_id).strip(chr(39))}/{after}" if after else before
    return shown.partition("Signature=")[0] + "Signature=[secret]"


def _throttle_rules(action: Action, host: str) -> list[str]:
    if action.rate_limit is None:
        return ["no published rate limit: requests are not throttled"]
    throttle = Throttle()
    return [
        f"{action.rate_limit} requests a second, at least {throttle.gap * 1000:g} ms apart",
        f"one bucket for all {action.name} requests of this account to {host}; retries count",
    ]


def _retry_rules(action: Action) -> list[str]:
    retry = Retry()
    kind = "write: retried only if it cannot have been executed"
    if action.read_only:
        kind = "read-only: retried after any transient failure"
    elif action.client_token is not None:
        kind = f"write: retried after any transient failure, with one {action.client_token} for all attempts"
    return [
        kind,
        f"at most {retry.attempts} requests; waits of 0 to {retry.base:g} s, doubled each time, up to {retry.cap:g} s",
        f"after a rate limit error 0 to {retry.throttled_base:g} s",
        f"a Retry-After header extends these waits by at most {HINT_ALLOWANCE:g} s",
    ]
