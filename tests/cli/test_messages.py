"""Messages of the command name options, variables and files, never Python arguments."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from tencentkit._cli import exit_codes
from tencentkit._cli.catalogue import ApiCommand, commands, model
from tencentkit._cli.main import main
from tencentkit._cli.parser import flag
from tencentkit.testing import FakeServer
from tencentkit_api.model import Field
from tests.cli.conftest import Done, Run
from tests.cli.test_explain import written

PYTHON = re.compile(r"\bNone\b|\bdict\b|\bstr\b|\bint\b|\w=[\w(]|\bpass \w+|[a-z]+_[a-z]+|AsyncClient|\(…\)|Traceback|\[Errno")
"""Python in a message for a shell."""
EVERY = [(command.name, command) for command in commands("scf").values()]


def fails(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return the last line of standard error of a command that fails with a usage error."""
    try:
        code: Any = main(["scf", *arguments])
    except SystemExit as ended:
        code = ended.code
    captured = capsys.readouterr()
    assert code == exit_codes.USAGE, captured
    return captured.err.splitlines()[-1]


def required(command: ApiCommand, *, but: str = "") -> list[str]:
    """Return valid values of the required options, except those of one field."""
    return [
        text for field in command.fields if field.required and field.name != but for text in (flag(field.name), written(command, field))
    ]


def invalid_texts(field: Field) -> Iterator[str]:
    """Yield texts that the option of a field refuses."""
    if field.kind in {"integer", "number"}:
        yield from ("x", "nan", "9" * 5000)
    if field.kind in {"object", "json"}:
        yield from ("{", '{"a": NaN}', "@missing.json", "[" * 100_000)
    if field.kind == "string":
        yield "@missing.txt"
    if field.kind == "object":
        yield "[]"
    if field.model is not None:
        yield '{"NoSuchField": 1}'


@pytest.mark.parametrize(("name", "command"), EVERY)
def test_invalid_option_is_named(name: str, command: ApiCommand, capsys: pytest.CaptureFixture[str]) -> None:
    """Each option of each command, with each kind of invalid value: the message names the option and the rule."""
    for field in command.fields:
        for text in invalid_texts(field):
            line = fails(capsys, name, *required(command, but=field.name), f"{flag(field.name)}={text}", "--explain")
            assert flag(field.name) in line
            assert not PYTHON.search(line.replace(text, "")), line


def wrong(command: ApiCommand, kind: str, depth: int = 0) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a path, and an object of a model that is wrong there."""
    for field in model(command, kind).FIELDS:
        values: list[Any] = [[], {}] if field.kind != "object" else [1, True]
        values += [None] if not field.nullable else []
        for value in values:
            if field.array:
                yield f".{field.wire}", {field.wire: value if not isinstance(value, list) else "x"}
                yield f".{field.wire}[0]", {field.wire: [value]}
            else:
                yield f".{field.wire}", {field.wire: value}
        if field.model is not None and depth < 4:
            for path, value in wrong(command, field.model, depth + 1):
                yield (f".{field.wire}[0]{path}", {field.wire: [value]}) if field.array else (f".{field.wire}{path}", {field.wire: value})


@pytest.mark.parametrize(("name", "command"), [row for row in EVERY if any(field.model for field in row[1].fields)])
def test_invalid_json_is_located(name: str, command: ApiCommand, capsys: pytest.CaptureFixture[str]) -> None:
    """Each field of each JSON option, with values of a wrong type: the message has its path, with the names as written."""
    for field in command.fields:
        if field.model is None:
            continue
        for path, value in wrong(command, field.model):
            line = fails(capsys, name, *required(command, but=field.name), flag(field.name), json.dumps(value), "--explain")
            index = "[0]" if field.array else ""
            assert re.match(rf"error: RequestInvalid: {re.escape(flag(field.name) + index + path)}[: ]", line) or "is required" in line, (
                line
            )
            assert not PYTHON.search(line), line


def test_python_names_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A path has the names that the user wrote; the fields of the model have their wire names."""
    given = ("list-async-events", "--function-name", "f", "--explain", "--start-time-interval")
    assert fails(capsys, *given, '{"start": 1}').endswith("--start-time-interval.start: must be a string, not an integer")
    assert fails(capsys, *given, '{"a": 1}').endswith("--start-time-interval.a: is not a field of TimeInterval (fields: Start, End)")
    assert fails(capsys, *given, '{"start": "", "Start": ""}').endswith("is set twice: start and Start are the same field")


