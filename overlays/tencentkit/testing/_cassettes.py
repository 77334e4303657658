"""Recorded conversations: what a test may keep of real calls, and nothing that is secret.

A cassette stands at the client's transport, so it knows requests and answers as they are signed and read, works for both
kinds of client and patches nothing. What is stored is an allow-list: action, version, region, host, parameters; status,
three headers, body. A signature, token, timestamp or user agent is never looked at.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Literal, Self

from ..transport._types import AsyncTransport, HttpRequest, HttpResponse, Transport

Mode = Literal["replay", "record"]
KEPT_HEADERS = ("content-type", "date", "retry-after")
HIDDEN = "[hidden]"
HIDDEN_FIELDS = ("SecretId", "SecretKey", "Token", "TmpSecretId", "TmpSecretKey", "Password", "ZipFile", "Environment")
"""Names of fields whose values are never stored, wherever they stand; beside them those that sound like a secret."""

_FORMAT = 1
_SECRET_NAME = re.compile("passw(or)?d|secret|credential|private.?key|api.?key", re.IGNORECASE)
# A token that tells a page is needed when it is replayed, and what counts tokens is a number.
_TOKEN_NAME = re.compile("^(?!.*(next|page|continuation)).*token", re.IGNORECASE | re.DOTALL)
_SECRET_ID = re.compile(r"Credential=([^/,\s]+)/")
_CONTACT = re.compile(r"\bAKID[0-9A-Za-z]{8,}\b|\b[0-9a-f]{64}\b")


class CassetteMiss(AssertionError):
    """A request that the cassette does not hold, or one of its conversations that nobody asked for."""


class Cassette:
    """A file of recorded calls, in the order in which they came.

        with Cassette("tests/cassettes/listing.json", mode="record") as cassette:
            client = Client(region="ap-guangzhou", transport=cassette.transport())

    When it replays, each stored conversation is played once; the file says what is missing or left over.

    Args:
        path: The file, JSON that can be reviewed.
        mode: `replay`, or `record` to write the file anew.
        hide: Names of more fields whose values are not stored.
        secrets: Texts that must not stand in the file, such as a key that a parameter holds.

    Raises:
        CassetteMiss: To be replayed, and there is no such file.
    """

    def __init__(self, path: str | Path, *, mode: Mode = "replay", hide: Collection[str] = (), secrets: Collection[str] = ()) -> None:
        if isinstance(hide, str) or isinstance(secrets, str):
            raise TypeError("hide and secrets are collections of texts")
        if mode not in {"replay", "record"}:
            raise ValueError(f"a cassette is to replay or to record, not {mode!r}")
        self.path: Path = Path(path)
        self.mode: Mode = mode
        self._hidden_fields = frozenset({*HIDDEN_FIELDS, *hide})
        self._secrets = {secret for secret in secrets if secret}
        self._lock = threading.Lock()
        self._played: list[bool] = []
        self._conversations: list[dict[str, Any]] = []
        if mode == "replay":
            self._conversations = _read(self.path)
            self._played = [False] * len(self._conversations)

    def transport(self, inner: Transport | None = None) -> Transport:
        """A transport for a `Client`; `inner` carries the requests while recording, else the default one does."""
        return _CassetteTransport(self, inner)

    def async_transport(self, inner: AsyncTransport | None = None) -> AsyncTransport:
        """A transport for an `AsyncClient`; see `transport`."""
        return _AsyncCassetteTransport(self, inner)

    def close(self) -> None:
        """Write the file, where this records.

        Raises:
            CassetteMiss: Where this replays: a stored conversation was not asked for.
        """
        with self._lock:
            if self.mode == "record":
                document = {"format": _FORMAT, "conversations": self._conversations}
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self.path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
                return
            left = [each["request"] for each, played in zip(self._conversations, self._played, strict=True) if not played]
        if left:
            raise CassetteMiss(f"{self.path}: {len(left)} stored requests were not made, the first: {_line(left[0])}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.close()

    def play(self, request: HttpRequest) -> HttpResponse:
        """The stored answer to `request`.

        Raises:
            CassetteMiss: There is none, or it was played already.
        """
        asked = self._kept_request(request)
        with self._lock:
            for index, conversation in enumerate(self._conversations):
                if not self._played[index] and conversation["request"] == asked:
                    self._played[index] = True
                    return _response(conversation["response"])
            stored = [each["request"] for each in self._conversations]
        again = " any more" if asked in stored else ""
        raise CassetteMiss(f"{self.path} holds no answer{again} to {_line(asked)}; record it anew")

    def keep(self, request: HttpRequest, response: HttpResponse) -> None:
        """Store a conversation."""
        kept = {"request": self._kept_request(request), "response": self._kept_response(request, response)}
        with self._lock:
            self._conversations.append(kept)

    def _kept_request(self, request: HttpRequest) -> dict[str, Any]:
        headers = {name.lower(): value for name, value in request.headers}
        return {
            "host": headers.get("host", ""),
            "action": headers.get("x-tc-action", ""),
            "version": headers.get("x-tc-version", ""),
            "region": headers.get("x-tc-region", ""),
            "parameters": self._cleared(_content(request.body), self._secrets_of(headers)),
        }

    def _kept_response(self, request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
        secrets = self._secrets_of({name.lower(): value for name, value in request.headers})
        return {
            "status": response.status,
            "headers": {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers},
            "body": self._cleared(_content(response.body), secrets),
        }

    def _secrets_of(self, headers: Mapping[str, str]) -> set[str]:
        """What this request shows that must not be stored, even where an answer echoes it."""
        found = {headers.get("x-tc-token", ""), *_SECRET_ID.findall(headers.get("authorization", ""))}
        return self._secrets | {secret for secret in found if secret}

    def _cleared(self, value: Any, secrets: set[str], *, hide: bool = False) -> Any:
        """`value` without what is secret; with `hide`, without any text."""
        if isinstance(value, dict):
            return {self._cleared(name, secrets): self._cleared_field(name, item, secrets, hide=hide) for name, item in value.items()}
        if isinstance(value, list):
            return [self._cleared(item, secrets, hide=hide) for item in value]
        if isinstance(value, str):
            if hide:
                return HIDDEN if value else value
            value = self._cleared_json(value, secrets)
            for secret in sorted(secrets, key=len, reverse=True):
                value = value.replace(secret, HIDDEN)
            return _CONTACT.sub(HIDDEN, value)
        return value

    def _cleared_field(self, name: str, item: Any, secrets: set[str], *, hide: bool) -> Any:
        if name in self._hidden_fields:
            return item if item in (None, "") else HIDDEN
        secret = bool(_SECRET_NAME.search(name))
        if secret and isinstance(item, int | float) and not isinstance(item, bool):
            return HIDDEN
        return self._cleared(item, secrets, hide=hide or secret or bool(_TOKEN_NAME.search(name)))

    def _cleared_json(self, text: str, secrets: set[str]) -> str:
        """A text that is itself JSON, as what a function is given and returns: as it is, unless something in it is hidden."""
        if not text.lstrip().startswith(("{", "[")):
            return text
        try:
            content = json.loads(text, object_pairs_hook=_once)
            cleared = self._cleared(content, secrets)
        except (KeyError, RecursionError):
            return HIDDEN  # it cannot be looked through
        except ValueError:
            return text
        return text if cleared == content else json.dumps(cleared, ensure_ascii=False, separators=(",", ":"))


class _CassetteTransport:
    def __init__(self, cassette: Cassette, inner: Transport | None) -> None:
        self._cassette = cassette
        self._inner = inner

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Play or record; see `tencentkit.transport.Transport`."""
        if self._cassette.mode == "replay":
            return self._cassette.play(request)
        if self._inner is None:
            from ..transport._httpx_sync import HttpxTransport

            self._inner = HttpxTransport()
        response = self._inner.send(request, timeout=timeout, budget=budget)
        self._cassette.keep(request, response)
        return response

    def close(self) -> None:
        """Close what carried the requests."""
        if self._inner is not None:
            self._inner.close()


