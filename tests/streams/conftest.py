"""A product with streaming actions, and clients for it on each transport."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import trustme

from generator.__main__ import main
from tencentkit import Credentials
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpxTransport, LeanTransport
from tests.conftest import Kind
from tests.generator.convert import depot
from tests.generator.products.packages import imported
from tests.transport.raw_server import Connection, RawServer, raw_server
from tests.transport.tls import tls_server, trusting

Act = Callable[[Connection], None]
TRANSPORTS = {"httpx": (HttpxTransport, AsyncHttpxTransport), "lean": (LeanTransport, AsyncLeanTransport)}
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nX-TC-RequestId: r-7\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
DONE = b"data: [DONE]\n\n"


def chunk(data: bytes) -> bytes:
    """Return a chunk of a chunked body."""
    return b"%x\r\n%s\r\n" % (len(data), data)


def word(text: str, **fields: Any) -> bytes:
    """Return the event with one more word of the answer."""
    choice = {"Delta": {"Role": "assistant", "Content": text}, "FinishReason": ""}
    return b"data: " + json.dumps({"Choices": [choice], **fields}, ensure_ascii=False).encode() + b"\n\n"


@pytest.fixture(scope="session")
def talking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the project of a product with three streaming actions: by a parameter, by default, and always."""
    folder = tmp_path_factory.mktemp("talking")
    api = depot.api()
    switch = {"Talk": "Whether to stream. Default value: false", "Chat": "Whether to stream. Default value: true"}
    for name in ("Talk", "Chat", "ReadSSE"):
        api["actions"][name] = {**api["actions"]["Import"], "input": f"{name}Request", "output": f"{name}Response"}
        members = [depot.member("Topic", required=False)]
        if name in switch:
            members.append(depot.member("Stream", "bool", required=False, document=switch[name]))
        api["objects"][f"{name}Request"] = {"document": "", "members": members, "type": "object"}
        api["objects"][f"{name}Response"] = {
            "document": "",
            "members": [
                depot.member("Choices", "Choice", array=True, output_required=True),
                depot.member("Usage", "int64", output_required=False),
                depot.member("ErrorMsg", "Trouble", output_required=False),
                depot.REQUEST_ID,
            ],
            "type": "object",
        }
    api["actions"]["Send"] = {**api["actions"]["Import"], "input": "SendRequest", "output": "SendResponse"}
    api["objects"] |= {
        "SendRequest": {"document": "", "members": [depot.member("File", "binary", required=True)], "type": "object"},
        "SendResponse": {"document": "", "members": [depot.REQUEST_ID], "type": "object"},
        "Choice": _object(depot.member("Delta", "Part", output_required=True), depot.member("FinishReason", output_required=True)),
        "Part": _object(depot.member("Role", output_required=True), depot.member("Content", output_required=True)),
        "Trouble": _object(depot.member("Code", "int64", output_required=True), depot.member("Msg", output_required=True)),
    }
    definitions = depot.written(folder / "v20200101", api_json=api)
    assert main(["product", "depot", "--definitions", str(definitions), "--output", str(folder / "project")]) == 0
    return folder / "project"


def _object(*members: dict[str, Any]) -> dict[str, Any]:
    return {"document": "", "members": list(members), "usage": "out"}


@pytest.fixture(scope="module")
def product(talking: Path) -> Iterator[Any]:
    """Return its package."""
    with imported(talking, "depot") as package:
        yield package


class Talker:
    """A client of the product, and the server that it calls."""

    def __init__(self, client: Any, kind: Kind, server: RawServer) -> None:
        self.client = client
        self.kind = kind
        self.server = server

    def open(self, method: str = "talk", **arguments: Any) -> Any:
        """Open a stream."""
        if method == "talk":
            arguments.setdefault("stream", True)
        return self.kind.run(getattr(self.client, method)(**arguments))

    def next(self, stream: Any) -> Any:
        """Return the next event."""
        return self.kind.run(anext(stream)) if self.kind.is_async else next(stream)

    def rest(self, stream: Any) -> list[Any]:
        """Return all other events."""
        return self.kind.listed(stream)

    def texts(self, stream: Any) -> list[str]:
        """Return the words of all other events."""
        return [event.choices[0].delta.content for event in self.rest(stream)]

    def close(self, stream: Any) -> None:
        """Close the stream."""
        self.kind.run(stream.aclose() if self.kind.is_async else stream.close())

    @property
    def slots_in_use(self) -> int:
        """Open exchanges of the transport."""
        return int(_slots(self.client._transport, self.kind))


def _slots(transport: Any, kind: Kind) -> int:
    async def in_loop() -> int:
        return int(transport._state().slots_in_use())

    return kind.run(in_loop()) if kind.is_async else int(transport._state().slots_in_use())


@pytest.fixture(params=sorted(TRANSPORTS))
def talker(product: Any, kind: Kind, request: pytest.FixtureRequest) -> Iterator[Callable[..., Talker]]:
    """Return a function that makes a client whose server runs one act for each request; the last one repeats."""
    with ExitStack() as stack:

        def make(*acts: Act | bytes, **settings: Any) -> Talker:
            left = list(acts)

            def handle(connection: Connection) -> None:
                while connection.request():
                    act = left.pop(0) if len(left) > 1 else left[0]
                    if isinstance(act, bytes):
                        connection.send(act)
                    else:
                        act(connection)

            authority = trustme.CA() if settings.pop("tls", False) else None
            server = stack.enter_context(raw_server(handle, tls=authority and tls_server(authority, "127.0.0.1")))
            transport = kind.pick(*TRANSPORTS[request.param])(trust_env=False, trust=authority and trusting(authority))
            settings = {"throttle": None, "rng": lambda: 0.0, "transport": transport, "region": "ap-guangzhou"} | settings
            client = kind.pick(product.Client, product.AsyncClient)(
                credentials=Credentials("AKIDcanary0000000001", "key-canary-0000001"), base_url=server.url, **settings
            )
            kind._clients.append(client)
            return Talker(client, kind, server)

        yield make
        kind.close_clients()
