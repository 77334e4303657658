from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from tencentkit._cli import exit_codes as exits
from tencentkit._cli import output
from tencentkit._cli.catalogue import Entry, entries, model
from tencentkit._cli.main import main
from tencentkit._cli.parser import flag, parser_for
from tencentkit.testing import FakeServer
from tencentkit_api.model import Field
from tencentkit_api.scf.actions import ACTIONS
from tests.command.conftest import Run


def test_every_action_is_a_command_with_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Each action of the table, each of its parameters and each of their descriptions stand in the help."""
    found = entries("scf")
    assert {entry.action for entry in found.values()} == set(ACTIONS)
    with pytest.raises(SystemExit) as ended:
        main(["scf", "--help"])
    assert ended.value.code == 0
    overview = capsys.readouterr().out
    for name, entry in found.items():
        assert f"    {name}" in overview
        text = " ".join(parser_for("scf", name)._actions[2].choices["scf"]._actions[1].choices[name].format_help().split())  # type: ignore[union-attr,index]
        for field in entry.fields:
            assert flag(field.name) in text
            assert entry.says[field.name]
            assert " ".join(entry.says[field.name].replace("`", "").split())[:40] in text
        assert all(meaning.split()[0] in text for meaning in exits.EXITS.values())


def test_a_whole_listing_as_a_table(run: Run, server: FakeServer) -> None:
    """`--all` walks every page, newest first, under the service's own names."""
    ids = server.fake.function("helloworld").many(230)
    done = run("list-async-events", "--function-name", "helloworld", "--all")
    lines = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert lines[0].split() == ["InvokeRequestId", "InvokeType", "Qualifier", "Status", "StartTime", "EndTime"]
    assert [line.split()[0] for line in lines[2:]] == ids[::-1]
    assert all(line.split()[3] == "FINISHED" for line in lines[2:])


def test_a_whole_listing_as_json_and_csv(run: Run, server: FakeServer) -> None:
    """What is printed can be read back, and holds the same; `--max-items` ends it early."""
    ids = server.fake.function("helloworld").many(3)[::-1]
    asked = ("list-async-events", "--function-name", "helloworld", "--all", "--output")
    rows = json.loads(run(*asked, "json").out)
    assert [row["InvokeRequestId"] for row in rows] == ids
    assert list(csv.DictReader(run(*asked, "csv").out.splitlines())) == rows
    assert [row["InvokeRequestId"] for row in json.loads(run(*asked, "json", "--max-items", "2").out)] == ids[:2]
    server.fake.function("empty")
    assert json.loads(run("list-async-events", "--function-name", "empty", "--all", "--output", "json").out) == []


@pytest.mark.parametrize("page", [(), ("--all",)], ids=["page", "all"])
def test_a_listing_has_one_shape(page: tuple[str, ...], run: Run, server: FakeServer) -> None:
    """Without an item, too, the header is that of the items, in every form and with `--all` or without."""
    header = "InvokeRequestId,InvokeType,Qualifier,Status,StartTime,EndTime\n"
    hello = server.fake.function("helloworld")
    asked = ("list-async-events", "--function-name", "helloworld", *page, "--output")
    assert run(*asked, "csv").out == header
    assert run(*asked, "table").out.splitlines()[0].split() == header.strip().split(",")
    hello.finished()
    assert run(*asked, "csv").out.startswith(header + hello.ids[0])
    server.fake.on("GetRequestStatus", returns={"TotalCount": 0, "Data": []})
    asked_once = ("get-request-status", "--function-name", "helloworld", "--function-request-id", "x", "--output", "csv")
    assert run(*asked_once).out.startswith("FunctionName,")


def test_the_number_of_items_is_kept_without_all(run: Run, server: FakeServer) -> None:
    """`--max-items` means `--all`, and ends it."""
    ids = server.fake.function("helloworld").many(3)[::-1]
    rows = csv.DictReader(run("list-async-events", "--function-name", "helloworld", "--max-items", "2", "--output", "csv").out.splitlines())
    assert [row["InvokeRequestId"] for row in rows] == ids[:2]


def test_one_thing_with_a_list_in_it_stays_one_thing(run: Run, server: FakeServer) -> None:
    """A function is printed field by field, whatever lists it has."""
    server.fake.function("helloworld")
    for name in ("get-function", "wait-until-function-active"):
        lines = run(name, "--function-name", "helloworld", "--output", "csv").out.splitlines()
        assert lines[0] == "Field,Value"
        assert "FunctionName,helloworld" in lines


