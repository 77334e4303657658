from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tencentkit.scf import FunctionError
from tencentkit.testing import FakeScf, FakeServer, serve


@pytest.fixture
def server() -> Iterator[FakeServer]:
    """Server of a fake with the panel."""
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


def next_message(lines: Iterator[str]) -> tuple[str, Any]:
    """Return name and content of the next message of a stream."""
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


def test_static_files(web: httpx.Client) -> None:
    """Page, style and script come from the panel, under a policy that forbids other sources."""
    for name, kind in (("", "text/html"), ("panel.js", "text/javascript"), ("panel.css", "text/css")):
        response = web.get(name)
        assert response.status_code == 200
        assert response.headers["content-type"] == f"{kind}; charset=utf-8"
        assert "default-src 'none'" in response.headers["content-security-policy"]
        assert "http" not in response.text.replace("application/json", "")
    assert web.head("").content == b""
    assert web.get("nothing").status_code == 404
    assert web.put("", content=b"").status_code == 405


def test_stream(server: FakeServer, web: httpx.Client) -> None:
    """The stream sends the state, then each call once; after a reconnect it sends the missed calls."""
    with web.stream("GET", "stream", timeout=30) as stream:
        lines = stream.iter_lines()
        kind, state = next_message(lines)
        assert (kind, state["counts"], state["functions"]) == ("state", {"FINISHED": 1}, ["default/helloworld"])
        call(server)
        kind, calls = next_message(lines)
        assert kind == "calls"
        assert [(each["number"], each["action"], each["code"]) for each in calls] == [(1, "ListAsyncEvents", None)]
        assert "EXAMPLE" not in json.dumps(calls)
        assert web.post("faults", json={"fault": "throttled", "action": "ListAsyncEvents"}).json() == {}
        kind, state = next_message(lines)
        assert state["pending"] == ["error RequestLimitExceeded for ListAsyncEvents"]
    call_number = f"{state['run']}-1"
    with pytest.raises(Exception, match="RequestLimitExceeded"):
        call(server)
    with web.stream("GET", "stream", headers={"Last-Event-ID": call_number}, timeout=30) as stream:
        lines = stream.iter_lines()
        assert next_message(lines)[0] == "state"
        kind, calls = next_message(lines)
        assert [(each["number"], each["code"], each["message"]) for each in calls] == [
            (2, "RequestLimitExceeded", "Too many requests per second.")
        ]


def test_created_functions(server: FakeServer, web: httpx.Client) -> None:
    """A created function appears with versions and aliases until it is deleted, and can get a handler."""
    with server.fake.client(transport=None, clock=None, throttle=None, base_url=server.url) as scf:
        scf.create_function(function_name="created", code={"ZipFile": "YQ=="})
        assert web.get("state").json()["deployed"][1]["status"] == "Creating"
        server.fake.travel(1)
        scf.publish_version(function_name="created")
        scf.create_alias(function_name="created", name="live", function_version="1")
        shown = {"namespace": "default", "name": "created", "status": "Active", "versions": ["$LATEST", "1"], "aliases": ["live"]}
        assert web.get("state").json()["deployed"][1] == shown
        assert web.post("handlers", json={"function": "created", "returns": [1], "takes": 0.01}).json() == {}
        assert scf.run_function(function_name="created").json() == [1]
        assert web.post("handlers", json={"function": "created", "fails": "too bad"}).json() == {}
        with pytest.raises(FunctionError, match="too bad"):
            scf.run_function(function_name="created")
        scf.delete_function(function_name="created")
    assert web.get("state").json()["functions"] == ["default/helloworld"]


def test_commands(server: FakeServer, web: httpx.Client) -> None:
    """Commands are JSON over HTTP."""
    assert web.post("functions", json={"name": "other", "versions": ["1"], "namespace": "prod"}).status_code == 200
    command = {"function": "other", "namespace": "prod", "qualifier": "1", "runs_for": 60}
    event = web.post("events", json=command).json()["InvokeRequestId"]
    assert web.get("state").json()["events"][0]["status"] == "RUNNING"
    assert web.post("travel", json={"seconds": 61}).status_code == 200
    shown = web.get("state").json()["events"][0]
    assert (shown["invoke_request_id"], shown["status"]) == (event, "FINISHED")
    assert web.post("faults", json={"code": "InternalError", "times": 2}).status_code == 200
    assert len(server.fake.pending_faults) == 2
    assert web.get("calls").json() == {"total": 0, "calls": []}


@pytest.mark.parametrize(
    ("name", "command", "message"),
    [
        ("faults", {"fault": "nothing"}, "there is no fault"),
        ("faults", {"fault": "throttled", "when": 1}, "unknown: when"),
        ("faults", {"fault": "throttled", "action": "ListEvents"}, "there is no action 'ListEvents'"),
        ("faults", {"code": "InternalError", "action": 7}, "must be a string"),
        ("faults", {"fault": ["throttled"]}, "unhashable"),
        ("events", {"function": 7}, "must be the name of a function"),
        ("events", {"function": "missing"}, "there is no function"),
        ("events", {"function": "helloworld", "runs_for": "1"}, "not supported"),
        ("functions", {"name": ""}, "needs a name"),
        ("handlers", {"function": "x"}, "a handler needs"),
        ("handlers", {"function": "x", "returns": 1, "takes": -1}, "takes must be finite"),
        ("handlers", {"function": "x", "returns": 1, "when": 1}, "unknown: when"),
        ("functions", {"name": "x", "versions": "1"}, "list of strings"),
        ("travel", {"seconds": -1}, "seconds must be finite"),
        ("travel", {}, "seconds"),
        ("travel", [], "JSON object"),
    ],
)
def test_invalid_command(name: str, command: Any, message: str, web: httpx.Client) -> None:
    """An invalid command returns HTTP 400 with the reason."""
    response = web.post(name, json=command)
    assert response.status_code == 400
    assert message in response.json()["error"]


def test_other_origins(server: FakeServer, web: httpx.Client) -> None:
    """Other host names, other origins and form content types are rejected; there are no CORS headers."""
    assert web.get("calls", headers={"Host": "evil.example"}).status_code == 403
    assert web.get("calls", headers={"Host": f"localhost:{server.port}"}).status_code == 200
    travel = {"seconds": 1}
    assert web.post("travel", json=travel, headers={"Origin": "https://evil.example"}).status_code == 403
    assert web.post("travel", json=travel, headers={"Origin": server.url}).status_code == 200
    assert web.post("travel", data={"seconds": "1"}).status_code == 415
    assert web.post("nothing", json={}).status_code == 404
    assert not [name for name in web.get("calls").headers if name.startswith("access-control")]


def test_server_without_panel() -> None:
    """`serve(fake)` alone rejects the paths of the panel."""
    with serve(FakeScf()) as server, httpx.Client(base_url=server.url, trust_env=False) as web:
        assert "UnsupportedProtocol" in web.get("/_fake/").text
