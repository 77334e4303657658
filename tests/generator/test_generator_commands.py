from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from generator.__main__ import COMMANDS, main

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_modules_of_commands(command: object) -> None:
    """Every command's module has `configure` and `run`."""
    module = import_module(getattr(command, "module", ""))
    assert callable(module.configure)
    assert callable(module.run)


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command has a help text."""
    with pytest.raises(SystemExit) as caught:
        main([name, "--help"])
    assert caught.value.code == 0
    assert f"generator {name}" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["transcribe"], ["transcribe", "page.txt"], ["build"]])
def test_wrong_arguments(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Wrong arguments give exit code 2 and a usage line."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: python -m generator" in capsys.readouterr().err


def test_commands_import_only_themselves() -> None:
    """`transcribe` does not import what `build` and `emit` need."""
    program = "import sys; from generator.__main__ import main\ntry: main(['transcribe', '--help'])\nexcept SystemExit: pass\n"
    program += "print([name for name in ('oas_patch', 'openapi_python_client', 'openapi_spec_validator') if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"
