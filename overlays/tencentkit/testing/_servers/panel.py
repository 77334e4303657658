"""Web panel under `/_fake/`: a static page, a stream of server-sent events and commands that control the fake.

The panel requires a loopback host name. A command must be JSON and must not come from another origin. A web site in the same browser
can therefore neither read the panel nor control the fake.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from .._fake.fake import FakeScf
from .._fake.fake_product import FakeProduct
from .._fake.faults import NAMED_FAULTS
from .._service.function_store import ACTIVE
from .._service.request_checks import ReceivedRequest
from .._service.schema_check import SchemaViolation

if TYPE_CHECKING:
    from uvicorn._types import ASGIReceiveCallable, ASGISendCallable

PREFIX = "/_fake/"
_FILES = {"": ("panel.html", "text/html"), "panel.js": ("panel.js", "text/javascript"), "panel.css": ("panel.css", "text/css")}
_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
_MAX_EVENTS = 200
_MAX_FUNCTIONS = 200
_REFRESH_INTERVAL = 1.0

PanelResponse = tuple[int, str, bytes]


class Panel:
    """The panel of one fake.

    Args:
        fake: The fake.
        prefix: Path of the panel.
    """

    def __init__(self, fake: FakeProduct, prefix: str = PREFIX) -> None:
        self.prefix = prefix
        self._fake = fake
        self._scf = fake if isinstance(fake, FakeScf) else None
        self._run_id = secrets.token_hex(4)
        self._commands: dict[str, Callable[[dict[str, Any]], Any]] = {
            "faults": self._break,
            "items": self._set_items,
            "responses": self._set_response,
        }
        if self._scf is not None:
            commands = ScfCommands(self._scf)
            self._commands |= {
                "functions": commands.add_function,
                "events": commands.start_event,
                "handlers": commands.set_handler,
                "travel": commands.travel,
            }

    def serves(self, path: str) -> bool:
        """Return whether `path` belongs to the panel."""
        return path.startswith(self.prefix)

    async def handle(self, request: ReceivedRequest, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        """Respond to one request."""
        name = request.target.removeprefix(self.prefix).partition("?")[0]
        method, headers = request.method, request.headers
        if not _is_local(request.header("host")):
            response = _error(403, "the panel requires a loopback host name")
        elif method == "GET" and name == "stream":
            await self._stream(headers, receive, send)
            return
        elif method in {"GET", "HEAD"}:
            response = self._get(name)
        elif method == "POST":
            response = self._post(name, headers, request.body)
        else:
            response = _error(405, "only GET, HEAD and POST are allowed")
        await _send(send, response, with_body=method != "HEAD")

    def _get(self, name: str) -> PanelResponse:
        if name in _FILES:
            file, content_type = _FILES[name]
            return 200, f"{content_type}; charset=utf-8", files("tencentkit.testing._servers").joinpath(file).read_bytes()
        if name == "calls":
            calls, total = self._fake.calls_since(0)
            return _json(200, {"total": total, "calls": [call._asdict() for call in calls]})
        if name == "state":
            return _json(200, self._state())
        return _error(404, f"{self.prefix}{name} does not exist")

    def _post(self, name: str, headers: Mapping[str, str], body: bytes) -> PanelResponse:
        if name not in self._commands:
            return _error(404, f"the commands are {', '.join(self.prefix + each for each in self._commands)}")
        # A page of another origin cannot send this content type without a CORS preflight, which always fails.
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return _error(415, "the content type of a command must be application/json")
        origin = headers.get("origin")
        if origin is not None and origin.partition("://")[2] != headers.get("host"):
            return _error(403, "commands from another origin are not allowed")
        try:
            result = self._commands[name](_object(body))
        except (TypeError, ValueError, RecursionError) as error:
            return _error(400, str(error) or type(error).__name__)
        return _json(200, {} if result is None else result)

    def _break(self, command: dict[str, Any]) -> None:
        if "code" in command:
            self._fake.fail_next(**_only(command, "action", "code", "message", "times"))
        else:
            self._fake.break_next(command.pop("fault", ""), **_only(command, "action", "times"))

    def _set_items(self, command: dict[str, Any]) -> None:
        items = command.pop("items", None)
        if not isinstance(items, list):
            raise TypeError('"items" must be a list of objects')
        with _violations_as_errors():
            self._fake.items(**_only(command, "action"), items=items)

    def _set_response(self, command: dict[str, Any]) -> None:
        returns = command.pop("returns", None)
        if not isinstance(returns, dict | list):
            raise TypeError('a response needs "returns": an object, or a list of objects for consecutive requests')
        with _violations_as_errors():
            self._fake.on(**_only(command, "action"), response=returns)

    def _state(self) -> dict[str, Any]:
        events = [] if self._scf is None else self._scf.events()
        functions = [] if self._scf is None else self._scf.functions()
        counts: dict[str, int] = {}
        for event in events:
            counts[event.status] = counts.get(event.status, 0) + 1
        return {
            "run": self._run_id,
            "title": f"Fake {self._fake.service} {self._fake.version}" if self._scf is None else "Fake SCF",
            "has_functions": self._scf is not None,
            "counts": counts,
            "events": [event._asdict() for event in reversed(events[-_MAX_EVENTS:])],
            "functions": [f"{each.namespace}/{each.name}" for each in functions],
            "deployed": [each._asdict() for each in functions[-_MAX_FUNCTIONS:]],
            "pending": [f"{fault.kind} for {fault.action or 'any action'}" for fault in self._fake.pending_faults],
            "faults": {name: fault.says for name, fault in NAMED_FAULTS.items()},
        }

    async def _stream(self, headers: Mapping[str, str], receive: ASGIReceiveCallable, send: ASGISendCallable) -> None:
        """Send updates until the client disconnects: each call once, and the state after each change."""
        loop = asyncio.get_running_loop()
        changed = asyncio.Event()
        stop_watching = self._fake.watch(lambda: loop.call_soon_threadsafe(changed.set))
        disconnected = asyncio.ensure_future(_wait_for_disconnect(receive))
        sent = _sent_calls(headers.get("last-event-id", ""), self._run_id)
        state: dict[str, Any] | None = None
        try:
            await _start(send, 200, "text/event-stream")
            while not disconnected.done():
                changed.clear()
                calls, total = self._fake.calls_since(sent)
                now = self._state()
                updates = b""
                if now != state:
                    state = now
                    updates += _event("state", now)
                if calls:
                    first = total - len(calls) + 1
                    numbered = [{"number": number, **call._asdict()} for number, call in enumerate(calls, first)]
                    updates += _event("calls", numbered, f"{self._run_id}-{total}")
                    sent = total
                if updates:
                    await send({"type": "http.response.body", "body": updates, "more_body": True})
                # Events end and functions become active by the clock, without a notification.
                changing = now["counts"].get("RUNNING") or any(each["status"] != ACTIVE for each in now["deployed"])
                interval = _REFRESH_INTERVAL if changing else None
                waiting = asyncio.ensure_future(changed.wait())
                await asyncio.wait({disconnected, waiting}, timeout=interval, return_when=asyncio.FIRST_COMPLETED)
                waiting.cancel()
        finally:
            stop_watching()
            disconnected.cancel()


class ScfCommands:
    """The commands for functions and events."""

    def __init__(self, fake: FakeScf) -> None:
        self._fake = fake

    def add_function(self, command: dict[str, Any]) -> None:
        """Add a function."""
        versions = command.pop("versions", ["$LATEST"])
        self._fake.add_function(command.pop("name", ""), qualifiers=_strings("versions", versions), **_only(command, "namespace"))

    def start_event(self, command: dict[str, Any]) -> dict[str, str]:
        """Start an event and return its id."""
        name = command.pop("function", None)
        if not isinstance(name, str):
            raise TypeError('"function" must be the name of a function')
        allowed = ("namespace", "qualifier", "invoke_type", "runs_for", "ends_as", "started_at", "invoke_request_id")
        return {"InvokeRequestId": self._fake.start_event(name, **_only(command, *allowed))}

    def set_handler(self, command: dict[str, Any]) -> None:
        """Set the result or the failure of a function."""
        name = command.pop("function", None)
        if not isinstance(name, str) or ("returns" in command) == ("fails" in command):
            raise TypeError('a handler needs "function" and either "returns" or "fails"')
        returns, fails = command.pop("returns", None), command.pop("fails", None)

        def handler(_: Any) -> Any:
            if fails is not None:
                raise RuntimeError(fails)
            return returns

        self._fake.set_handler(name, handler, **_only(command, "namespace", "takes"))

    def travel(self, command: dict[str, Any]) -> None:
        """Advance the time of functions and events."""
        self._fake.travel(**_only(command, "seconds"))


def panels_of(fakes: Sequence[FakeProduct]) -> list[Panel]:
    """Return a panel of each fake: `/_fake/` is the first one, `/_fake/cvm/` that of CVM."""
    services = [fake.service for fake in fakes]
    panels = [Panel(fakes[0])]
    for fake in fakes[1:]:
        name = fake.service if services.count(fake.service) == 1 else f"{fake.service}-{fake.version}"
        panels.append(Panel(fake, f"{PREFIX}{name}/"))
    return panels


@contextmanager
def _violations_as_errors() -> Iterator[None]:
    """Report a response that does not match the schema as an invalid command."""
    try:
        yield
    except SchemaViolation as error:
        raise ValueError(str(error)) from error


async def _wait_for_disconnect(receive: ASGIReceiveCallable) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _sent_calls(last: str, run_id: str) -> int:
    """Return the number of calls that the client has received, from the `Last-Event-ID` of this run."""
    run, _, number = last.partition("-")
    return int(number) if run == run_id and number.isascii() and number.isdigit() else 0


def _is_local(host: str) -> bool:
    name = host.lower().rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host.lower()
    return name in _HOSTS


def _only(command: dict[str, Any], *allowed: str) -> dict[str, Any]:
    if unknown := command.keys() - set(allowed):
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}; allowed: {', '.join(allowed)}")
    return command


def _object(body: bytes) -> dict[str, Any]:
    content = json.loads(body)
    if not isinstance(content, dict):
        raise TypeError("a command must be a JSON object")
    return content


def _strings(name: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise TypeError(f'"{name}" must be a list of strings')
    return value


def _json(status: int, content: Any) -> PanelResponse:
    return status, "application/json", json.dumps(content, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _error(status: int, message: str) -> PanelResponse:
    return _json(status, {"error": message})


def _event(name: str, content: Any, number: str | None = None) -> bytes:
    identity = "" if number is None else f"id: {number}\n"
    return f"event: {name}\n{identity}data: {json.dumps(content, ensure_ascii=False)}\n\n".encode("utf-8", "backslashreplace")


async def _start(send: Callable[[Any], Awaitable[None]], status: int, content_type: str, length: int | None = None) -> None:
    headers = [
        (b"content-type", content_type.encode()),
        (b"cache-control", b"no-store"),
        (b"content-security-policy", _POLICY.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
    ]
    if length is not None:
        headers.append((b"content-length", str(length).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers, "trailers": False})


async def _send(send: ASGISendCallable, response: PanelResponse, *, with_body: bool) -> None:
    status, content_type, body = response
    await _start(send, status, content_type, len(body))
    await send({"type": "http.response.body", "body": body if with_body else b"", "more_body": False})
