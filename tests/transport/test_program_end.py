"""Calls at the end of a program, clients that are dropped, several event loops and interpreters: each in a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec

import pytest

from tencentkit.errors import RequestInvalid
from tencentkit.transport import AsyncHttpxTransport, AsyncLeanTransport, HttpRequest, HttpxTransport, LeanTransport
from tests.conftest import Kind
from tests.transport.raw_server import answering, ok, raw_server

NAMES = ["HttpxTransport", "LeanTransport", "AsyncHttpxTransport", "AsyncLeanTransport"]
START = """
import asyncio, atexit, gc, sys, types
from tencentkit import Credentials, scf, transport
NAME, URL = {name!r}, {url!r}
def new_client():
    kind = scf.AsyncClient if NAME.startswith("Async") else scf.Client
    return kind(region="r", credentials=Credentials("i", "k"), base_url=URL, throttle=None, transport=getattr(transport, NAME)())
async def awaited(client):
    return (await client.list_async_events(function_name="f")).total_count
def call(client):
    if NAME.startswith("Async"):
        return asyncio.run(awaited(client))
    return client.list_async_events(function_name="f").total_count
"""
EARLY_EXIT_HANDLER = """
atexit.register(lambda: print("exit", call(client)))
client = new_client()
print(call(client))
"""
LATE_EXIT_HANDLER = """
client = new_client()
print(call(client))
atexit.register(lambda: print("exit", call(client)))
"""
SEVERAL_LOOPS = """
client = new_client()
print(sum(call(client) for _ in range(4)))
"""
DROPPED = """
client = new_client()
print(call(client))
del client
gc.collect()
cycle = types.SimpleNamespace(client=new_client())
cycle.cycle = cycle
print(call(cycle.client))
del cycle
gc.collect()
"""
SHUTDOWN = """
class Owner:
    def __init__(self):
        self.client = new_client()
    def __del__(self):
        try:
            print(call(self.client))
        except Exception as error:
            print(type(error).__name__, str(error).split(": ")[-1])
owner = Owner()
print(call(owner.client))
"""


def output_of(code: str, *options: str) -> str:
    """Return the output of a program that writes nothing to stderr."""
    words = [sys.executable, *options, "-c", code]
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=dict(os.environ), timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("program", "output"),
    [(EARLY_EXIT_HANDLER, "3\nexit 3\n"), (LATE_EXIT_HANDLER, "3\nexit 3\n"), (SEVERAL_LOOPS, "12\n"), (DROPPED, "3\n3\n")],
    ids=["early", "late", "loops", "dropped"],
)
def test_program_ends_without_warnings(name: str, program: str, output: str) -> None:
    """Handlers of `atexit`, one client over several event loops, and clients without `close`: no ResourceWarning, no traceback."""
    with raw_server(answering(ok())) as server:
        assert output_of(START.format(name=name, url=server.url) + program, "-W", "error") == output


@pytest.mark.parametrize("name", NAMES[:2])
def test_shutdown_has_one_error(name: str) -> None:
    """A destructor that runs while the interpreter removes its modules."""
    with raw_server(answering(ok())) as server:
        output = output_of(START.format(name=name, url=server.url) + SHUTDOWN)
        assert output == "3\nConnectionFailed the interpreter is shutting down\n"


# With 3.12, an interpreter that imports asyncio and ssl is enough to crash the process at its end.
@pytest.mark.skipif(sys.version_info[:2] == (3, 12), reason="CPython 3.12 crashes")
@pytest.mark.parametrize("name", NAMES)
def test_subinterpreter_makes_calls(name: str) -> None:
    """Each transport works in an interpreter of its own."""
    module = next(each for each in ("_interpreters", "_xxsubinterpreters") if find_spec(each))
    with raw_server(answering(ok())) as server:
        program = START.format(name=name, url=server.url) + "print(call(new_client()), flush=True)"
        runs = f"import {module} as it\ninner = it.create()\nfailure = it.run_string(inner, {program!r})\nassert failure is None, failure\n"
        assert output_of(f"{runs}it.destroy(inner)\n") == "3\n"


@pytest.mark.parametrize("transports", [(HttpxTransport, AsyncHttpxTransport), (LeanTransport, AsyncLeanTransport)])
@pytest.mark.parametrize("header", [("X-Na\u00efve", "1"), ("X-Naive", "\u4e2d\u6587")])
def test_header_beyond_ascii_is_named(kind: Kind, transports: tuple[type, type], header: tuple[str, str]) -> None:
    """`HttpRequest` of a caller; the client checks its own headers earlier."""
    transport = kind.pick(*transports)()
    request = HttpRequest("http://127.0.0.1:1/", (("Host", "127.0.0.1"), header), b"{}")
    with pytest.raises(RequestInvalid, match="X-Na"):
        kind.run(transport.send(request, timeout=1, budget=1))
    kind.run(transport.aclose() if kind.is_async else transport.close())