def test_file_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An error inside of a JSON file names the option, the path and the file."""
    file = tmp_path / "interval.json"
    given = ("list-async-events", "--function-name", "f", "--explain", "--start-time-interval", f"@{file}")
    for content, message in (
        ('{"Start": 1}', f"--start-time-interval.Start: must be a string, not an integer (in {file})"),
        ("{", f"(in {file})"),
        ("[]", f"argument --start-time-interval: expected a JSON object, got a list (in {file})"),
    ):
        file.write_text(content, encoding="utf-8")
        assert fails(capsys, *given).endswith(message)
    file.write_bytes(b"\xff")
    assert fails(capsys, *given).endswith(f"argument --start-time-interval: cannot read the file '{file}': not UTF-8")
    file.unlink()
    assert fails(capsys, *given).endswith(f"argument --start-time-interval: cannot read the file '{file}': No such file or directory")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--region", "no region"], "--region: must be letters, digits and hyphens, such as ap-guangzhou"),
        (["--region", ""], "--region: is empty"),
        (["--base-url", "ftp://x"], "--base-url: must be https://HOST (or http://HOST for a test server)"),
        (["--profile", ""], "--profile: must be the name of a profile"),
        (["--deadline", "0"], "argument --deadline: expected seconds above 0 and at most 31,536,000, got '0'"),
        (["--deadline", "x"], "argument --deadline: expected a number, got 'x'"),
        (["--max-items", "0"], "argument --max-items: expected an integer of at least 1, got '0'"),
        (["--all", "--limit", "0"], "--limit: must be an integer of at least 1"),
        (["--start", "c1"], "--start: is not a cursor"),
        (["--function-name", "\udcff"], "--function-name: contains a lone surrogate, which UTF-8 cannot represent"),
    ],
)
def test_call_options_are_named(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each option that is not a parameter of the action."""
    line = fails(capsys, "list-async-events", "--function-name", "f", "--explain", *arguments)
    assert line.endswith(message)
    assert not PYTHON.search(line)


def test_region_variable_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An invalid region is blamed on the variable that has it; a missing one on both, with and without a dry run."""
    monkeypatch.setenv("TENCENTCLOUD_REGION", "no region")
    assert fails(capsys, "list-functions").endswith("TENCENTCLOUD_REGION: must be letters, digits and hyphens, such as ap-guangzhou")
    assert ": --region: " in fails(capsys, "list-functions", "--region", "no region")
    monkeypatch.delenv("TENCENTCLOUD_REGION")
    missing = "--region: is required by ListFunctions: set --region or TENCENTCLOUD_REGION"
    for more in ([], ["--explain"]):
        assert fails(capsys, "list-functions", *more).endswith(missing)
        assert fails(capsys, "call", "ListFunctions", *more).endswith(missing)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["List Functions"], "ACTION: must be the action's name, such as ListFunctions"),
        (["X", '{"a": "\udcff"}'], "PARAMETERS.a: contains a lone surrogate, which UTF-8 cannot represent"),
        (["X", "[]"], "argument parameters: expected a JSON object, got a list"),
        (["X", '{"a": Infinity}'], "argument parameters: not JSON: Infinity is not a JSON number"),
    ],
)
def test_call_names_its_positions(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The arguments of `call` have no option; their positions have names."""
    assert fails(capsys, "call", *arguments, "--explain").endswith(message)


def test_wait_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """The timeout of a waiter is the option `--wait`."""
    line = fails(capsys, "wait-until-function-active", "--function-name", "f", "--wait", "-1")
    assert line.endswith("argument --wait: expected seconds above 0 and at most 31,536,000, got '-1'")


