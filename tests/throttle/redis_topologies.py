"""Real Redis servers in other topologies: TLS, a replica with Sentinel, and a cluster of three nodes."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.throttle.redis_server import RedisServer, free_port

_TIMEOUT = 30.0


def wait_until(condition: Callable[[], bool]) -> None:
    """Poll: servers do not announce that they are ready."""
    ends = time.monotonic() + _TIMEOUT
    while True:
        with suppress(OSError):
            if condition():
                return
        if time.monotonic() > ends:
            raise RuntimeError("the servers did not become ready")
        time.sleep(0.05)


@contextmanager
def sentinel(binary: str) -> Iterator[tuple[RedisServer, RedisServer, int]]:
    """Run a primary, its replica, and one Sentinel; yield the servers and the port of the Sentinel."""
    with ExitStack() as stack:
        primary = stack.enter_context(RedisServer(binary))
        replica = stack.enter_context(RedisServer(binary, options=["--replicaof", f"127.0.0.1 {primary.port}"]))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        config = folder / "sentinel.conf"
        config.write_text(
            f"sentinel monitor main 127.0.0.1 {primary.port} 1\n"
            "sentinel down-after-milliseconds main 500\nsentinel failover-timeout main 3000\n"
        )
        watcher = stack.enter_context(RedisServer(binary, config=config, options=["--sentinel"]))
        wait_until(lambda: b"master_link_status:up" in replica.command("INFO", "replication"))
        wait_until(lambda: b"num-slaves" in (reply := watcher.command("SENTINEL", "MASTER", "main")) and b"num-slaves\r\n$1\r\n1" in reply)
        yield primary, replica, watcher.port


@contextmanager
def cluster(binary: str) -> Iterator[list[RedisServer]]:
    """Run a cluster of three primaries without replicas."""
    with ExitStack() as stack:
        nodes, buses = [], [free_port() for _ in range(3)]
        for bus in buses:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            options = ["--cluster-enabled", "yes", "--cluster-port", str(bus), "--dir", folder]
            nodes.append(stack.enter_context(RedisServer(binary, options=options)))
        for number, node in enumerate(nodes):
            first, last = 16384 * number // 3, 16384 * (number + 1) // 3 - 1
            node.command("CLUSTER", "ADDSLOTSRANGE", str(first), str(last))
            node.command("CLUSTER", "MEET", "127.0.0.1", str(nodes[0].port), str(buses[0]))
        wait_until(lambda: all(b"cluster_state:ok" in node.command("CLUSTER", "INFO") for node in nodes))
        wait_until(lambda: all(b"cluster_known_nodes:3" in node.command("CLUSTER", "INFO") for node in nodes))
        yield nodes


def tls_options(folder: Path) -> tuple[list[str], Path]:
    """Return the options of a server with TLS on its own port, and its authority's certificate."""
    import trustme

    authority: Any = trustme.CA()
    certificate = authority.issue_cert("127.0.0.1", "localhost")
    key, chain, root = folder / "key.pem", folder / "chain.pem", folder / "root.pem"
    certificate.private_key_pem.write_to_path(key)
    chain.write_bytes(b"".join(blob.bytes() for blob in certificate.cert_chain_pems))
    authority.cert_pem.write_to_path(root)
    files = ["--tls-cert-file", str(chain), "--tls-key-file", str(key), "--tls-ca-cert-file", str(root), "--tls-auth-clients", "no"]
    return files, root
