"""Cassettes: recorded calls without secrets.

A cassette wraps the client's transport. It therefore works for both kinds of client and patches nothing. It stores an allow-list:
action, version, region, host and parameters; status, three headers and body. Signature, token, timestamp and user agent are never
stored.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self

from tencentkit_api.secret_names import names_secret

from .._client.action_models import ActionModels, field_of, models_of, nested_model
from ..credentials._redaction import SHORTEST, encodings, with_replaced
from ..transport._types import AsyncTransport, HttpRequest, HttpResponse, Transport

if TYPE_CHECKING:
    from tencentkit_api.model import Model

Mode = Literal["replay", "record"]
KEPT_HEADERS = ("content-type", "date", "retry-after")
HIDDEN = "[hidden]"
HIDDEN_FIELDS = ("SecretId", "TmpSecretId", "ZipFile", "Environment")
"""Names of fields whose values are never stored, at any depth. For other fields the model decides, and without a model the name."""

_FORMAT = 1
_CLIENT_TOKEN_NAME = re.compile("(client|creation|idempotency).*token", re.IGNORECASE)
_CLIENT_TOKEN = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""A token that the client makes for each call. A stored one would match no later call."""
# Wider than the rule for reprs: cassettes are published.
_SECRET_NAME = re.compile("passw(or)?d|secret|credential|private.?key|api.?key", re.IGNORECASE)
# Replay needs page tokens.
_TOKEN_NAME = re.compile("^(?!.*(next|page|continuation)).*token", re.IGNORECASE | re.DOTALL)
_CREDENTIAL = re.compile(r"Credential=([^/,\s]+)/.*Signature=(\w+)")
_SERVICE = re.compile(r"Credential=[^/]+/[^/]+/([^/]+)/")


class CassetteMiss(AssertionError):
    """A request that is not in the cassette, or a stored call that was not made."""


