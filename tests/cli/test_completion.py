from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tencentkit._cli.catalogue import commands
from tencentkit._cli.completion import script
from tencentkit._cli.main import main
from tencentkit._cli.parser import SHELLS

BASH, ZSH, FISH = (shutil.which(shell) or "" for shell in SHELLS)


def bash(folder: Path, *words: str) -> list[str]:
    """Return what a real bash offers for the last of `words`."""
    file = folder / "completion.bash"
    file.write_text(script("bash"), encoding="utf-8")
    program = f'. {file}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); set -- $(complete -p tencentkit); '
    program += 'while [ "$1" != -F ]; do shift; done; $2; printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run([BASH, "-c", program, "bash", "tencentkit", *words], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.split()


def fish(folder: Path, *words: str) -> list[str]:
    """Return what a real fish offers for the last of `words`, without the descriptions."""
    file = folder / "tencentkit.fish"
    file.write_text(script("fish"), encoding="utf-8")
    line = " ".join(["tencentkit", *words])
    done = subprocess.run([FISH, "--no-config", "-c", f"source {file}; complete -C '{line}'"], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return [offer.partition("\t")[0] for offer in done.stdout.splitlines()]


def zsh(folder: Path, line: str, expected: str) -> str:
    """Return the terminal of a real zsh after TAB, once it shows `expected`."""
    (folder / "_tencentkit").write_text(script("zsh"), encoding="utf-8")
    import pty  # not on Windows

    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="dumb", COLUMNS="200", LINES="100")
        os.execv(ZSH, [ZSH, "-f", "-i"])  # noqa: S606 - a shell without a terminal completes nothing
    try:
        setup = f"PS1='> '; fpath=({folder} $fpath); autoload -Uz compinit; compinit -D -u; LISTMAX=9999; print REA''DY\n"
        os.write(terminal, setup.encode())
        shown(terminal, r"READY\s+.*> ")
        os.write(terminal, f"{line}\t".encode())
        return shown(terminal, expected)
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def shown(terminal: int, expected: str) -> str:
    output, end = "", time.monotonic() + 20
    while not re.search(expected, output):
        assert select.select([terminal], [], [], max(end - time.monotonic(), 0))[0], output
        output += os.read(terminal, 65536).decode("utf-8", "replace")
    return output


@pytest.mark.parametrize(
    "complete",
    [
        pytest.param(bash, marks=pytest.mark.skipif(not BASH, reason="bash is not installed")),
        pytest.param(fish, marks=pytest.mark.skipif(not FISH, reason="fish is not installed")),
    ],
)
def test_products_actions_options_and_values(complete: Callable[..., list[str]], tmp_path: Path) -> None:
    """A real shell offers the names of the tables, word by word."""

    def offers(*words: str) -> list[str]:
        return complete(tmp_path, *words)

    assert set(offers("")) == {"scf", "completion", "doctor"}
    assert offers("scf", "get-async") == ["get-async-event-status"]
    assert set(offers("scf", "")) == {*commands("scf"), "call"}
    assert offers("scf", "list-async-events", "--fun") == ["--function-name"]
    assert offers("scf", "list-async-events", "--order", "") == ["ASC", "DESC"]
    assert offers("scf", "list-async-events", "--function-name", "f", "--order", "D") == ["DESC"]
    assert offers("scf", "get-async-event-status", "--output", "") == ["table", "json", "jsonl", "csv"]
    assert "--all" in offers("scf", "list-async-events", "--")
    assert "--all" not in offers("scf", "get-async-event-status", "--")
    assert "--wait" in offers("scf", "wait-until-async-event-finished", "--")
    assert offers("completion", "") == list(SHELLS)


@pytest.mark.skipif(not ZSH, reason="zsh is not installed")
def test_zsh_describes_actions(tmp_path: Path) -> None:
    """A real zsh offers actions with their summaries, and the known values of an option."""
    summary = commands("scf")["list-async-events"].summary
    assert "list-async-events" in zsh(tmp_path, "tencentkit scf list-", re.escape(summary))
    assert zsh(tmp_path, "tencentkit scf list-async-events --order ", r"ASC\s+DESC")


@pytest.mark.parametrize("shell", SHELLS)
def test_command_prints_the_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`tencentkit completion SHELL` prints the script."""
    assert main(["completion", shell]) == 0
    assert capsys.readouterr().out == script(shell) + "\n"


def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without shtab the command fails and says how to install it."""
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert main(["completion", "bash"]) == 2
    assert capsys.readouterr().err == "error: completion needs shtab: pip install 'tencentkit[cli]'\n"
