from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import threading
from typing import Any

import pytest

from tencentkit._cli import exit_codes
from tencentkit._cli.main import main
from tencentkit.errors import ListingStalled
from tencentkit.testing import FakeServer
from tests.cli.conftest import Run


def test_listing_as_a_table(run: Run, server: FakeServer) -> None:
    """`--all` reads every page, newest first, under wire names."""
    ids = server.fake.function("helloworld").many(230)
    done = run("list-async-events", "--function-name", "helloworld", "--all")
    lines = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert lines[0].split() == ["InvokeRequestId", "InvokeType", "Qualifier", "Status", "StartTime", "EndTime"]
    assert [line.split()[0] for line in lines[2:]] == ids[::-1]
    assert all(line.split()[3] == "FINISHED" for line in lines[2:])


def test_listing_as_json_and_csv(run: Run, server: FakeServer) -> None:
    """The output parses back to the same items; `--max-items` stops early."""
    ids = server.fake.function("helloworld").many(3)[::-1]
    arguments = ("list-async-events", "--function-name", "helloworld", "--all", "--output")
    rows = json.loads(run(*arguments, "json").out)
    assert [row["InvokeRequestId"] for row in rows] == ids
    assert list(csv.DictReader(run(*arguments, "csv").out.splitlines())) == rows
    assert [row["InvokeRequestId"] for row in json.loads(run(*arguments, "json", "--max-items", "2").out)] == ids[:2]
    server.fake.function("empty")
    assert json.loads(run("list-async-events", "--function-name", "empty", "--all", "--output", "json").out) == []


@pytest.mark.parametrize("page", [(), ("--all",)], ids=["page", "all"])
def test_empty_listing_keeps_its_header(page: tuple[str, ...], run: Run, server: FakeServer) -> None:
    """A listing has the header of its items in every format, with and without `--all`, even when it is empty."""
    header = "InvokeRequestId,InvokeType,Qualifier,Status,StartTime,EndTime\n"
    hello = server.fake.function("helloworld")
    arguments = ("list-async-events", "--function-name", "helloworld", *page, "--output")
    assert run(*arguments, "csv").out == header
    assert run(*arguments, "table").out.splitlines()[0].split() == header.strip().split(",")
    hello.finished()
    assert run(*arguments, "csv").out.startswith(header + hello.ids[0])
    server.fake.on("GetRequestStatus", returns={"TotalCount": 0, "Data": []})
    arguments_once = ("get-request-status", "--function-name", "helloworld", "--function-request-id", "x", "--output", "csv")
    assert run(*arguments_once).out.startswith("FunctionName,")


def test_max_items_implies_all(run: Run, server: FakeServer) -> None:
    """`--max-items` reads several pages without `--all`."""
    ids = server.fake.function("helloworld").many(3)[::-1]
    rows = csv.DictReader(run("list-async-events", "--function-name", "helloworld", "--max-items", "2", "--output", "csv").out.splitlines())
    assert [row["InvokeRequestId"] for row in rows] == ids[:2]


def test_single_object_with_lists(run: Run, server: FakeServer) -> None:
    """A function is printed one row per field, whatever lists it has."""
    server.fake.function("helloworld")
    for name in ("get-function", "wait-until-function-active"):
        lines = run(name, "--function-name", "helloworld", "--output", "csv").out.splitlines()
        assert lines[0] == "Field,Value"
        assert "FunctionName,helloworld" in lines


def test_run_function(run: Run, server: FakeServer) -> None:
    """The return value is printed unchanged; a failed function is exit code 1, with its message and log."""
    server.fake.function("greet").handler(lambda event: {"hello": event["name"]})
    done = run("run-function", "--function-name", "greet", "--payload", '{"name": "you"}')
    assert (done.code, json.loads(done.out), done.err) == (0, {"hello": "you"}, "")
    done = run("run-function", "--function-name", "greet", "--payload", "{}", "--log")
    assert (done.code, done.out) == (exit_codes.REFUSED, "")
    assert done.err.startswith("error: FunctionError: ")
    assert done.err.count("KeyError") == 2  # in what it said, and in its log
    assert run("run-function", "--function-name", "greet", "--payload", "null").code == exit_codes.REFUSED
    assert server.fake.calls[-1].parameters == {
        "FunctionName": "greet",
        "InvocationType": "RequestResponse",
        "ClientContext": "null",
    }


