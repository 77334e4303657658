"""Streaming actions on the command line, of a product that is made at test time."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tencentkit._cli import exit_codes
from tencentkit._cli.catalogue import commands
from tencentkit._cli.main import main
from tests.cli.conftest import Done
from tests.generator.products.packages import imported
from tests.streams.conftest import CHUNKED, DONE, HEAD, chunk, word
from tests.streams.conftest import talking as talking  # a fixture
from tests.transport.raw_server import Connection, RawServer, raw_server

TALK = ("depot", "talk", "--stream")
END = chunk(DONE) + chunk(b"")
Respond = Callable[[Callable[[Connection], None]], RawServer]


@pytest.fixture
def talk(talking: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[..., Done]]:
    """Return a function that runs a command against a server that sends these bytes."""
    with ExitStack() as stack:
        stack.enter_context(imported(talking, "depot"))
        stack.callback(commands.cache_clear)  # another test has a product of the same name
        commands.cache_clear()

        def run(*arguments: str, sent: bytes, is_cut: bool = False) -> Done:
            def handle(connection: Connection) -> None:
                while connection.request():
                    connection.send(sent)
                    if is_cut:
                        return

            server = stack.enter_context(raw_server(handle))
            code = main([*arguments, "--base-url", server.url])
            captured = capsys.readouterr()
            return Done(code, captured.out, captured.err)

        yield run


def test_text_is_printed(talk: Callable[..., Done]) -> None:
    """The default output is the text of the events, on lines of its own."""
    sent = CHUNKED + chunk(word("Hello")) + chunk(word(", 你好")) + chunk(word("", Usage=7)) + END
    assert talk(*TALK, sent=sent) == Done(0, "Hello, 你好\n", "")


def test_whole_events_in_each_format(talk: Callable[..., Done]) -> None:
    """JSON, JSON lines and CSV have the same events, with wire names."""
    sent = CHUNKED + chunk(word("a")) + chunk(word("b", Usage=7)) + END
    lines = talk(*TALK, "--output", "jsonl", sent=sent)
    events = [json.loads(line) for line in lines.out.splitlines()]
    assert (lines.code, [event["Choices"][0]["Delta"]["Content"] for event in events]) == (0, ["a", "b"])
    assert json.loads(talk(*TALK, "--output", "json", sent=sent).out) == events
    rows = list(csv.DictReader(talk(*TALK, "--output", "csv", sent=sent).out.splitlines()))
    assert [row["Usage"] for row in rows] == ["", "7"]
    assert [json.loads(row["Choices"]) for row in rows] == [event["Choices"] for event in events]


def test_stream_without_a_switch(talk: Callable[..., Done]) -> None:
    """An action whose response is always a stream needs no option; an event without text is one line of JSON."""
    done = talk("depot", "read-sse", sent=CHUNKED + chunk(b'data: {"Usage": 1}\n\n') + chunk(word("x")) + END)
    assert (done.code, done.out.splitlines()[1:]) == (0, ["x"])
    assert json.loads(done.out.splitlines()[0])["Usage"] == 1


def test_response_without_stream(talk: Callable[..., Done]) -> None:
    """`--no-stream` prints one response as for any action."""
    body = json.dumps({"Response": {"Choices": [], "RequestId": "r"}}).encode()
    sent = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    done = talk("depot", "talk", "--no-stream", "--output", "jsonl", sent=sent)
    assert (done.code, done.err) == (0, "")
    assert talk(*TALK, "--output", "jsonl", sent=sent).code == 0


def test_error_in_an_event(talk: Callable[..., Done]) -> None:
    """The text so far is printed, then the error; the exit code is that of the error."""
    error = b'data: {"Response": {"Error": {"Code": "RequestLimitExceeded", "Message": "slow"}, "RequestId": "r"}}\n\n'
    done = talk(*TALK, sent=CHUNKED + chunk(word("Hel")) + chunk(error) + chunk(b""))
    assert (done.code, done.out) == (exit_codes.RATE_LIMITED, "Hel\n")
    assert "RequestLimitExceeded" in done.err
    assert "may have been executed" in done.err


def test_connection_ends_early(talk: Callable[..., Done]) -> None:
    """A cut stream has the exit code of a failed connection."""
    done = talk(*TALK, "--output", "jsonl", sent=HEAD + b"Content-Length: 9999\r\n\r\n" + word("Hel"), is_cut=True)
    assert done.code == exit_codes.NO_RESPONSE
    assert json.loads(done.out)["Choices"][0]["Delta"]["Content"] == "Hel"


def test_dry_run_of_a_stream(talk: Callable[..., Done]) -> None:
    """`--explain` shows the request with its switch and sends nothing."""
    done = talk(*TALK, "--explain", sent=b"")
    assert (done.code, '"Stream": true' in done.out) == (0, True), done.err


@pytest.mark.skipif(os.name == "nt", reason="sends SIGINT")
@pytest.mark.parametrize("output", ["table", "jsonl", "json", "csv"])
def test_events_arrive_before_interrupt(talking: Path, output: str) -> None:
    """A pipe gets each event while the stream is open; Ctrl-C closes the connection, without a traceback, and exits with 130."""
    closed = threading.Event()

    def handle(connection: Connection) -> None:
        connection.request()
        connection.send(CHUNKED + chunk(word("first")))
        while connection.sock.recv(4096):
            pass
        closed.set()

    paths = [str(talking / "generated" / each) for each in ("tencentkit", "tencentkit_api")]
    program = (
        "import sys, tencentkit, tencentkit_api\n"
        f"tencentkit.__path__.append({paths[0]!r}); tencentkit_api.__path__.append({paths[1]!r})\n"
        "from tencentkit._cli.main import main\nsys.exit(main())"
    )
    with raw_server(handle) as server:
        command = [sys.executable, "-c", program, *TALK, "--output", output, "--base-url", server.url]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
            assert process.stdout is not None
            received = b""
            while b"first" not in received:
                part = os.read(process.stdout.fileno(), 4096)
                assert part, process.communicate()
                received += part
            process.send_signal(signal.SIGINT)
            _, error = process.communicate(timeout=60)
        assert (process.returncode, error) == (exit_codes.INTERRUPTED, b"")
        assert closed.wait(60)
