"""Code blocks of a documentation page, and a runner for them: a reader's input, against a fake.

Blocks run in the order of the page. ```` ```python ```` blocks share one namespace; with a title they become files. ```` ```console ````
contains commands (`$ …`) and their output. ```` ```text ```` is the output of the block before it. `…` matches any text.
`<!-- run: … -->` is hidden Python that prepares `fake`.
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
    """Code block of a page."""

    kind: str
    text: str
    title: str | None
    line: int


def blocks_of(text: str) -> list[Block]:
    """Return the code blocks of a page in order."""
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
    """Return whether `printed` matches `expected`; `…` matches any text."""
    pattern = ".*?".join(re.escape(part) for part in expected.strip().split("…"))
    return re.fullmatch(pattern, printed.strip(), re.DOTALL) is not None


class Reader:
    """Runs a page in its own folder, with a manual clock."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, collector: str | None = None) -> None:
        self.clock = ManualClock()
        self.fake = FakeScf(clock=self.clock)
        self.folder = folder
        self._names: dict[str, Any] = {"fake": self.fake, "pytest": pytest, "__name__": "__main__"}
        self._printed = ""
        self._server: FakeServer | None = None
        self._collector = collector
        self._runner = asyncio.Runner()
        self._monkeypatch = monkeypatch
        prepare(monkeypatch, self.fake, self.clock)
        monkeypatch.chdir(folder)

    def read(self, text: str, page: str) -> int:
        """Run all blocks of a page and return the number of samples."""
        ran = 0
        for block in blocks_of(text):
            place = f"{page}:{block.line}"
            if block.kind == "text":
                assert fits(block.text, self._printed), f"{place}: printed\n{self._printed}"
            elif block.kind == "hidden":
                exec(compile(block.text, place, "exec"), self._names)  # noqa: S102 - our own code
            elif block.kind == "python" and block.title is not None:
                (self.folder / block.title).write_text(self._with_addresses(block.text), encoding="utf-8")
                compile(block.text, place, "exec")
            elif block.kind == "python":
                ran += 1
                self._run(block.text, place)
            elif block.kind == "console":
                ran += 1
                self._type(block.text, place)
            elif block.kind != "json":
                raise AssertionError(f"{place}: unknown kind of block: {block.kind}")
        return ran

    def close(self) -> None:
        """Stop the event loop and the server of the page."""
        self._runner.close()
        if self._server is not None:
            self._server.__exit__(None, None, None)

    def _run(self, text: str, place: str) -> None:
        code = compile(self._with_addresses(text), place, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            if code.co_flags & inspect.CO_COROUTINE:
                self._runner.run(eval(code, self._names))  # noqa: S307 - our own code
            else:
                exec(code, self._names)  # noqa: S102 - our own code
        self._printed = printed.getvalue()

    def _type(self, text: str, place: str) -> None:
        for command, expected in commands_of(text):
            printed = self.command(self._with_addresses(command), place)
            assert fits(expected, printed), f"{place}: {command}\n{printed}"

    def command(self, command: str, place: str) -> str:
        """Return the output of a command. `tencentkit` runs in this process."""
        words = shlex.split(command.partition(" > ")[0])
        if words[:2] == ["pip", "install"]:
            return ""  # tests/packaging installs the package
        if words[:3] == ["python", "-m", "tencentkit.testing"]:
            return ""  # the fake runs in this process, at another address
        if words[0] == "tencentkit":
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                assert main(words[1:]) == 0, place
            return "" if " > " in command else printed.getvalue()
        if words[:3] == ["python", "-m", "pytest"]:
            command = command.replace("python -m pytest", "python -m pytest -p tencentkit.testing.plugin -p no:cacheprovider", 1)
        path = os.pathsep.join([str(self.folder), *map(os.path.abspath, sys.path)])
        environment = os.environ | {"PYTHONPATH": path, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        environment.pop("PYTEST_ADDOPTS", None)  # options of this run would change the output of the page
        environment["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), environment["PATH"]])
        shell = ["bash", "-c", command]
        done = subprocess.run(shell, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{place}: {command}\n{done.stdout}{done.stderr}"
        return done.stdout

    def _with_addresses(self, text: str) -> str:
        """Replace the addresses of a sample with those of the fake and the collector."""
        if ADDRESS in text:
            if self._server is None:
                self._server = serve(self.fake, panel=True).__enter__()
            text = text.replace(ADDRESS, self._server.url)
        if self._collector is not None:
            text = text.replace(COLLECTOR, self._collector)
        return text


def prepare(monkeypatch: pytest.MonkeyPatch, fake: FakeScf, clock: ManualClock) -> None:
    """Make every client without its own transport use `fake` and `clock`, with credentials in the environment."""
    from tencentkit._client.async_client import AsyncioClient
    from tencentkit._client.sync_client import SyncClient
    from tencentkit._pipeline import settings
    from tencentkit._validation import objects
    from tencentkit.transport import AsyncHttpxTransport, HttpxTransport

    def default(self: Any) -> Any:
        real = self._settings.signer.url.startswith("http://127.0.0.1")
        if isinstance(self, SyncClient):
            return HttpxTransport() if real else fake.transport()
        return AsyncHttpxTransport() if real else fake.async_transport()

    for kind in (SyncClient, AsyncioClient):
        monkeypatch.setattr(kind, "_default_transport", default)
    monkeypatch.setattr(objects, "SystemClock", lambda: clock)
    monkeypatch.setattr(settings, "PROCESS_WIDE", Throttle())
    monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", SECRET_ID)
    monkeypatch.setenv("TENCENTCLOUD_SECRET_KEY", SECRET_KEY)
    monkeypatch.setenv("TENCENTCLOUD_REGION", "ap-guangzhou")
    monkeypatch.delenv("TENCENTCLOUD_TOKEN", raising=False)


def commands_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block with its expected output."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        yield command, printed
