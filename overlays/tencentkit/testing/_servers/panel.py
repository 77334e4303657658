"""What stands under `/_fake/` while the fake is served to people: a page, its stream of news, and orders to the fake.

The page is static; what happens comes as server-sent events. Everything is answered on loopback names only, and an order must
be JSON from no other page, so that a web site that is open in the same browser can neither look nor meddle.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from .._fake.named_faults import NAMED_FAULTS
from .._service.function_store import ACTIVE
from .._service.request_checks import Arrival

if TYPE_CHECKING:
    from uvicorn._types import ASGIReceiveCallable, ASGISendCallable

    from .._fake.fake import FakeScf

PREFIX = "/_fake/"
_FILES = {"": ("panel.html", "text/html"), "panel.js": ("panel.js", "text/javascript"), "panel.css": ("panel.css", "text/css")}
_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
_SHOWN_EVENTS = 200
_SHOWN_FUNCTIONS = 200
_TICK = 1.0

Reply = tuple[int, str, bytes]


class Panel:
    """The page and the orders of one fake."""

    def __init__(self, fake: FakeScf) -> None:
        self._fake = fake
        self._run = secrets.token_hex(4)
        self._orders: Mapping[str, Callable[[dict[str, Any]], Any]] = {
            "functions": self._add_function,
            "events": self._start_event,
            "faults": self._break,
            "handlers": self._set_handler,
            "travel": self._travel,
        }

    def serves(self, path: str) -> bool:
        """Whether `path` is one of the panel's."""
        return path.startswith(PREFIX)

    async def answer(self, arrival: Arrival, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        """Answer one request."""
        name = arrival.target.removeprefix(PREFIX).partition("?")[0]
        method, headers = arrival.method, arrival.headers
        if not _is_local(arrival.header("host")):
            reply = _problem(403, "the panel answers on loopback only")
        elif method == "GET" and name == "stream":
            await self._stream(headers, receive, send)
            return
        elif method in {"GET", "HEAD"}:
            reply = self._look(name)
        elif method == "POST":
            reply = self._order(name, headers, arrival.body)
        else:
            reply = _problem(405, "GET and POST are answered")
        await _send(send, reply, with_body=method != "HEAD")

    def _look(self, name: str) -> Reply:
        if name in _FILES:
            file, kind = _FILES[name]
            return 200, f"{kind}; charset=utf-8", files("tencentkit.testing._servers").joinpath(file).read_bytes()
        if name == "calls":
            calls, total = self._fake.calls_since(0)
            return _json(200, {"total": total, "calls": [call._asdict() for call in calls]})
        if name == "state":
            return _json(200, self._state())
        return _problem(404, f"there is no {PREFIX}{name}")

    def _order(self, name: str, headers: Mapping[str, str], body: bytes) -> Reply:
        if name not in self._orders:
            return _problem(404, f"orders go to {', '.join(PREFIX + each for each in self._orders)}")
        # What a page of another origin cannot send without asking first, which is never granted.
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return _problem(415, "an order is application/json")
        origin = headers.get("origin")
        if origin is not None and origin.partition("://")[2] != headers.get("host"):
            return _problem(403, "an order comes from this page or from no page at all")
        try:
            done = self._orders[name](_object(body))
        except (TypeError, ValueError, RecursionError) as error:
            return _problem(400, str(error) or type(error).__name__)
        return _json(200, {} if done is None else done)

    def _add_function(self, order: dict[str, Any]) -> None:
        versions = order.pop("versions", ["$LATEST"])
        self._fake.add_function(order.pop("name", ""), qualifiers=_texts("versions", versions), **_only(order, "namespace"))

    def _start_event(self, order: dict[str, Any]) -> dict[str, str]:
        name = order.pop("function", None)
        if not isinstance(name, str):
            raise TypeError('"function" names the function that runs')
        known = ("namespace", "qualifier", "invoke_type", "runs_for", "ends_as", "started_at", "invoke_request_id")
        return {"InvokeRequestId": self._fake.start_event(name, **_only(order, *known))}

    def _set_handler(self, order: dict[str, Any]) -> None:
        name = order.pop("function", None)
        if not isinstance(name, str) or ("returns" in order) == ("fails" in order):
            raise TypeError('"function" names the function, and "returns" says what it gives or "fails" why it fails')
        returns, fails = order.pop("returns", None), order.pop("fails", None)

        def handler(_: Any) -> Any:
            if fails is not None:
                raise RuntimeError(fails)
            return returns

        self._fake.set_handler(name, handler, **_only(order, "namespace", "takes"))

    def _break(self, order: dict[str, Any]) -> None:
        if "code" in order:
            self._fake.fail_next(**_only(order, "action", "code", "message", "times"))
        else:
            self._fake.break_next(order.pop("fault", ""), **_only(order, "action", "times"))

    def _travel(self, order: dict[str, Any]) -> None:
        self._fake.travel(**_only(order, "seconds"))

    def _state(self) -> dict[str, Any]:
        events, functions = self._fake.events(), self._fake.functions()
        counts: dict[str, int] = {}
        for event in events:
            counts[event.status] = counts.get(event.status, 0) + 1
        return {
            "run": self._run,
            "counts": counts,
            "events": [event._asdict() for event in reversed(events[-_SHOWN_EVENTS:])],
            "functions": [f"{each.namespace}/{each.name}" for each in functions],
            "deployed": [each._asdict() for each in functions[-_SHOWN_FUNCTIONS:]],
            "pending": [f"{fault.kind} for {fault.action or 'any action'}" for fault in self._fake.pending_faults],
            "faults": {name: fault.says for name, fault in NAMED_FAULTS.items()},
        }

    async def _stream(self, headers: Mapping[str, str], receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        """News until the reader goes: each call once, and the state when it differs from what was told."""
        loop = asyncio.get_running_loop()
        changed = asyncio.Event()
        stop_watching = self._fake.watch(lambda: loop.call_soon_threadsafe(changed.set))
        gone = asyncio.ensure_future(_hang_up(receive))
        told = _position(headers.get("last-event-id", ""), self._run)
        state: dict[str, Any] | None = None
        try:
            await _start(send, 200, "text/event-stream")
            while not gone.done():
                changed.clear()
                calls, total = self._fake.calls_since(told)
                now = self._state()
                news = b""
                if now != state:
                    state = now
                    news += _event("state", now)
                if calls:
                    numbered = list(enumerate(calls, total - len(calls) + 1))
                    news += _event("calls", [{"number": number, **call._asdict()} for number, call in numbered], f"{self._run}-{total}")
                    told = total
                if news:
                    await send({"type": "http.response.body", "body": news, "more_body": True})
                # Events end and functions get ready by the clock, of which nobody tells.
                moves = now["counts"].get("RUNNING") or any(each["status"] != ACTIVE for each in now["deployed"])
                tick = _TICK if moves else None
                waiting = asyncio.ensure_future(changed.wait())
                await asyncio.wait({gone, waiting}, timeout=tick, return_when=asyncio.FIRST_COMPLETED)
                waiting.cancel()
        finally:
            stop_watching()
            gone.cancel()


async def _hang_up(receive: ASGIReceiveCallable) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _position(last: str, run: str) -> int:
    """How many calls the reader has, by the id of the last message it got of this run."""
    ours, _, number = last.partition("-")
    return int(number) if ours == run and number.isascii() and number.isdigit() else 0


def _is_local(host: str) -> bool:
    name = host.lower().rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host.lower()
    return name in _HOSTS


def _only(order: dict[str, Any], *known: str) -> dict[str, Any]:
    if unknown := order.keys() - set(known):
        raise ValueError(f"not known: {', '.join(sorted(unknown))}; an order may hold {', '.join(known)}")
    return order


def _object(body: bytes) -> dict[str, Any]:
    content = json.loads(body)
    if not isinstance(content, dict):
        raise TypeError("an order is a JSON object")
    return content


def _texts(name: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError(f'"{name}" is a list of texts')
    return value


def _json(status: int, content: Any) -> Reply:
    return status, "application/json", json.dumps(content, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _problem(status: int, message: str) -> Reply:
    return _json(status, {"error": message})


def _event(kind: str, content: Any, number: str | None = None) -> bytes:
    identity = "" if number is None else f"id: {number}\n"
    return f"event: {kind}\n{identity}data: {json.dumps(content, ensure_ascii=False)}\n\n".encode("utf-8", "backslashreplace")


async def _start(send: Callable[[Any], Awaitable[None]], status: int, kind: str, length: int | None = None) -> None:
    headers = [
        (b"content-type", kind.encode()),
        (b"cache-control", b"no-store"),
        (b"content-security-policy", _POLICY.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
    ]
    if length is not None:
        headers.append((b"content-length", str(length).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers, "trailers": False})


async def _send(send: ASGISendCallable, reply: Reply, *, with_body: bool) -> None:
    status, kind, body = reply
    await _start(send, status, kind, len(body))
    await send({"type": "http.response.body", "body": body if with_body else b"", "more_body": False})
