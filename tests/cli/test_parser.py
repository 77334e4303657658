from __future__ import annotations

import json
from pathlib import Path

import pytest

from tencentkit._cli import exit_codes
from tencentkit._cli.catalogue import commands
from tencentkit._cli.main import main
from tencentkit._cli.parser import build_parser, flag
from tencentkit.testing import FakeServer
from tencentkit_api.scf.actions import ACTIONS
from tests.cli.conftest import Run


def test_every_action_is_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    """The help names each action of the table, each of its parameters and their descriptions."""
    found = commands("scf")
    assert {command.action for command in found.values()} == set(ACTIONS)
    with pytest.raises(SystemExit) as ended:
        main(["scf", "--help"])
    assert ended.value.code == 0
    overview = capsys.readouterr().out
    for name, command in found.items():
        assert f"    {name}" in overview
        text = " ".join(build_parser("scf", name)._actions[2].choices["scf"]._actions[1].choices[name].format_help().split())  # type: ignore[union-attr,index]
        for field in command.fields:
            assert flag(field.name) in text
            assert command.parameter_help[field.name]
            assert " ".join(command.parameter_help[field.name].replace("`", "").split())[:40] in text
        assert all(meaning.split()[0] in text for meaning in exit_codes.EXIT_CODES.values())


@pytest.mark.parametrize("name", ["ListAsyncEvents", "list_async_events"])
def test_wire_and_method_names_are_accepted(name: str, run: Run, server: FakeServer) -> None:
    """A command may be named by its wire name or its method."""
    server.fake.function("helloworld")
    assert run(name, "--function-name", "helloworld").code == 0
    server.fake.expect.called("list_async_events", times=1)


def test_mistyped_action_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    """The error suggests the nearest name instead of listing all of them."""
    with pytest.raises(SystemExit) as ended:
        main(["scf", "list-async-event", "--function-name", "f"])
    assert ended.value.code == exit_codes.USAGE
    assert capsys.readouterr().err.endswith("scf has no action list-async-event; did you mean list-async-events?\n")


def test_waiter_requires_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    """A waiter without the name of its resource is refused before anything is sent."""
    with pytest.raises(SystemExit) as ended:
        main(["scf", "wait-until-function-active"])
    assert ended.value.code == exit_codes.USAGE
    assert "--function-name" in capsys.readouterr().err


def test_parameters_of_every_form(run: Run, server: FakeServer, tmp_path: Path) -> None:
    """Texts, numbers, lists, objects with wire or Python names, and files are parsed."""
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