@pytest.mark.parametrize("name", ["ListAsyncEvents", "list_async_events"])
def test_an_action_has_its_other_names(name: str, run: Run, server: FakeServer) -> None:
    """The name on the wire and the method's are taken for the command's."""
    server.fake.function("helloworld")
    assert run(name, "--function-name", "helloworld").code == 0
    server.fake.expect.called("list_async_events", times=1)


def test_a_mistyped_action_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest name instead of all of them."""
    with pytest.raises(SystemExit) as ended:
        main(["scf", "list-async-event", "--function-name", "f"])
    assert ended.value.code == exits.USAGE
    assert capsys.readouterr().err.endswith("scf has no action list-async-event; did you mean list-async-events?\n")


def test_a_wait_names_what_it_waits_for(capsys: pytest.CaptureFixture[str]) -> None:
    """Without it the service could only refuse, again and again."""
    with pytest.raises(SystemExit) as ended:
        main(["scf", "wait-until-function-active"])
    assert ended.value.code == exits.USAGE
    assert "--function-name" in capsys.readouterr().err


def test_a_function_runs_from_the_command_line(run: Run, server: FakeServer) -> None:
    """What it returns is printed as it stands; its failure is exit code 1, with what it said and its log."""
    server.fake.function("greet").handler(lambda event: {"hello": event["name"]})
    done = run("run-function", "--function-name", "greet", "--payload", '{"name": "you"}')
    assert (done.code, json.loads(done.out), done.err) == (0, {"hello": "you"}, "")
    done = run("run-function", "--function-name", "greet", "--payload", "{}", "--log")
    assert (done.code, done.out) == (exits.REFUSED, "")
    assert done.err.startswith("error: FunctionError: ")
    assert done.err.count("KeyError") == 2  # in what it said, and in its log
    assert run("run-function", "--function-name", "greet", "--payload", "null").code == exits.REFUSED
    assert server.fake.calls[-1].parameters == {
        "FunctionName": "greet",
        "InvocationType": "RequestResponse",
        "ClientContext": "null",
    }


def test_a_function_does_not_command_the_terminal(run: Run, server: FakeServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it returns and logs is written out on a terminal, and what it returns goes as it is into a pipe."""

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


def test_a_function_starts_from_the_command_line(run: Run, server: FakeServer) -> None:
    """Its id is printed, for the wait that takes it."""
    server.fake.function("greet").handler(lambda event: None)
    started = run("StartFunction", "--function-name", "greet")
    done = run("wait-until-async-event-finished", "--invoke-request-id", started.out.strip(), "--output", "json")
    assert json.loads(done.out)["Result"]["Status"] == "FINISHED"
    for payload in ("{", "@/nowhere"):
        with pytest.raises(SystemExit):
            run("start-function", "--function-name", "greet", "--payload", payload)


def test_parameters_of_every_form(run: Run, server: FakeServer, tmp_path: Path) -> None:
    """Texts, numbers, lists, objects with either kind of names, and files."""
    server.fake.function("@home")
    given = tmp_path / "interval.json"
    given.write_text('{"Start": "2020-02-03 04:05:06", "End": "2020-02-04 04:05:06"}', encoding="utf-8")
    done = run(
        *("list-async-events", "--function-name", "@@home", "--limit", "7", "--status", "RUNNING", "FAILED", "--status", "ABORTED"),
        *("--start-time-interval", f"@{given}", "--end-time-interval", '{"start": "2020-02-03 04:05:06", "end": "2020-02-05 04:05:06"}'),
        *("--output", "json"),
    )
    assert done.code == 0, done.err
    assert json.loads(done.out)["TotalCount"] == 0
    assert server.fake.calls[0].parameters == {
        "FunctionName": "@home",
        "Limit": 7,
        "Status": ["RUNNING", "FAILED", "ABORTED"],
        "StartTimeInterval": {"Start": "2020-02-03 04:05:06", "End": "2020-02-04 04:05:06"},
        "EndTimeInterval": {"Start": "2020-02-03 04:05:06", "End": "2020-02-05 04:05:06"},
    }


