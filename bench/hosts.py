"""Simulated hosts: network namespaces on one bridge, each with its own monotonic clock. Needs root and `ip`."""

from __future__ import annotations

import os
import shutil
import subprocess
from types import TracebackType
from typing import Self

_BRIDGE = "tckbench0"
_SUBNET = "10.213.77"


def available() -> bool:
    """Return whether this machine can create namespaces."""
    return bool(shutil.which("ip")) and hasattr(os, "geteuid") and os.geteuid() == 0


def _ip(*words: str, check: bool = True) -> None:
    subprocess.run(["ip", *words], check=check, capture_output=True)  # noqa: S603, S607 - arguments made here


class Hosts:
    """Hosts with their own addresses, connected to this machine at `address`.

    Args:
        number: Number of hosts.
    """

    address = f"{_SUBNET}.1"

    def __init__(self, number: int) -> None:
        self._names = [f"tckbench{host + 1}" for host in range(number)]

    def command(self, host: int, words: list[str]) -> list[str]:
        """Return the command that runs `words` on a host; its monotonic clock differs by some minutes."""
        inside = ["unshare", "--time", "--fork", "--monotonic", str(100 * host), "--"] if host else []
        return ["ip", "netns", "exec", self._names[host], *inside, *words]

    def __enter__(self) -> Self:
        self._remove()
        _ip("link", "add", _BRIDGE, "type", "bridge")
        _ip("addr", "add", f"{self.address}/24", "dev", _BRIDGE)
        _ip("link", "set", _BRIDGE, "up")
        for host, name in enumerate(self._names):
            _ip("netns", "add", name)
            _ip("link", "add", f"{name}v", "type", "veth", "peer", "name", "eth0", "netns", name)
            _ip("link", "set", f"{name}v", "master", _BRIDGE, "up")
            _ip("-n", name, "addr", "add", f"{_SUBNET}.{host + 2}/24", "dev", "eth0")
            _ip("-n", name, "link", "set", "eth0", "up")
            _ip("-n", name, "link", "set", "lo", "up")
        return self

    def _remove(self) -> None:
        for name in self._names:
            _ip("netns", "del", name, check=False)
        _ip("link", "del", _BRIDGE, check=False)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._remove()
