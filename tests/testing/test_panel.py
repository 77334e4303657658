from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any, TextIO

import httpx
import pytest

from tencentkit.scf import FunctionError
from tencentkit.testing import FakeScf, FakeServer, serve
from tencentkit.testing.__main__ import main


@pytest.fixture
def server() -> Iterator[FakeServer]:
    """A fake with its panel."""
    fake = FakeScf()
    fake.function("helloworld").finished(ago=5)
    with serve(fake, panel=True) as server:
        yield server


@pytest.fixture
def web(server: FakeServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"{server.url}/_fake/", trust_env=False) as web:
        yield web


def call(server: FakeServer) -> None:
    with server.fake.client(transport=None, clock=None, throttle=None, retry=None, base_url=server.url) as scf:
        scf.list_async_events(function_name="helloworld")


def news(lines: Iterator[str]) -> tuple[str, Any]:
    """The next message of a stream."""
    kind = content = ""
    for line in lines:
        name, _, value = line.partition(": ")
        if name == "event":
            kind = value
        elif name == "data":
            content = value
        elif not line and kind:
            return kind, json.loads(content)
    raise AssertionError("the stream ended")


def test_the_page_is_static_and_asks_nobody_else(web: httpx.Client) -> None:
    """Page, style and script come from here under a policy that lets nothing else in."""
    for name, kind in (("", "text/html"), ("panel.js", "text/javascript"), ("panel.css", "text/css")):
        answer = web.get(name)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == f"{kind}; charset=utf-8"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "http" not in answer.text.replace("application/json", "")
    assert web.head("").content == b""
    assert web.get("nothing").status_code == 404
    assert web.put("", content=b"").status_code == 405


def test_the_stream_tells_calls_and_state_as_they_change(server: FakeServer, web: httpx.Client) -> None:
    """First what is there, then each call once; a reader that comes back gets what it missed."""
    with web.stream("GET", "stream", timeout=30) as stream:
        lines = stream.iter_lines()
        kind, state = news(lines)
        assert (kind, state["counts"], state["functions"]) == ("state", {"FINISHED": 1}, ["default/helloworld"])
        call(server)
        kind, calls = news(lines)
        assert kind == "calls"
        assert [(each["number"], each["action"], each["code"]) for each in calls] == [(1, "ListAsyncEvents", None)]
        assert "EXAMPLE" not in json.dumps(calls)
        assert web.post("faults", json={"fault": "throttled", "action": "ListAsyncEvents"}).json() == {}
        kind, state = news(lines)
        assert state["pending"] == ["failure RequestLimitExceeded for ListAsyncEvents"]
    call_number = f"{state['run']}-1"
    with pytest.raises(Exception, match="RequestLimitExceeded"):
        call(server)
    with web.stream("GET", "stream", headers={"Last-Event-ID": call_number}, timeout=30) as stream:
        lines = stream.iter_lines()
        assert news(lines)[0] == "state"
        kind, calls = news(lines)
        assert [(each["number"], each["code"], each["message"]) for each in calls] == [
            (2, "RequestLimitExceeded", "Too many requests a second.")
        ]


def test_what_a_program_creates_is_shown_and_can_be_given_a_result(server: FakeServer, web: httpx.Client) -> None:
    """A function appears as soon as it is created, with its versions and aliases, until it is deleted."""
    with server.fake.client(transport=None, clock=None, throttle=None, base_url=server.url) as scf:
        scf.create_function(function_name="made", code={"ZipFile": "YQ=="})
        assert web.get("state").json()["deployed"][1]["status"] == "Creating"
        server.fake.travel(1)
        scf.publish_version(function_name="made")
        scf.create_alias(function_name="made", name="live", function_version="1")
        shown = {"namespace": "default", "name": "made", "status": "Active", "versions": ["$LATEST", "1"], "aliases": ["live"]}
        assert web.get("state").json()["deployed"][1] == shown
        assert web.post("handlers", json={"function": "made", "returns": [1], "takes": 0.01}).json() == {}
        assert scf.run_function(function_name="made").json() == [1]
        assert web.post("handlers", json={"function": "made", "fails": "too bad"}).json() == {}
        with pytest.raises(FunctionError, match="too bad"):
            scf.run_function(function_name="made")
        scf.delete_function(function_name="made")
    assert web.get("state").json()["functions"] == ["default/helloworld"]


def test_any_language_can_seed_break_and_travel(server: FakeServer, web: httpx.Client) -> None:
    """The page's orders are plain JSON over HTTP."""
    assert web.post("functions", json={"name": "other", "versions": ["1"], "namespace": "prod"}).status_code == 200
    order = {"function": "other", "namespace": "prod", "qualifier": "1", "runs_for": 60}
    event = web.post("events", json=order).json()["InvokeRequestId"]
    assert web.get("state").json()["events"][0]["status"] == "RUNNING"
    assert web.post("travel", json={"seconds": 61}).status_code == 200
    shown = web.get("state").json()["events"][0]
    assert (shown["invoke_request_id"], shown["status"]) == (event, "FINISHED")
    assert web.post("faults", json={"code": "InternalError", "times": 2}).status_code == 200
    assert len(server.fake.pending_faults) == 2
    assert web.get("calls").json() == {"total": 0, "calls": []}


