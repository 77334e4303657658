"""The samples of a page of the documentation, and what runs them: what a reader would type, against a fake.

In a page's order: ```` ```python ```` runs in one namespace of the page, with a title it becomes a file; ```` ```console ```` holds
commands (`$ …`) and what they print; ```` ```text ```` is what the sample before it prints. `…` stands for anything.
`<!-- run: … -->` is Python that prepares the fake, called `fake`, and that no reader sees.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import inspect
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tencentkit._cli.main import main
from tencentkit.testing import SECRET_ID, SECRET_KEY, FakeScf, FakeServer, ManualClock, serve
from tencentkit.throttle import Throttle

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
ADDRESS = "http://127.0.0.1:9797"
COLLECTOR = "http://127.0.0.1:4318"
_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<kind>\w+)(?: +title=\"(?P<title>[^\"]+)\")? *\n(?P<text>.*?)^(?P=indent)```|^<!-- run: (?P<hidden>.*?) -->",
    re.MULTILINE | re.DOTALL,
)


class Block(NamedTuple):
    """One sample."""

    kind: str
    text: str
    title: str | None
    line: int


def blocks_of(text: str) -> list[Block]:
    """The samples of a page, in their order."""
    found = []
    for match in _BLOCK.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match["hidden"] is not None:
            found.append(Block("hidden", match["hidden"], None, line))
        else:
            body = re.sub(f"^{match['indent']}", "", match["text"], flags=re.MULTILINE)
            found.append(Block(match["kind"], body, match["title"], line + 1))
    return found


def fits(expected: str, printed: str) -> bool:
    """Whether `printed` is `expected`, in which `…` stands for anything."""
    pattern = ".*?".join(re.escape(part) for part in expected.strip().split("…"))
    return re.fullmatch(pattern, printed.strip(), re.DOTALL) is not None


class Reader:
    """Does what a page says, in a folder of its own, on a clock that does not wait."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, collector: str | None = None) -> None:
        self.clock = ManualClock()
        self.fake = FakeScf(clock=self.clock)
        self.folder = folder
        self._names: dict[str, Any] = {"fake": self.fake, "__name__": "__main__"}
        self._printed = ""
        self._server: FakeServer | None = None
        self._collector = collector
        self._runner = asyncio.Runner()
        self._monkeypatch = monkeypatch
        prepare(monkeypatch, self.fake, self.clock)
        monkeypatch.chdir(folder)

    def read(self, text: str, page: str) -> int:
        """Do all of a page; returns how many samples ran."""
        ran = 0
        for block in blocks_of(text):
            place = f"{page}:{block.line}"
            if block.kind == "text":
                assert fits(block.text, self._printed), f"{place}: printed\n{self._printed}"
            elif block.kind == "hidden":
                exec(compile(block.text, place, "exec"), self._names)  # noqa: S102 - our own text
            elif block.kind == "python" and block.title is not None:
                (self.folder / block.title).write_text(self._addressed(block.text), encoding="utf-8")
                compile(block.text, place, "exec")
            elif block.kind == "python":
                ran += 1
                self._run(block.text, place)
            elif block.kind == "console":
                ran += 1
                self._type(block.text, place)
            elif block.kind != "json":
                raise AssertionError(f"{place}: no sample is of the kind {block.kind}")
        return ran

    def close(self) -> None:
        """End what the page began."""
        self._runner.close()
        if self._server is not None:
            self._server.__exit__(None, None, None)

    def _run(self, text: str, place: str) -> None:
        code = compile(self._addressed(text), place, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            if code.co_flags & inspect.CO_COROUTINE:
                self._runner.run(eval(code, self._names))  # noqa: S307 - our own text
            else:
                exec(code, self._names)  # noqa: S102 - our own text
        self._printed = printed.getvalue()

    def _type(self, text: str, place: str) -> None:
        for command, expected in commands_of(text):
            printed = self.command(self._addressed(command), place)
            assert fits(expected, printed), f"{place}: {command}\n{printed}"

    def command(self, command: str, place: str) -> str:
        """What a command prints. Those of ours run in this process, where they do not start another Python."""
        words = shlex.split(command.partition(" > ")[0])
        if words[:2] == ["pip", "install"]:
            return ""  # tests/packaging installs for real
        if words[:3] == ["python", "-m", "tencentkit.testing"]:
            return ""  # the fake runs here, under the address that the page has
        if words[0] == "tencentkit":
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                assert main(words[1:]) == 0, place
            return "" if " > " in command else printed.getvalue()
        if words[:3] == ["python", "-m", "pytest"]:
            command = command.replace("python -m pytest", "python -m pytest -p tencentkit.testing.plugin -p no:cacheprovider", 1)
        path = os.pathsep.join([str(self.folder), *map(os.path.abspath, sys.path)])
        environment = os.environ | {"PYTHONPATH": path, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        environment.pop("PYTEST_ADDOPTS", None)  # what is asked of this run would change what the page's prints
        environment["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), environment["PATH"]])
        shell = ["bash", "-c", command]
        done = subprocess.run(shell, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{place}: {command}\n{done.stdout}{done.stderr}"
        return done.stdout

    def _addressed(self, text: str) -> str:
        """A sample with the address of this test's own fake, where it names one."""
        if ADDRESS in text:
            if self._server is None:
                self._server = serve(self.fake, panel=True).__enter__()
            # By the real clock now, as the programs that call it are.
            text = text.replace(ADDRESS, self._server.url)
        if self._collector is not None:
            text = text.replace(COLLECTOR, self._collector)
        return text


def prepare(monkeypatch: pytest.MonkeyPatch, fake: FakeScf, clock: ManualClock) -> None:
    """Lead every client that is given no other way to `fake`, with its keys in the environment, by `clock`."""
    from tencentkit._client import base as _client
    from tencentkit._client import settings_validation
    from tencentkit._validation import objects
    from tencentkit.transport import AsyncHttpxTransport, HttpxTransport

    def default(self: Any) -> Any:
        real = self._settings.url.startswith("http://127.0.0.1")
        if isinstance(self, _client.SyncClient):
            return HttpxTransport() if real else fake.transport()
        return AsyncHttpxTransport() if real else fake.async_transport()

    for kind in (_client.SyncClient, _client.AsyncioClient):
        monkeypatch.setattr(kind, "_default_transport", default)
    monkeypatch.setattr(objects, "SystemClock", lambda: clock)
    monkeypatch.setattr(settings_validation, "PROCESS_WIDE", Throttle())
    monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", SECRET_ID)
    monkeypatch.setenv("TENCENTCLOUD_SECRET_KEY", SECRET_KEY)
    monkeypatch.setenv("TENCENTCLOUD_REGION", "ap-guangzhou")
    monkeypatch.delenv("TENCENTCLOUD_TOKEN", raising=False)


def commands_of(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a console with what it is to print."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        yield command, printed
