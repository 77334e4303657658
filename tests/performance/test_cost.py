"""Cost of import, call and item in counts that do not depend on the machine: modules, function calls, system calls, bytes.

A failure means that the cost changed: compare with `nox -s bench -- calls`, then set the new range.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tracemalloc
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from bench.calls_parts import PARTS
from bench.calls_server import Door, body
from tencentkit import Throttle
from tencentkit.scf import AsyncClient, Client, models
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpRequest, HttpResponse, LeanTransport
from tests.conftest import CREDENTIALS
from tests.transport.raw_server import answering, ok, raw_server

SETTINGS: dict[str, Any] = {"region": "ap-guangzhou", "credentials": CREDENTIALS}


def imported(code: str) -> set[str]:
    """Return the modules that `code` imports in a new interpreter."""
    program = "import json, sys; before = set(sys.modules)\n{}\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    done = subprocess.run([sys.executable, "-c", program.format(code)], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_import_is_minimal() -> None:
    """The import loads three packages, the version, the lazy exports and the finder of modules; not even `typing`."""
    finder = {"importlib", "importlib._bootstrap", "importlib._bootstrap_external", "importlib.machinery", "warnings"}
    packages = {"tencentkit", "tencentkit._lazy", "tencentkit._version", "tencentkit.scf", "tencentkit_api"}
    assert imported("import tencentkit.scf") <= {"__future__", *packages, *finder}


def test_client_imports_no_network() -> None:
    """The first call loads httpx; asyncio, TLS and models are loaded on first use."""
    made = imported(
        "from tencentkit import Credentials; from tencentkit.scf import Client; Client(region='r', credentials=Credentials('i', 'k'))"
    )
    unwanted = {"httpx", "httpcore", "h11", "anyio", "asyncio", "ssl", "email", "difflib", "rich", "redis", "subprocess"}
    unwanted |= {"concurrent.futures"}
    assert made & unwanted == set()
    assert [name for name in made if name.startswith("tencentkit_api.scf.models.")] == []


def test_lean_transport_needs_no_httpx() -> None:
    """A call loads neither httpx nor h11."""
    with raw_server(answering(ok())) as server:
        made = imported(
            "from tencentkit import Credentials; from tencentkit.scf import Client; from tencentkit.transport import LeanTransport\n"
            f"with Client(region='r', credentials=Credentials('i', 'k'), base_url={server.url!r}, transport=LeanTransport()) as scf:\n"
            "    assert scf.list_async_events(function_name='f').total_count == 3"
        )
    assert made & {"httpx", "httpcore", "h11", "anyio", "asyncio"} == set()


@pytest.mark.parametrize("transport", ["HttpxTransport", "LeanTransport"])
def test_sync_call_imports_no_asyncio(transport: str) -> None:
    """Also if it resolves a host name, and takes its keys from the environment."""
    with raw_server(answering(ok())) as server:
        made = imported(
            "import os; os.environ |= {'TENCENTCLOUD_SECRET_ID': 'i', 'TENCENTCLOUD_SECRET_KEY': 'k'}\n"
            f"from tencentkit.scf import Client; from tencentkit.transport import {transport}\n"
            f"with Client(region='r', base_url='http://localhost:{server.port}', transport={transport}()) as scf:\n"
            "    assert scf.list_async_events(function_name='f').total_count == 3"
        )
    assert ("httpx" in made) is (transport == "HttpxTransport")
    assert "asyncio" not in made


def test_address_needs_no_lookup() -> None:
    """A call to an IP address starts no thread, and loads no futures."""
    with raw_server(answering(ok())) as server:
        made = imported(
            "from tencentkit import Credentials; from tencentkit.scf import Client\n"
            f"with Client(region='r', credentials=Credentials('i', 'k'), base_url={server.url!r}) as scf:\n"
            "    assert scf.list_async_events(function_name='f').total_count == 3"
        )
    assert made & {"asyncio", "concurrent.futures"} == set()


def counted(act: Callable[[], Any]) -> Counter[str]:
    """Count the function calls of `act`, in all and by name of the C function."""
    seen: Counter[str] = Counter()

    def note(_: Any, event: str, argument: Any) -> None:
        if event in {"call", "c_call"}:
            seen["all"] += 1
        if event == "c_call":
            seen[argument.__qualname__] += 1

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return seen


class Canned:
    """Transport with a fixed response."""

    def __init__(self, events: int) -> None:
        self._response = HttpResponse(200, {"content-type": "application/json"}, body(Door(events=events)))

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        return self._response

    def close(self) -> None:
        pass


def calls_of_functions(events: int) -> int:
    with Client(**SETTINGS, transport=Canned(events), throttle=Throttle(limits={"ListAsyncEvents": 1_000_000}, gap=0)) as client:
        for _ in range(3):
            client.list_async_events(function_name="f", limit=events)
        return counted(lambda: client.list_async_events(function_name="f", limit=events))["all"]


def test_function_calls_of_a_call() -> None:
    """Validation, throttle, signature, envelope and models together."""
    assert 120 <= calls_of_functions(2) <= 195


def test_function_calls_per_item() -> None:
    """Each further item costs at most four calls of C functions and none of Python."""
    assert calls_of_functions(102) - calls_of_functions(2) <= 100 * 4


@pytest.mark.parametrize("events", [2, 100])
def test_system_calls_of_lean_transport(events: int) -> None:
    """A call checks the connection, sends, waits and receives."""
    with (
        raw_server(answering(ok(body(Door(events=events))))) as server,
        Client(**SETTINGS, base_url=server.url, transport=LeanTransport(), throttle=None) as client,
    ):
        client.list_async_events(function_name="f")
        seen = counted(lambda: client.list_async_events(function_name="f"))
    assert (seen["poll.poll"], seen["socket.send"], seen["socket.recv"]) == (2, 1, 1)
    assert seen["all"] < 230 + 4 * events


def test_function_calls_of_async_call() -> None:
    """An async call makes a few more calls than a sync call: no extra task, no timer per read."""

    async def main(url: str) -> int:
        async with AsyncClient(**SETTINGS, base_url=url, transport=AsyncLeanTransport(), throttle=None) as client:
            await client.list_async_events(function_name="f")
            seen: Counter[str] = Counter()

            def note(_: Any, event: str, __: Any) -> None:
                seen["all"] += event in {"call", "c_call"}

            sys.setprofile(note)
            try:
                await client.list_async_events(function_name="f")
            finally:
                sys.setprofile(None)
            return seen["all"]

    with raw_server(answering(ok())) as server:
        assert asyncio.run(main(server.url)) < 365


@pytest.mark.parametrize("transport", [AsyncHttpxTransport, AsyncLeanTransport])
def test_cost_of_concurrent_calls(transport: Callable[[], Any]) -> None:
    """The cost of a call does not grow with the number of calls in flight."""

    async def main(url: str) -> tuple[int, int]:
        async with AsyncClient(**SETTINGS, base_url=url, transport=transport(), throttle=None) as client:

            async def call() -> None:
                await client.list_async_events(function_name="f")

            await asyncio.gather(*(call() for _ in range(20)))
            seen = [0]

            def note(_: Any, event: str, __: Any) -> None:
                seen[0] += event in {"call", "c_call"}

            counts = []
            for at_once in (1, 20):
                seen[0] = 0
                sys.setprofile(note)
                try:
                    await asyncio.gather(*(call() for _ in range(at_once)))
                finally:
                    sys.setprofile(None)
                counts.append(seen[0])
            return counts[0], counts[1]

    with raw_server(answering(ok())) as server:
        alone, among = asyncio.run(main(server.url))
    assert among < 20 * alone * 1.1


def test_function_calls_of_signing() -> None:
    """Hashes continue from copied states, and no key is derived again."""
    from bench.calls_parts import PARTS

    sign = PARTS["sign-ours"].make("http://127.0.0.1:1", 2)
    for _ in range(3):
        sign()
    seen = counted(sign)
    assert seen["all"] <= 50
    assert (seen["HASH.copy"], seen["HMAC.copy"], seen["hmac_digest"], seen["openssl_sha256"]) == (1, 1, 0, 1)


def test_field_access_is_plain() -> None:
    """Reading a field of a model calls no function; `extra` is created on first access."""
    [event] = models.ListAsyncEventsResponse.from_dict(json.loads(body(Door(events=1)))["Response"]).event_list
    assert counted(lambda: event.status)["all"] == counted(lambda: None)["all"]
    assert event.extra == {}
    assert event.extra is event.extra


def test_memory_per_item() -> None:
    """An item needs one object, no empty dict, and shares repeated strings."""
    text = body(Door(events=100))

    def pages(number: int) -> list[Any]:
        kept: list[Any] = []
        for _ in range(number):
            kept += models.ListAsyncEventsResponse.from_dict(json.loads(text)["Response"]).event_list
        return kept

    pages(1)
    tracemalloc.start()
    try:
        kept = pages(50)
        size = tracemalloc.get_traced_memory()[0] / len(kept)
    finally:
        tracemalloc.stop()
    assert len(kept) == 5_000
    assert size < 400


@pytest.mark.parametrize("part", [name for name in PARTS if name.endswith("-ours")])
def test_parts_of_bench_run(part: str) -> None:
    """The bench uses private functions, so a change of these breaks it."""
    PARTS[part].make("http://127.0.0.1:1", 2)()