def test_credentials_are_options_or_variables(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without credentials the message names the variables and the option, and lists what was tried."""
    monkeypatch.setattr("tencentkit.credentials._instance_role.InstanceRoleCredentials._fetch", _no_role)
    for name in ("TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY"):
        monkeypatch.delenv(name)
    done = run("list-functions")
    assert done.code == exit_codes.UNAUTHORIZED
    variables = "set TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY, or name a profile with --profile"
    assert done.err.startswith(f"error: CredentialsMissing: no credentials found: {variables}; tried environment: neither")
    assert not PYTHON.search(done.err.replace(os.environ["HOME"], ""))


def _no_role(_: object) -> Any:
    from tencentkit.errors import CredentialsMissing

    raise CredentialsMissing("instance role: none")


def test_start_resumes(run: Run, server: FakeServer) -> None:
    """`--start` continues a listing at a cursor of the library."""
    from tencentkit.scf import Client

    server.fake.function("f").many(5)
    with Client(base_url=server.url) as scf:
        pager = scf.paginate(scf.list_async_events, function_name="f", limit=2)
        seen = {event.invoke_request_id for event in islice(pager, 2)}
        cursor = pager.cursor
    assert cursor is not None
    done = run("list-async-events", "--function-name", "f", "--limit", "2", "--start", cursor, "--output", "csv")
    assert done.code == 0, done.err
    found = {line.partition(",")[0] for line in done.out.splitlines()[1:]}
    assert len(found) == 3
    assert not found & seen


def test_unexpected_error_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the command is a line, without a traceback."""
    monkeypatch.setattr("tencentkit._cli.main._run", lambda _: {}["x"])
    done = run("list-functions")
    assert (done.code, done.err) == (exit_codes.INTERNAL, "error: unexpected KeyError: 'x'; please report it\n")


def command(*arguments: str, **more: Any) -> Done:
    """Run the real command as a user does: no region, no credentials but those in `env`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TENCENTCLOUD_")} | more.pop("env", {})
    line = [sys.executable, "-m", "tencentkit", *arguments]
    done = subprocess.run(
        line, env=environment, stderr=subprocess.PIPE, stdout=more.pop("stdout", subprocess.PIPE), text=True, check=False, **more
    )
    return Done(done.returncode, done.stdout, done.stderr)


KEYS = {"TENCENTCLOUD_SECRET_ID": "AKIDEXAMPLE", "TENCENTCLOUD_SECRET_KEY": "EXAMPLEKEY"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "env", "code", "message"),
    [
        (["scf", "list-functions"], KEYS, 2, "--region: is required by ListFunctions: set --region or TENCENTCLOUD_REGION"),
        (["scf", "list-functions"], KEYS | {"TENCENTCLOUD_REGION": "a b"}, 2, "TENCENTCLOUD_REGION: must be letters"),
        (["scf", "list-functions", "--region", "x"], {"TENCENTCLOUD_SECRET_ID": "x"}, 4, "TENCENTCLOUD_SECRET_KEY is not set"),
        (["scf", "list-async-events"], {}, 2, "--function-name"),
        (["scf", "list-functions", "--region", "x", "--base-url", "http://127.0.0.1:9"], KEYS, 3, "could not connect"),
        (["scf", "list-functions", "--region", "x", "--profile", "p", "--explain"], {}, 4, "profile"),
        (["scf", "list-functions", "--region", "x", "--limit", "x"], KEYS, 2, "argument --limit: expected an integer, got 'x'"),
    ],
)
def test_real_command_names_options(arguments: list[str], env: dict[str, str], code: int, message: str, tmp_path: Path) -> None:
    """The command as a process of its own: its exit code, one message and no traceback."""
    done = command(*arguments, env=env | {"HOME": str(tmp_path)})
    assert (done.code, done.out) == (code, "")
    assert message in done.err
    assert not re.search(r"Traceback|pass \w+=", done.err)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_full_disk_is_one_line() -> None:
    """Output that cannot be written is a line and an exit code of its own; a closed output is no fault."""
    given = ("scf", "list-functions", "--region", "x", "--explain")
    with Path("/dev/full").open("w") as full:
        done = command(*given, env=KEYS, stdout=full)
    assert (done.code, done.err) == (exit_codes.NOT_WRITTEN, "error: the output cannot be written: No space left on device\n")
    done = command(*given, env=KEYS | {"PYTHONIOENCODING": "ascii"})
    assert "Traceback" not in done.err
    shell = subprocess.run(
        ["/bin/sh", "-c", f"exec {sys.executable} -m tencentkit {' '.join(given)} >&-"],
        env={**os.environ, **KEYS},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in shell.stderr