def test_waiting_prints_the_last_state(run: Run, server: FakeServer) -> None:
    """Exit code 0 for the end that was awaited, another one for the wrong end, and one for none in time."""
    hello = server.fake.function("helloworld")
    wait = ("wait-until-async-event-finished", "--output", "json", "--invoke-request-id")
    done = run(*wait, hello.finished())
    assert (done.code, json.loads(done.out)["Result"]["Status"]) == (exits.SUCCESS, "FINISHED")
    done = run(*wait, hello.failed())
    assert (done.code, json.loads(done.out)["Result"]["Status"]) == (exits.ENDED_BADLY, "FAILED")
    assert "result.status is FAILED" in done.err
    done = run(*wait, hello.running(), "--wait", "0.001")
    assert done.code == exits.NOT_YET


def test_one_response_without_a_list(run: Run, server: FakeServer) -> None:
    """A line for each field, what is nested as JSON."""
    event = server.fake.function("helloworld").finished()
    lines = run("get-async-event-status", "--invoke-request-id", event).out.splitlines()
    assert lines[0].split() == ["Field", "Value"]
    assert json.loads(lines[2].split(None, 1)[1])["InvokeRequestId"] == event


def test_an_action_that_is_not_generated(run: Run, server: FakeServer) -> None:
    """`call` sends wire names as they stand."""
    server.fake.reply_next("SomeNewAction", body=b'{"Response": {"RequestId": "r", "Items": [{"A": 1}, {"A": 2, "B": "x"}]}}')
    assert run("call", "SomeNewAction", '{"Deep": {"List": [1]}}', "--output", "csv").out == "A,B\n1,\n2,x\n"
    assert server.fake.calls[0].parameters == {"Deep": {"List": [1]}}


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("not permitted", exits.NOT_ALLOWED),
        ("token refused", exits.NOT_ALLOWED),
        ("not found", exits.NOT_FOUND),
        ("redirect", exits.UNANSWERED),
    ],
)
def test_exit_codes_of_errors(fault: str, code: int, run: Run, server: FakeServer) -> None:
    """Each kind of failure has its own, and a sentence on standard error that holds no key."""
    server.fake.break_next(fault)
    done = run("list-async-events", "--function-name", "f")
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("error: ")
    assert "EXAMPLE" not in done.err


