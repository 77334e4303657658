"""What a start, a call and an event cost, in counts that no machine changes: modules, calls of functions, system calls, bytes.

A band that is left means that something got dearer, or cheaper: then look at `nox -s bench -- calls`, and set the band anew.
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

from bench.calls_server import Door, body
from tencentkit import Throttle
from tencentkit.scf import AsyncClient, Client, models
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpRequest, HttpResponse, LeanTransport
from tests.conftest import CREDENTIALS
from tests.transport.raw_server import answering, ok, raw_server

SETTINGS: dict[str, Any] = {"region": "ap-guangzhou", "credentials": CREDENTIALS}


def imported(code: str) -> set[str]:
    """Modules that `code` brings into an interpreter of its own, beyond those that are there anyway."""
    tell = "import json, sys; before = set(sys.modules)\n{}\nprint(json.dumps(sorted(set(sys.modules) - before)))"
    done = subprocess.run([sys.executable, "-c", tell.format(code)], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_to_import_the_package_costs_next_to_nothing() -> None:
    """Two packages, the version and the lazy exports; not even `typing`."""
    assert imported("import tencentkit.scf") <= {"__future__", "tencentkit", "tencentkit._lazy", "tencentkit._version", "tencentkit.scf"}


def test_a_client_brings_no_network_and_no_event_loop() -> None:
    """httpx is loaded with the first call; asyncio, TLS and all else with their first use; of the models, none."""
    made = imported(
        "from tencentkit import Credentials; from tencentkit.scf import Client; Client(region='r', credentials=Credentials('i', 'k'))"
    )
    unwanted = {"httpx", "httpcore", "h11", "anyio", "asyncio", "ssl", "email", "difflib", "rich", "redis", "subprocess"}
    unwanted |= {"concurrent.futures"}
    assert made & unwanted == set()
    assert [name for name in made if name.startswith("tencentkit_api.scf.models.")] == []


def test_lean_transports_bring_neither_httpx_nor_h11() -> None:
    """Not even with a call."""
    with raw_server(answering(ok())) as server:
        made = imported(
            "from tencentkit import Credentials; from tencentkit.scf import Client; from tencentkit.transport import LeanTransport\n"
            f"with Client(region='r', credentials=Credentials('i', 'k'), base_url={server.url!r}, transport=LeanTransport()) as scf:\n"
            "    assert scf.list_async_events(function_name='f').total_count == 3"
        )
    assert made & {"httpx", "httpcore", "h11", "anyio", "asyncio"} == set()


def test_a_call_in_a_thread_brings_no_event_loop() -> None:
    """Nor httpx: the default transport needs its engine alone, where no proxy is named."""
    with raw_server(answering(ok())) as server:
        made = imported(
            "from tencentkit import Credentials; from tencentkit.scf import Client\n"
            f"with Client(region='r', credentials=Credentials('i', 'k'), base_url={server.url!r}) as scf:\n"
            "    assert scf.list_async_events(function_name='f').total_count == 3"
        )
    assert "httpcore" in made
    assert made & {"asyncio", "concurrent.futures", "httpx"} == set()


def counted(act: Callable[[], Any]) -> Counter[str]:
    """Calls of functions while `act` runs, by kind and by name."""
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
    """A transport that has the answer already."""

    def __init__(self, events: int) -> None:
        self._answer = HttpResponse(200, {"content-type": "application/json"}, body(Door(events=events)))

    def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
        return self._answer

    def close(self) -> None:
        pass


def calls_of_functions(events: int) -> int:
    with Client(**SETTINGS, transport=Canned(events), throttle=Throttle(limits={"ListAsyncEvents": 1_000_000}, gap=0)) as client:
        for _ in range(3):
            client.list_async_events(function_name="f", limit=events)
        return counted(lambda: client.list_async_events(function_name="f", limit=events))["all"]


def test_a_call_without_its_transport_stays_in_its_band() -> None:
    """Checks, throttle, signature, envelope and models together."""
    assert 120 <= calls_of_functions(2) <= 195


def test_an_event_more_costs_few_calls() -> None:
    """To read it calls three functions, all of them in C: no function in Python runs for each event."""
    assert calls_of_functions(102) - calls_of_functions(2) <= 100 * 4


@pytest.mark.parametrize("events", [2, 100])
def test_a_lean_call_makes_four_system_calls(events: int) -> None:
    """Is the connection still clean, send, wait, receive."""
    with (
        raw_server(answering(ok(body(Door(events=events))))) as server,
        Client(**SETTINGS, base_url=server.url, transport=LeanTransport(), throttle=None) as client,
    ):
        client.list_async_events(function_name="f")
        seen = counted(lambda: client.list_async_events(function_name="f"))
    assert (seen["poll.poll"], seen["socket.send"], seen["socket.recv"]) == (2, 1, 1)
    assert seen["all"] < 230 + 4 * events


def test_a_lean_call_of_an_event_loop_stays_in_its_band() -> None:
    """No task of its own, no timer a read: a handful of asyncio's calls more than in a thread."""

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
def test_a_call_among_twenty_costs_what_it_costs_alone(transport: Callable[[], Any]) -> None:
    """Nothing looks through the other calls or their connections: what a call costs does not grow with those in flight."""

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


def test_to_sign_costs_few_calls() -> None:
    """From the request object to signed bytes: hashes continue from copied states, and no key is derived again."""
    from bench.calls_parts import PARTS

    sign = PARTS["sign-ours"].make("http://127.0.0.1:1", 2)
    for _ in range(3):
        sign()
    seen = counted(sign)
    assert seen["all"] <= 50
    assert (seen["HASH.copy"], seen["HMAC.copy"], seen["hmac_digest"], seen["openssl_sha256"]) == (1, 1, 0, 1)


def test_a_field_is_read_without_a_call() -> None:
    """Also of a model that came in a list, whose `extra` is made when it is asked for."""
    [event] = models.ListAsyncEventsResponse.from_dict(json.loads(body(Door(events=1)))["Response"]).event_list
    assert counted(lambda: event.status)["all"] == counted(lambda: None)["all"]
    assert event.extra == {}
    assert event.extra is event.extra


def test_an_event_that_is_kept_takes_few_bytes() -> None:
    """Its own texts, one object, and no empty dict: what repeats from event to event is kept once."""
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