class _AsyncCassetteTransport:
    def __init__(self, cassette: Cassette, inner: AsyncTransport | None) -> None:
        self._cassette = cassette
        self._inner = inner

    async def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        """Play or record; see `tencentkit.transport.AsyncTransport`."""
        if self._cassette.mode == "replay":
            return self._cassette.play(request)
        if self._inner is None:
            from ..transport._httpx_async import AsyncHttpxTransport

            self._inner = AsyncHttpxTransport()
        response = await self._inner.send(request, timeout=timeout, budget=budget)
        self._cassette.keep(request, response)
        return response

    async def aclose(self) -> None:
        """Close what carried the requests."""
        if self._inner is not None:
            await self._inner.aclose()


def _read(path: Path) -> list[dict[str, Any]]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CassetteMiss(f"{path} is not there: record it") from None
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise CassetteMiss(f"{path} is no cassette of format {_FORMAT}")
    conversations: list[dict[str, Any]] = document["conversations"]
    return conversations


def _content(body: bytes) -> Any:
    """JSON as what it says, anything else as text."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return body.decode("utf-8", "backslashreplace")


def _once(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON, if no name stands in it twice: of two, one would not be looked at."""
    found = dict(fields)
    if len(found) < len(fields):
        raise KeyError("a name stands twice")
    return found


def _response(stored: Mapping[str, Any]) -> HttpResponse:
    body = stored["body"]
    text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
    return HttpResponse(stored["status"], dict(stored["headers"]), text.encode())


def _line(request: Mapping[str, Any]) -> str:
    return f"{request['action']} {json.dumps(request['parameters'], ensure_ascii=False)} in {request['region'] or 'no region'}"