def test_more_exit_codes(run: Run, server: FakeServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A refusal of the arguments by the service, by us and by the parser; no credentials; nobody there; Ctrl-C."""
    server.fake.function("f")
    assert run("list-async-events", "--function-name", "f", "--limit", "101").code == exits.REFUSED
    assert run("list-async-events", "--function-name", "f", "--region", "no region").code == exits.USAGE
    for wrong in (["scf", "list-async-events"], ["scf", "nothing"], ["nothing"], []):
        with pytest.raises(SystemExit) as ended:
            main(wrong)
        assert ended.value.code == exits.USAGE
    for text in ("{", "[]", "@/nowhere"):
        with pytest.raises(SystemExit):
            main(["scf", "list-async-events", "--function-name", "f", "--start-time-interval", text])
    assert main(["scf", "list-async-events", "--function-name", "f", "--base-url", "http://127.0.0.1:9"]) == exits.UNANSWERED
    assert run("list-async-events", "--function-name", "f", "--profile", "nobody").code == exits.NOT_ALLOWED
    monkeypatch.setattr("tencentkit._cli.main._run", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    assert run("list-async-events", "--function-name", "f").code == exits.INTERRUPTED
    capsys.readouterr()


VALUES = {"string": "x", "integer": 1, "number": 1, "boolean": True}


def value(entry: Entry, field: Field) -> Any:
    """A value that a parameter may have, with all that is required inside."""
    if field.model is None:
        return {} if field.kind == "object" else VALUES[field.kind]
    inner = model(entry, field.model).FIELDS
    return {each.wire: [value(entry, each)] if each.array else value(entry, each) for each in inner if each.required}


def written(entry: Entry, field: Field) -> str:
    found = value(entry, field)
    return found if isinstance(found, str) else json.dumps(found)


@pytest.mark.parametrize("name", sorted(entries("scf")))
def test_explaining_sends_nothing_and_tells_what_would_be_sent(name: str, run: Run, server: FakeServer) -> None:
    """For every action: the very bytes, the texts that are signed, and the rules; no key and no signature."""
    entry = entries("scf")[name]
    given = [text for field in entry.fields if field.required for text in (flag(field.name), written(entry, field))]
    done = run(name, *given, "--explain")
    assert done.code == 0, done.err
    assert server.fake.calls == []
    for title in ("request", "headers", "body", "canonical request", "string to sign", "throttle", "retry"):
        assert f"\n{title}\n" in f"\n{done.out}"
    assert "Signature=[secret]" in done.out
    assert "AKIDz8" not in done.out
    assert "Gu5t9" not in done.out


def test_what_is_explained_is_what_would_be_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The texts that are shown give the signature that stands in the request."""
    import hashlib
    import hmac

    from tencentkit._cli import explain
    from tencentkit.scf import Client
    from tencentkit.testing import SECRET_KEY

    credentials, source = explain.local_credentials(None)
    client = Client(credentials=credentials, transport=explain.WritingTransport(), region="ap-guangzhou", throttle=None)
    request = explain.written_request(lambda: client.list_async_events(function_name="函数"))
    row = next(each for each in ACTIONS if each.name == "ListAsyncEvents")
    text = "\n".join(explain.explanation(request, row, credentials, source, paged=True))
    parts = dict(part.split("\n", 1) for part in text.split("\n\n") if "\n" in part)
    to_sign = "\n".join(line.strip() for line in parts["string to sign"].splitlines())
    key = f"TC3{SECRET_KEY}".encode()
    for word in to_sign.splitlines()[2].split("/"):
        key = hmac.digest(key, word.encode(), "sha256")
    signature = hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()
    assert dict(request.headers)["Authorization"].endswith(f"Signature={signature}")
    assert source == "from the environment"
    assert "offset, at most 100 items a page" in text


def test_explaining_asks_nobody_for_credentials(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A profile that names a role would need a call to STS: made-up keys sign instead, and it says so."""
    monkeypatch.delenv("TENCENTCLOUD_SECRET_ID")
    monkeypatch.delenv("TENCENTCLOUD_SECRET_KEY")
    file = tmp_path / ".tencentcloud" / "credentials"
    file.parent.mkdir()
    file.write_text("[default]\nsecret_id=AKIDaaaaaaaaaaaaaaaa\nsecret_key=k\nrole_arn=qcs::cam::uin/1:roleName/r\nrole_session_name=s\n")
    done = run("list-async-events", "--function-name", "f", "--explain")
    assert done.code == 0, done.err
    assert "made up: environment: neither " in done.out
    assert "the profile default names a role, for whose keys STS would have to be asked" in done.out
    assert run("list-async-events", "--function-name", "f", "--explain", "--profile", "default").code == 0
    file.write_text("[default]\nsecret_id=AKIDaaaaaaaaaaaaaaaa\nsecret_key=k\n")
    assert "AKID…aaaa', from the profile" in run("list-async-events", "--function-name", "f", "--explain").out


@pytest.mark.parametrize("explain", [(), ("--explain",)], ids=["sent", "explained"])
def test_credentials_that_cannot_serve_end_both(
    explain: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Half a pair in the environment and a profile that is not there end an explanation as they end the call, by the same words."""
    asked = ("list-async-events", "--function-name", "f", *explain)
    done = run(*asked, "--profile", "nope")
    assert (done.code, done.out) == (exits.NOT_ALLOWED, "")
    file = tmp_path / ".tencentcloud" / "credentials"
    file.parent.mkdir()
    file.write_text("no section\n")
    done = run(*asked, "--profile", "default")
    assert (done.code, done.out) == (exits.NOT_ALLOWED, "")
    assert "cannot be read" in done.err
    monkeypatch.delenv("TENCENTCLOUD_SECRET_KEY")
    done = run(*asked)
    assert (done.code, done.out) == (exits.NOT_ALLOWED, "")
    assert "TENCENTCLOUD_SECRET_KEY is not set though its pair is" in done.err


def test_an_explanation_says_why_it_made_up_its_keys(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file that a call would pass over on its way to the instance's role is named with its fault."""
    monkeypatch.delenv("TENCENTCLOUD_SECRET_ID")
    monkeypatch.delenv("TENCENTCLOUD_SECRET_KEY")
    file = tmp_path / ".tencentcloud" / "credentials"
    file.parent.mkdir()
    file.write_text("no section\n")
    done = run("list-async-events", "--function-name", "f", "--explain")
    assert done.code == 0, done.err
    assert (
        f"made up: environment: neither TENCENTCLOUD_SECRET_ID nor TENCENTCLOUD_SECRETID is set; profile file: {file} cannot be read"
        in done.out
    )


def test_an_explanation_shows_no_secret_and_no_archive(run: Run) -> None:
    """Values of environment variables and passwords are hidden, and a long text is counted."""
    code = {"ZipFile": "QUJD" * 1000, "GitPassword": "hush-1", "GitUrl": "https://git.example/r"}
    variables = {"Variables": [{"Key": "NAME", "Value": "hush-2"}, {"Key": "EMPTY", "Value": ""}]}
    done = run(
        *("create-function", "--function-name", "f", "--explain"),
        *("--code", json.dumps(code), "--environment", json.dumps(variables)),
    )
    assert done.code == 0, done.err
    assert "hush" not in done.out
    assert '"ZipFile": "<4,000 characters>"' in done.out
    assert '"Key": "NAME"' in done.out
    assert "https://git.example/r" in done.out
    done = run("call", "SomeNewAction", '{"Deep": [{"SecretId": "hush-3", "Tokens": ["hush-4"]}]}', "--explain")
    assert "hush" not in done.out


def test_a_warning_where_a_listing_is_not_sure(run: Run, server: FakeServer) -> None:
    """What could not be checked is said on standard error, beside the result."""
    server.fake.function("f").many(3)
    done = run("list-async-events", "--function-name", "f", "--all", "--orderby", "EndTime", "--output", "json")
    assert done.code == 0
    assert len(json.loads(done.out)) == 3
    assert done.err.startswith("warning: cannot show that nothing is missing")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred\a", "\\x1b[31mred\\x07"),
        ("two\nlines", "two\\nlines"),
        (None, ""),
        (7, "7"),
        ({"a": [1]}, '{"a": [1]}'),
    ],
)
def test_no_value_commands_the_terminal(value: Any, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters are written out, so that whoever names a function cannot steer the reader's terminal."""
    output.write_items([{"A": value}], columns=["A"], output="table")
    assert capsys.readouterr().out.splitlines()[2:] == [shown]


def test_columns_line_up_with_wide_characters(capsys: pytest.CaptureFixture[str]) -> None:
    """A Chinese character takes two columns."""
    output.write_items([{"A": "函数", "B": "x"}, {"A": "name", "B": "y"}], columns=["A", "B"], output="table")
    assert capsys.readouterr().out.splitlines() == ["A     B", "----  -", "函数  x", "name  y"]


def test_a_table_fits_its_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The widest columns are cut on a terminal, and nowhere else."""
    import io

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("COLUMNS", "30")
    terminal, file = Terminal(), io.StringIO()
    for to in (terminal, file):
        output.write_items([{"A": "x" * 50, "B": "short"}], columns=["A", "B"], output="table", to=to)
    assert max(len(line) for line in terminal.getvalue().splitlines()) == 30
    assert "…" in terminal.getvalue()
    assert "x" * 50 in file.getvalue()


def test_a_reader_that_has_seen_enough_ends_it_quietly(server: FakeServer) -> None:
    """`tencentkit … | head` prints no traceback."""
    server.fake.function("f").many(300)
    reading, writing = os.pipe()
    os.close(reading)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))}
    arguments = [sys.executable, "-m", "tencentkit", "scf", "list-async-events", "--function-name", "f", "--all", "--base-url", server.url]
    done = subprocess.run(arguments, stdout=writing, stderr=subprocess.PIPE, env=environment, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_library_does_not_import_the_command() -> None:
    """`import tencentkit.scf` and a client cost nothing of it."""
    code = "import sys, tencentkit.scf as s; s.Client(); print([name for name in sys.modules if '._cli.' in name or name == 'argparse'])"
    setup = f"import sys; sys.path[:] = {sys.path!r}\n"
    done = subprocess.run([sys.executable, "-c", setup + code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_threads_are_not_left(run: Run, server: FakeServer) -> None:
    """The client is closed at the end."""
    server.fake.function("f")
    before = threading.active_count()
    run("list-async-events", "--function-name", "f")
    assert threading.active_count() == before