def test_function_output_is_escaped(run: Run, server: FakeServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control characters are escaped on a terminal, and kept in a pipe."""

    def fail(_: Any) -> None:
        raise RuntimeError("\x1b[31mred")

    server.fake.function("greet").handler(fail)
    err = run("run-function", "--function-name", "greet", "--log").err
    assert err.count("\\x1b[31mred\n") == 2
    assert "\x1b" not in err
    server.fake.set_handler("greet", lambda _: "\x7f")
    assert run("run-function", "--function-name", "greet").out == '"\x7f"\n'
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run("run-function", "--function-name", "greet").out == '"\\x7f"\n'


def test_start_function(run: Run, server: FakeServer) -> None:
    """The printed request ID is what the waiter takes."""
    server.fake.function("greet").handler(lambda event: None)
    started = run("StartFunction", "--function-name", "greet")
    done = run("wait-until-async-event-finished", "--invoke-request-id", started.out.strip(), "--output", "json")
    assert json.loads(done.out)["Result"]["Status"] == "FINISHED"
    for payload in ("{", "@/nowhere"):
        with pytest.raises(SystemExit):
            run("start-function", "--function-name", "greet", "--payload", payload)


def test_waiter_prints_the_last_state(run: Run, server: FakeServer) -> None:
    """A wait ends with 0 in the awaited state, and with its own codes in another state or after its timeout."""
    hello = server.fake.function("helloworld")
    wait = ("wait-until-async-event-finished", "--output", "json", "--invoke-request-id")
    done = run(*wait, hello.finished())
    assert (done.code, json.loads(done.out)["Result"]["Status"]) == (exit_codes.SUCCESS, "FINISHED")
    done = run(*wait, hello.failed())
    assert (done.code, json.loads(done.out)["Result"]["Status"]) == (exit_codes.WAITER_FAILED, "FAILED")
    assert done.err.startswith("error: WaiterFailed: wait-until-async-event-finished --invoke-request-id ")
    assert done.err.endswith(": Result.Status is FAILED\n")
    done = run(*wait, hello.running(), "--wait", "0.001")
    assert done.code == exit_codes.WAITER_TIMEOUT
    assert re.search(r"WaiterTimeout: wait-until-async-event-finished --invoke-request-id \S+: timed out after 0.001 s", done.err)


def test_response_without_a_list(run: Run, server: FakeServer) -> None:
    """One row per field; nested values are JSON."""
    event = server.fake.function("helloworld").finished()
    lines = run("get-async-event-status", "--invoke-request-id", event).out.splitlines()
    assert lines[0].split() == ["Field", "Value"]
    assert json.loads(lines[2].split(None, 1)[1])["InvokeRequestId"] == event


def test_call_sends_wire_names(run: Run, server: FakeServer) -> None:
    """`call` sends the parameters of an unknown action unchanged."""
    server.fake.reply_next("SomeNewAction", body=b'{"Response": {"RequestId": "r", "Items": [{"A": 1}, {"A": 2, "B": "x"}]}}')
    assert run("call", "SomeNewAction", '{"Deep": {"List": [1]}}', "--output", "csv").out == "A,B\n1,\n2,x\n"
    assert server.fake.calls[0].parameters == {"Deep": {"List": [1]}}


def test_possibly_incomplete_listing_warns(run: Run, server: FakeServer) -> None:
    """Standard error says which check was not possible."""
    server.fake.function("f").many(3)
    done = run("list-async-events", "--function-name", "f", "--all", "--orderby", "EndTime", "--output", "json")
    assert done.code == 0
    assert len(json.loads(done.out)) == 3
    assert done.err.startswith("warning: the listing may be incomplete")


def test_closed_pipe_ends_quietly(server: FakeServer) -> None:
    """`tencentkit … | head` prints no traceback."""
    server.fake.function("f").many(300)
    reading, writing = os.pipe()
    os.close(reading)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))}
    arguments = [sys.executable, "-m", "tencentkit", "scf", "list-async-events", "--function-name", "f", "--all", "--base-url", server.url]
    done = subprocess.run(arguments, stdout=writing, stderr=subprocess.PIPE, env=environment, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_library_does_not_import_command() -> None:
    """`import tencentkit.scf` and a client load no module of the command."""
    code = "import sys, tencentkit.scf as s; s.Client(); print([name for name in sys.modules if '._cli.' in name or name == 'argparse'])"
    setup = f"import sys; sys.path[:] = {sys.path!r}\n"
    done = subprocess.run([sys.executable, "-c", setup + code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_client_is_closed(run: Run, server: FakeServer) -> None:
    """No thread outlives the command."""
    server.fake.function("f")
    before = threading.active_count()
    run("list-async-events", "--function-name", "f")
    assert threading.active_count() == before


def test_messages_name_options(run: Run) -> None:
    """An invalid argument is reported by its option, with the path into it."""
    assert run("list-functions", "--region", "no region").err.startswith("error: RequestInvalid: --region: ")
    done = run("list-async-events", "--function-name", "f", "--start-time-interval", '{"unknown": 1}')
    assert done.err.startswith("error: RequestInvalid: --start-time-interval.unknown: ")


def test_failed_write_may_be_executed(run: Run, server: FakeServer) -> None:
    """After a failed write the command warns of its possible effect; after a failed read it says that a repetition may help."""
    server.fake.break_next("internal error", "DeleteFunction")
    server.fake.function("f")
    done = run("delete-function", "--function-name", "f")
    assert done.err.splitlines()[1] == "warning: the request may have been executed; check its effect before you repeat it"
    server.fake.break_next("internal error", "ListFunctions", times=3)
    assert run("list-functions").err.splitlines()[1] == "the same command may succeed later"
    assert len(run("get-function", "--function-name", "nobody").err.splitlines()) == 1


def test_failed_listing_prints_its_cursor(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The resume cursor is the last line of standard error."""
    error = ListingStalled("no progress")
    error.cursor = "c1"
    monkeypatch.setattr("tencentkit._cli.main._run", lambda _: (_ for _ in ()).throw(error))
    done = run("list-functions")
    assert (done.code, done.err) == (exit_codes.NO_RESPONSE, "error: ListingStalled: no progress\nresume cursor: c1\n")


def test_parameters_beside_call_options(run: Run, server: FakeServer) -> None:
    """`--timeout` is the parameter of the API; `--region` and `--deadline` are call options."""
    server.fake.function("helloworld")
    command = ("update-function-configuration", "--function-name", "helloworld", "--timeout", "60")
    done = run(*command, "--deadline", "30", "--region", "ap-shanghai")
    assert (done.code, done.err) == (0, "")
    assert server.fake.calls[-1].parameters == {"FunctionName": "helloworld", "Timeout": 60}
    assert server.fake.calls[-1].region == "ap-shanghai"


def test_deadline_covers_a_whole_listing(monkeypatch: pytest.MonkeyPatch) -> None:
    """With `--all`, `--deadline` limits all pages together, as the deadline of a view does."""
    from tencentkit._cli import main as entry
    from tencentkit._cli.parser import build_parser

    monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", "id")
    options = build_parser("scf", "list-functions").parse_args(["scf", "list-functions", "--all", "--deadline", "5"])
    with entry._client(options) as client:
        listing = client.paginate(client.list_functions)._listing  # type: ignore[attr-defined]
    assert listing._seconds == 5.0


def test_shared_names_of_a_waiter() -> None:
    """Where an action has a parameter with the name of a keyword of waiters, both reach the method under their own names."""
    from tencentkit._cli import main as entry
    from tencentkit._cli.catalogue import commands
    from tencentkit_api.model import Field

    command = commands("scf")["wait-until-function-active"]
    clashing = command._replace(fields=(*command.fields, Field("timeout", "Timeout", "integer")))
    given = {"function_name": "f", "timeout": 3}
    assert entry._for_helper("wait", clashing, given, timeout=60) == {"function_name": "f", "timeout_": 3, "wait_timeout": 60}
    assert entry._for_helper("wait", command, {"function_name": "f"}, timeout=60) == {"function_name": "f", "timeout": 60}


def test_waits_for_any_action(run: Run) -> None:
    """`--wait-until` polls a read until its response has the value, and prints the response."""
    done = run("get-account", "--wait-until", "AccountUsage[].Nothing=1")
    assert (done.code, "did you mean" in done.err or "is not a list" in done.err) == (2, True)
    done = run("list-functions", "--wait-until", "TotalCount=0,1", "--wait", "5", "--output", "json")
    assert (done.code, '"TotalCount"' in done.out) == (0, True), done.err


def test_wait_refuses_other_kinds(run: Run) -> None:
    """A value that its field never has is an error of the option."""
    done = run("list-functions", "--wait-until", "TotalCount=many")
    assert (done.code, "--wait-until: TotalCount is a field of type integer" in done.err) == (2, True)


def test_unknown_product_names_installed_ones(capsys: pytest.CaptureFixture[str]) -> None:
    """The message has the nearest product and the command that installs another one."""
    with pytest.raises(SystemExit, match="2"):
        main(["scff", "list-functions"])
    error = capsys.readouterr().err
    assert "did you mean scf?" in error
    assert "pip install tencentkit-scff" in error
