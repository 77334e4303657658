from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tencentkit._cli.catalogue import entries
from tencentkit._cli.completion import script
from tencentkit._cli.main import main

BASH, ZSH = shutil.which("bash") or "", shutil.which("zsh") or ""


def bash(tmp_path: Path, *words: str) -> list[str]:
    """What a real bash offers for the last of `words`."""
    file = tmp_path / "completion.bash"
    file.write_text(script("bash"), encoding="utf-8")
    ask = f'. {file}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tencentkit; printf "%s\\n" "${{COMPREPLY[@]}}"'
    done = subprocess.run([BASH, "-c", ask, "bash", "tencentkit", *words], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.split()


def test_bash_completes_products_actions_options_and_values(tmp_path: Path) -> None:
    """Asked word by word, bash offers what the tables hold."""
    assert bash(tmp_path, "") == ["scf", "completion"]
    assert bash(tmp_path, "scf", "get-async") == ["get-async-event-status"]
    assert set(bash(tmp_path, "scf", "")) == {*entries("scf"), "call"}
    assert bash(tmp_path, "scf", "list-async-events", "--fun") == ["--function-name"]
    assert bash(tmp_path, "scf", "list-async-events", "--order", "") == ["ASC", "DESC"]
    assert bash(tmp_path, "scf", "get-async-event-status", "--output", "") == ["table", "json", "csv"]
    assert "--all" in bash(tmp_path, "scf", "list-async-events", "--")
    assert "--all" not in bash(tmp_path, "scf", "get-async-event-status", "--")
    assert "--wait" in bash(tmp_path, "scf", "wait-until-async-event-finished", "--")
    assert bash(tmp_path, "completion", "") == ["bash", "zsh"]


def test_the_command_prints_the_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    """`tencentkit completion SHELL` is all that a user has to know."""
    for shell in ("bash", "zsh"):
        assert main(["completion", shell]) == 0
        assert capsys.readouterr().out == script(shell) + "\n"


@pytest.mark.skipif(not ZSH, reason="there is no zsh on this machine")
def test_zsh_offers_actions_with_their_summaries(tmp_path: Path) -> None:
    """A real zsh reads the script and describes what it offers."""
    (tmp_path / "_tencentkit").write_text(script("zsh"), encoding="utf-8")
    ask = (
        'compdef() { }; _describe() { print -l -- "${(@P)2}" }; . $1; '
        "words=(tencentkit scf ''); CURRENT=3; _tencentkit; words=(tencentkit scf list-async-events --order ''); CURRENT=5; _tencentkit"
    )
    done = subprocess.run([ZSH, "-f", "-c", ask, "zsh", str(tmp_path / "_tencentkit")], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert "list-async-events:List the asynchronous invocations of a function." in lines
    assert lines[-2:] == ["ASC", "DESC"]