class Cassette:
    """File of recorded calls, in order.

        with Cassette("tests/cassettes/listing.json", mode="record") as cassette:
            client = Client(region="ap-guangzhou", transport=cassette.transport())

    Replay returns each stored response once. It raises `CassetteMiss` for a request that is not stored, and for stored calls that
    were not made.

    Args:
        path: The file, in reviewable JSON.
        mode: `replay`, or `record` to overwrite the file.
        hide: Names of additional fields whose values are not stored.
        secrets: Texts that are not stored, such as a key in a parameter.

    Raises:
        CassetteMiss: `mode` is `replay` and the file does not exist.
    """

    def __init__(self, path: str | Path, *, mode: Mode = "replay", hide: Collection[str] = (), secrets: Collection[str] = ()) -> None:
        if isinstance(hide, str) or isinstance(secrets, str):
            raise TypeError("hide and secrets must be collections of strings")
        if mode not in {"replay", "record"}:
            raise ValueError(f"mode must be 'replay' or 'record', not {mode!r}")
        self.path: Path = Path(path)
        self.mode: Mode = mode
        self._hidden_fields = frozenset({*HIDDEN_FIELDS, *hide})
        self._secrets = {secret for secret in secrets if secret}
        self._lock = threading.Lock()
        self._used: list[bool] = []
        self._interactions: list[dict[str, Any]] = []
        if mode == "replay":
            self._interactions = _read(self.path)
            self._used = [False] * len(self._interactions)

    def transport(self, inner: Transport | None = None) -> Transport:
        """Return a transport for a `Client`; `inner` sends the requests while recording (default: the default transport)."""
        return _CassetteTransport(self, inner)

    def async_transport(self, inner: AsyncTransport | None = None) -> AsyncTransport:
        """Return a transport for an `AsyncClient`; see `transport`."""
        return _AsyncCassetteTransport(self, inner)

    def close(self) -> None:
        """Write the file if recording; check that every stored call was made if replaying.

        Raises:
            CassetteMiss: A stored call was not made.
        """
        with self._lock:
            if self.mode == "record":
                document = {"format": _FORMAT, "conversations": self._interactions}
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self.path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
                return
            unused = [each["request"] for each, used in zip(self._interactions, self._used, strict=True) if not used]
        if unused:
            raise CassetteMiss(f"{self.path}: {len(unused)} stored requests were not made, the first: {_format_request(unused[0])}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.close()

    def play(self, request: HttpRequest) -> HttpResponse:
        """Return the stored response to `request`.

        Raises:
            CassetteMiss: There is none, or it was already returned.
        """
        kept = self._kept_request(request)
        with self._lock:
            for index, interaction in enumerate(self._interactions):
                if not self._used[index] and interaction["request"] == kept:
                    self._used[index] = True
                    return _response(interaction["response"])
            stored = [each["request"] for each in self._interactions]
        which = "unused response" if kept in stored else "response"
        raise CassetteMiss(f"{self.path} contains no {which} to {_format_request(kept)}; record it again")

    def keep(self, request: HttpRequest, response: HttpResponse) -> None:
        """Store a call."""
        kept = {"request": self._kept_request(request), "response": self._kept_response(request, response)}
        with self._lock:
            self._interactions.append(kept)

    def _kept_request(self, request: HttpRequest) -> dict[str, Any]:
        headers, parameters = _headers(request), _without_client_token(_content(request.body))
        return {
            "host": headers.get("host", ""),
            "action": headers.get("x-tc-action", ""),
            "version": headers.get("x-tc-version", ""),
            "region": headers.get("x-tc-region", ""),
            "parameters": self._redacted(parameters, self._secrets_of(headers), _models(headers).request),
        }

    def _kept_response(self, request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
        headers, content = _headers(request), _content(response.body)
        secrets, model = self._secrets_of(headers), _models(headers).response
        if isinstance(content, dict):
            stored: Any = {
                self._redacted(name, secrets): self._redacted(item, secrets, model if name == "Response" else None)
                for name, item in content.items()
            }
        else:
            stored = self._redacted(content, secrets)
        return {
            "status": response.status,
            "headers": {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers},
            "body": self._with_exact_codes(stored, content),
        }

    def _with_exact_codes(self, stored: Any, content: Any) -> Any:
        """Return `stored` with error code and request id of `content`: programs decide by them, so no secret replaces a part."""
        into, source = _object(stored, "Response"), _object(content, "Response")
        for target, original, name in ((into, source, "RequestId"), (_object(into, "Error"), _object(source, "Error"), "Code")):
            value = original.get(name)
            if isinstance(value, str) and name not in self._hidden_fields:
                target[name] = value
        return stored

    def _secrets_of(self, headers: Mapping[str, str]) -> list[str]:
        """Return the secrets of this request, which a response may echo, and its secret id: cassettes are published."""
        credential = _CREDENTIAL.search(headers.get("authorization", ""))
        found = {headers.get("x-tc-token", ""), *(credential.groups() if credential else ())}
        return encodings(self._secrets | {secret for secret in found if len(secret) >= SHORTEST})

    def _redacted(self, value: Any, secrets: Collection[str], model: type[Model] | None = None, *, hide: bool = False) -> Any:
        """Return `value` without secrets; with `hide`, without any text. `model` describes its objects."""
        if isinstance(value, dict):
            return {
                self._redacted(name, secrets): self._redacted_field(name, item, secrets, model, hide=hide) for name, item in value.items()
            }
        if isinstance(value, list):
            return [self._redacted(item, secrets, model, hide=hide) for item in value]
        if isinstance(value, str):
            if hide:
                return HIDDEN if value else value
            value = self._redacted_json(value, secrets)
            return with_replaced(value, secrets, HIDDEN)
        return value

    def _redacted_field(self, name: str, item: Any, secrets: Collection[str], model: type[Model] | None, *, hide: bool) -> Any:
        if name in self._hidden_fields:
            return item if item in (None, "") else HIDDEN
        field = field_of(model, name)
        secret = bool(_SECRET_NAME.search(name)) if field is None else field.secret
        if secret and isinstance(item, int | float) and not isinstance(item, bool):
            return HIDDEN
        if field is None:
            secret = secret or names_secret(name) or bool(_TOKEN_NAME.search(name))
        return self._redacted(item, secrets, nested_model(model, field), hide=hide or secret)

    def _redacted_json(self, text: str, secrets: Collection[str]) -> str:
        """Redact a text that is itself JSON, such as a payload or result of a function; unchanged if it contains no secret."""
        if not text.lstrip().startswith(("{", "[")):
            return text
        try:
            content = json.loads(text, object_pairs_hook=_unique_names)
            redacted = self._redacted(content, secrets)
        except (KeyError, RecursionError):
            return HIDDEN  # it cannot be searched completely
        except ValueError:
            return text
        return text if redacted == content else json.dumps(redacted, ensure_ascii=False, separators=(",", ":"))


class _CassetteTransport:
    def __init__(self, cassette: Cassette, inner: Transport | None) -> None:
        self._cassette = cassette
        self._inner = inner

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Replay or record; see `tencentkit.transport.Transport`."""
        if self._cassette.mode == "replay":
            return self._cassette.play(request)
        if self._inner is None:
            from ..transport._httpx_sync import HttpxTransport

            self._inner = HttpxTransport()
        response = self._inner.send(request, timeout=timeout, budget=budget)
        self._cassette.keep(request, response)
        return response

    def close(self) -> None:
        """Close the inner transport."""
        if self._inner is not None:
            self._inner.close()


class _AsyncCassetteTransport:
    def __init__(self, cassette: Cassette, inner: AsyncTransport | None) -> None:
        self._cassette = cassette
        self._inner = inner

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Replay or record; see `tencentkit.transport.AsyncTransport`."""
        if self._cassette.mode == "replay":
            return self._cassette.play(request)
        if self._inner is None:
            from ..transport._httpx_async import AsyncHttpxTransport

            self._inner = AsyncHttpxTransport()
        response = await self._inner.send(request, timeout=timeout, budget=budget)
        self._cassette.keep(request, response)
        return response

    async def aclose(self) -> None:
        """Close the inner transport."""
        if self._inner is not None:
            await self._inner.aclose()


def _headers(request: HttpRequest) -> dict[str, str]:
    return {name.lower(): value for name, value in request.headers}


def _models(headers: Mapping[str, str]) -> ActionModels:
    service = _SERVICE.search(headers.get("authorization", ""))
    return models_of(service[1] if service else "", headers.get("x-tc-version", ""), headers.get("x-tc-action", ""))


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CassetteMiss(f"{path} does not exist: record it") from None
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise CassetteMiss(f"{path} is not a cassette of format {_FORMAT}")
    interactions: list[dict[str, Any]] = document["conversations"]
    return interactions


def _without_client_token(parameters: Any) -> Any:
    """Return the parameters of a request with a constant in place of the client's own token."""
    if not isinstance(parameters, dict):
        return parameters

    def is_token(name: str, value: Any) -> bool:
        return isinstance(value, str) and bool(_CLIENT_TOKEN_NAME.fullmatch(name) and _CLIENT_TOKEN.fullmatch(value))

    return {name: HIDDEN if is_token(name, value) else value for name, value in parameters.items()}


def _content(body: bytes) -> Any:
    """Return the parsed JSON, or the text of any other body."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return body.decode("utf-8", "backslashreplace")


def _object(value: Any, name: str) -> dict[str, Any]:
    """Return the object in field `name` of `value`; an empty one if there is none."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _unique_names(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; the value of a duplicate name would escape redaction."""
    result = dict(fields)
    if len(result) < len(fields):
        raise KeyError("duplicate name in a JSON object")
    return result


def _response(stored: Mapping[str, Any]) -> HttpResponse:
    body = stored["body"]
    text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
    return HttpResponse(stored["status"], dict(stored["headers"]), text.encode())


def _format_request(request: Mapping[str, Any]) -> str:
    return f"{request['action']} {json.dumps(request['parameters'], ensure_ascii=False)} in {request['region'] or 'no region'}"