@pytest.mark.parametrize(
    ("name", "order", "says"),
    [
        ("faults", {"fault": "nothing"}, "no fault is named"),
        ("faults", {"fault": "throttled", "when": 1}, "not known: when"),
        ("faults", {"fault": "throttled", "action": "ListEvents"}, "there is no action 'ListEvents'"),
        ("faults", {"code": "InternalError", "action": 7}, "named by a text"),
        ("faults", {"fault": ["throttled"]}, "unhashable"),
        ("events", {"function": 7}, "names the function"),
        ("events", {"function": "nobody"}, "there is no function"),
        ("events", {"function": "helloworld", "runs_for": "1"}, "not supported"),
        ("functions", {"name": ""}, "needs a name"),
        ("handlers", {"function": "x"}, "what it gives"),
        ("handlers", {"function": "x", "returns": 1, "takes": -1}, "a run ends"),
        ("handlers", {"function": "x", "returns": 1, "when": 1}, "not known: when"),
        ("functions", {"name": "x", "versions": "1"}, "list of texts"),
        ("travel", {"seconds": -1}, "time goes forward"),
        ("travel", {}, "seconds"),
        ("travel", [], "JSON object"),
    ],
)
def test_a_wrong_order_is_refused_with_its_reason(name: str, order: Any, says: str, web: httpx.Client) -> None:
    """HTTP 400 and a sentence; the fake goes on."""
    answer = web.post(name, json=order)
    assert answer.status_code == 400
    assert says in answer.json()["error"]


def test_another_page_can_neither_look_nor_meddle(server: FakeServer, web: httpx.Client) -> None:
    """A foreign name for this machine, a foreign origin and a form's content type are refused; no origin is granted anything."""
    assert web.get("calls", headers={"Host": "evil.example"}).status_code == 403
    assert web.get("calls", headers={"Host": f"localhost:{server.port}"}).status_code == 200
    travel = {"seconds": 1}
    assert web.post("travel", json=travel, headers={"Origin": "https://evil.example"}).status_code == 403
    assert web.post("travel", json=travel, headers={"Origin": server.url}).status_code == 200
    assert web.post("travel", data={"seconds": "1"}).status_code == 415
    assert web.post("nothing", json={}).status_code == 404
    assert not [name for name in web.get("calls").headers if name.startswith("access-control")]


def test_without_the_panel_its_paths_are_refused_as_the_service_would() -> None:
    """`serve(fake)` alone stays as strict as it was."""
    with serve(FakeScf()) as server, httpx.Client(base_url=server.url, trust_env=False) as web:
        assert "UnsupportedProtocol" in web.get("/_fake/").text


def test_the_command_serves_until_it_is_told_to_stop() -> None:
    """It prints where it is and what to sign with, a line for each call, and ends without an error."""
    stop = threading.Event()
    said: list[str] = []
    state: list[object] = []
    reading, writing = os.pipe()

    def use(lines: TextIO) -> None:
        try:
            for line in lines:
                said.append(line)
                if "Ctrl-C" in line:
                    break
            with httpx.Client(base_url=said[0].split()[2], trust_env=False) as web:
                state.append(web.get("/_fake/state").json()["counts"])
                web.post("/", content=b"{}", headers={"Content-Type": "application/json"})
        finally:
            stop.set()

    # A pipe: what pytest captures cannot be read in one thread while another writes without losing a line now and then.
    with os.fdopen(reading, encoding="utf-8") as lines:
        with os.fdopen(writing, "w", encoding="utf-8") as output, contextlib.redirect_stdout(output):
            user = threading.Thread(target=use, args=(lines,))
            user.start()
            assert main(["serve", "--port", "0", "--function", "helloworld", "--events", "3", "--no-rate-limits"], until=stop) == 0
            user.join()
        assert "(no action) {} in (no region): MissingParameter" in lines.read()
    assert state == [{"FINISHED": 3}]


def test_a_port_that_is_taken_is_a_sentence(server: FakeServer, capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback for what happens every day; a function that is named twice is one, too."""
    for port in ("99999", "-1", "http"):
        with pytest.raises(SystemExit) as refused:
            main(["serve", f"--port={port}"])
        assert refused.value.code == 2
    assert main(["serve", "--port", str(server.port)]) == 1
    assert f"error: port {server.port}:" in capsys.readouterr().err
    assert main(["serve", "--function", "a", "--function", "a"]) == 2
    assert "is in the namespace" in capsys.readouterr().err


def test_the_command_ends_on_a_signal() -> None:
    """Ctrl-C and the signal of a process manager end it with exit code 0."""
    setup = (
        f"import sys; sys.path[:] = {sys.path!r}; from tencentkit.testing.__main__ import main; sys.exit(main(['serve', '--port', '0']))"
    )
    with subprocess.Popen([sys.executable, "-c", setup], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("Ctrl-C"):
                break
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 0
