"""RedisStore with real servers: faults that pass, faults that stay, and every topology."""

from __future__ import annotations

import asyncio
import socket
import socketserver
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Throttle
from tencentkit.errors import RequestInvalid, ThrottleUnavailable
from tencentkit.testing import ManualClock
from tencentkit.throttle import BucketKey, RedisStore
from tencentkit.throttle._local_limiter import BucketSlot
from tencentkit.throttle._shared_limiter import SharedLimiter
from tencentkit.throttle._store import LeaseReply, LeaseRequest, StoreFault
from tests.throttle.latency import delayed
from tests.throttle.redis_server import RedisServer, free_port
from tests.throttle.redis_topologies import cluster, sentinel, tls_options, wait_until

KEY = BucketKey("AKIDcanary0000000001", "host", "Action")
Renew = Callable[[RedisStore, LeaseRequest], LeaseReply]
pytestmark = pytest.mark.timeout(120)
PATIENT = {"timeout": 20.0, "connect_timeout": 20.0}


@pytest.fixture(params=["sync", "async"])
def renew(request: pytest.FixtureRequest) -> Iterator[Renew]:
    """Return a function that renews in a thread or in an event loop, and closes what it opened."""
    stores: list[RedisStore] = []
    if request.param == "sync":

        def in_thread(store: RedisStore, lease: LeaseRequest) -> LeaseReply:
            stores.append(store)
            return store.renew("bucket", lease)

        yield in_thread
    else:
        with asyncio.Runner() as runner:

            def in_loop(store: RedisStore, lease: LeaseRequest) -> LeaseReply:
                stores.append(store)
                return runner.run(store.renew_async("bucket", lease))

            yield in_loop
            for store in stores:
                runner.run(store.aclose())
    for store in stores:
        store.close()


def lease(sequence: int = 1, **fields: Any) -> LeaseRequest:
    return LeaseRequest(7, sequence, 20, want=20, fair_share=20)._replace(**fields)


def test_renewal_is_one_round_trip(redis_server: RedisServer, renew: Renew) -> None:
    """After the first renewal has loaded the script, each one is one command."""
    store = RedisStore(redis_server.url, **PATIENT)
    assert renew(store, lease()).held == 20
    before = redis_server.command("INFO", "commandstats").split(b"cmdstat_evalsha:calls=")[1].split(b",")[0]
    for sequence in range(2, 7):
        assert renew(store, lease(sequence, held=20)).held == 20
    after = redis_server.command("INFO", "commandstats").split(b"cmdstat_evalsha:calls=")[1].split(b",")[0]
    assert int(after) - int(before) == 5


def test_frozen_server_times_out(redis_server: RedisServer, renew: Renew) -> None:
    """Open connections without a reply are a fault that passes; the store may have the request."""
    store = RedisStore(redis_server.url, timeout=0.3)
    while True:
        try:
            renew(store, lease())
            break
        except StoreFault:
            continue  # a busy machine
    redis_server.freeze()
    with pytest.raises(StoreFault, match="RedisStore") as caught:
        renew(store, lease(2))
    assert (caught.value.permanent, caught.value.delivered) == (False, True)
    redis_server.thaw()


def test_killed_server_keeps_returned_permits(redis_server: RedisServer, renew: Renew) -> None:
    """Nothing listens: the permits that were given back are kept. After a restart the data is lost, and nobody gets more."""
    store = RedisStore(redis_server.url, **PATIENT)
    renew(store, lease())
    redis_server.kill()
    fault: StoreFault | None = None
    for sequence in (2, 3):  # the first failure closes the connection
        with pytest.raises(StoreFault) as caught:
            renew(store, lease(sequence))
        fault = caught.value
    assert fault is not None
    assert (fault.permanent, fault.delivered) == (False, False)
    redis_server.start()
    assert renew(store, lease(4, held=8)).held == 8
    assert renew(store, lease(1, member=9)).held == 0


@pytest.mark.parametrize("lost", ["FLUSHALL", "SCRIPT FLUSH", "DEL"])
def test_lost_data_grants_nothing_twice(redis_server: RedisServer, renew: Renew, lost: str) -> None:
    """A flush or an eviction of a part of the keys, during a run."""
    store = RedisStore(redis_server.url, **PATIENT)
    renew(store, lease())
    keys = ["tencentkit:throttle:{bucket}:expiries"] if lost == "DEL" else []
    redis_server.command(*lost.split(), *keys)
    assert renew(store, lease(2, held=20)).held == 20
    assert renew(store, lease(1, member=9)).held == 0


@pytest.mark.parametrize("url", ["redis://:wrong@127.0.0.1:{port}", "redis://127.0.0.1:{port}", "redis://nobody:x@127.0.0.1:{port}"])
def test_wrong_password_is_permanent(engine: str, renew: Renew, url: str) -> None:
    """Wrong, missing, or of an unknown user: named as such, without the password."""
    with RedisServer(engine, password="secret") as server:
        store = RedisStore(url.format(port=server.port), **PATIENT)
        with pytest.raises(StoreFault) as caught:
            renew(store, lease())
        assert caught.value.permanent
        assert "wrong@" not in str(caught.value)
        limiter = Throttle(store=store).limiter(KEY, 20, ManualClock())
        assert isinstance(limiter, SharedLimiter)
        with pytest.raises(ThrottleUnavailable, match=r"(?i)auth|password"):
            limiter.acquire(BucketSlot())
        assert renew(RedisStore(f"redis://:secret@127.0.0.1:{server.port}", **PATIENT), lease()).held == 20


def test_acl_user_needs_few_permissions(redis_server: RedisServer, renew: Renew) -> None:
    """A user with the permissions of the documentation works; one without `eval` gets a permanent fault that names it."""
    rules = "on >pw ~tencentkit:* +evalsha +eval +time +hget +hset +hmget +hdel +hincrby +hgetall +zadd +zrem +zrange +zrangebyscore"
    rules += " +zcount +exists +del +expire"
    redis_server.command("ACL", "SETUSER", "limited", *rules.split())
    redis_server.command("ACL", "SETUSER", "powerless", "on", ">pw", "~*", "+get")
    try:
        assert renew(RedisStore(f"redis://limited:pw@127.0.0.1:{redis_server.port}", **PATIENT), lease()).held == 20
        with pytest.raises(StoreFault, match=r"(?i)permission") as caught:
            renew(RedisStore(f"redis://powerless:pw@127.0.0.1:{redis_server.port}", **PATIENT), lease())
        assert caught.value.permanent
    finally:
        redis_server.command("ACL", "DELUSER", "limited", "powerless")


def test_unknown_command_is_permanent(engine: str, renew: Renew) -> None:
    """A proxy or a managed service without scripts."""
    with RedisServer(engine, options=["--rename-command", "EVALSHA", ""]) as server:
        with pytest.raises(StoreFault, match=r"(?i)unknown command") as caught:
            renew(RedisStore(server.url, **PATIENT), lease())
        assert caught.value.permanent


def test_tls(full_engine: str, tmp_path: Path, renew: Renew) -> None:
    """A server with a private authority, as `rediss://` with its certificate; without it the fault names the certificate."""
    files, root = tls_options(tmp_path)
    port = free_port()
    with RedisServer(full_engine, options=["--tls-port", str(port), *files]):
        url = f"rediss://127.0.0.1:{port}"
        assert renew(RedisStore(f"{url}?ssl_ca_certs={root}", **PATIENT), lease()).held == 20
        with pytest.raises(StoreFault, match=r"(?i)certificate"):
            renew(RedisStore(url, **PATIENT), lease())


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.slow
def test_distant_server(redis_server: RedisServer, renew: Renew) -> None:
    """A server 80 ms away: each renewal succeeds with the default timeouts."""
    with delayed(redis_server.port, 0.08) as port:
        store = RedisStore(f"redis://127.0.0.1:{port}")
        for sequence in range(1, 6):
            assert renew(store, lease(sequence, held=20 if sequence > 1 else 0)).held == 20


def test_distant_server_with_tls(full_engine: str, tmp_path: Path, renew: Renew) -> None:
    """A server 45 ms away whose handshake takes several round trips: as above."""
    options, root = tls_options(tmp_path)
    port = free_port()
    with RedisServer(full_engine, options=[*options, "--tls-port", str(port)]), delayed(port, 0.045) as near:
        store = RedisStore(f"rediss://127.0.0.1:{near}?ssl_ca_certs={root}")
        for sequence in range(1, 6):
            assert renew(store, lease(sequence, held=20 if sequence > 1 else 0)).held == 20


def test_closed_client_leaves_no_connection(any_redis: RedisServer) -> None:
    """The loop that ends after `aclose` of a throttle has no open connection, which would cause a `ResourceWarning`."""
    throttle = Throttle(store=RedisStore(any_redis.url, **PATIENT))

    async def run() -> None:
        clock = ManualClock()
        limiter: Any = throttle.limiter(KEY, 20, clock)
        for _ in range(2):  # the next call connects again
            clock.advance(1)
            slot = BucketSlot()
            assert await limiter.acquire_async(slot) == 0
            limiter.mark_completed(slot)
            await throttle.aclose()

    before = _clients(any_redis)
    asyncio.run(run())
    wait_until(lambda: _clients(any_redis) == before)


def _clients(server: RedisServer) -> int:
    return int(server.command("INFO", "clients").split(b"connected_clients:")[1].split()[0])


def test_failover_is_followed(full_engine: str, renew: Renew) -> None:
    """A client of Sentinel: the primary dies, the replica takes over, and the store follows."""
    from redis.sentinel import Sentinel

    with sentinel(full_engine) as (primary, replica, port):
        client = Sentinel([("127.0.0.1", port)], socket_timeout=5).master_for("main", socket_timeout=5)
        store = RedisStore(client=client)
        assert renew(store, lease()).held == 20
        primary.kill()
        wait_until(lambda: b"role:master" in replica.command("INFO", "replication"))

        def works() -> bool:
            try:
                return renew(store, lease(2, held=20)).held == 20
            except StoreFault:
                return False

        wait_until(works)
        client.close()


def test_replica_is_left(engine: str, renew: Renew) -> None:
    """The server becomes a replica: the store reconnects once, as behind an address that moves; then the fault names it."""
    with RedisServer(engine) as primary, RedisServer(engine) as server:
        store = RedisStore(server.url, **PATIENT)
        renew(store, lease())
        server.command("REPLICAOF", "127.0.0.1", str(primary.port))
        with pytest.raises(StoreFault, match=r"(?i)readonly|read only") as caught:
            renew(store, lease(2, held=20))
        assert (caught.value.permanent, caught.value.delivered) == (False, False)
        server.command("REPLICAOF", "NO", "ONE")
        assert renew(store, lease(3, held=20)).held == 20


@pytest.mark.slow
def test_cluster_keeps_a_bucket_together(full_engine: str) -> None:
    """Clients of the user's for a cluster, sync and async; a plain URL of any node follows to the others."""
    from redis.asyncio.cluster import RedisCluster as AsyncRedisCluster
    from redis.cluster import RedisCluster

    with cluster(full_engine) as nodes:
        client = RedisCluster(host="127.0.0.1", port=nodes[0].port, socket_timeout=20)
        store = RedisStore(client=client)
        for number in range(6):
            assert store.renew(f"bucket {number}", lease()).held == 20

        async def main() -> None:
            other = AsyncRedisCluster(host="127.0.0.1", port=nodes[0].port, socket_timeout=20)
            try:
                assert (await RedisStore(client=other).renew_async("bucket 1", lease(member=8))).held == 0
                assert (await store.renew_async("bucket 1", lease(2, held=20))).held == 20  # a synchronous client, in a thread
            finally:
                await other.aclose()

        asyncio.run(main())
        for number, node in enumerate(nodes):
            plain = RedisStore(node.url, **PATIENT)
            assert plain.renew("bucket 9", lease(member=20 + number)).held == (0 if number else 20)
            assert asyncio.run(_renew_once(plain, lease(member=30 + number))).held == 0
            plain.close()
        client.close()


async def _renew_once(store: RedisStore, request: LeaseRequest) -> LeaseReply:
    try:
        return await store.renew_async("bucket 9", request)
    finally:
        await store.aclose()


@pytest.mark.parametrize("budget", [0.1, 0.3, 0.7, 1.0, 2.0, 2.9])
def test_budget_bounds_connect_and_reply(budget: float) -> None:
    """Connecting and the reply together take no longer than the call's time left."""
    store = RedisStore("redis://127.0.0.1:1")
    options = store._client_within(budget).connection_pool.connection_kwargs
    assert options["socket_connect_timeout"] + options["socket_timeout"] <= budget
    assert store._client_within(3.0) is store._client_within(None)


def test_reset_connection_names_missing_password(renew: Renew) -> None:
    """Without a password the server closes the connection of a long command; its reply may be lost with it."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            while received := self.request.recv(1 << 16):
                if b"EVALSHA" in received:
                    self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    return
                commands = sum(word.startswith(b"*") for word in received.split(b"\r\n"))
                self.request.sendall((b"-NOAUTH Authentication required.\r\n" if b"PING" in received else b"+OK\r\n") * commands)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            with pytest.raises(StoreFault, match="Authentication required") as caught:
                renew(RedisStore(f"redis://127.0.0.1:{server.server_address[1]}", **PATIENT), lease())
            assert caught.value.permanent
        finally:
            server.shutdown()
            thread.join()


def test_cluster_without_nodes_is_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """redis-py raises an error of another base class: the store is unavailable, and the call does not fail."""
    import redis

    def fail(*_: Any, **_options: Any) -> Any:
        raise redis.exceptions.RedisClusterException("no node can be reached")

    store = RedisStore("redis://127.0.0.1:1")
    store._cluster, store._clients = True, {}
    monkeypatch.setattr(redis.RedisCluster, "from_url", fail)
    with pytest.raises(StoreFault, match="no node can be reached"):
        store.renew("bucket", lease())


def test_own_async_client_needs_its_loop(any_redis: RedisServer) -> None:
    """An asynchronous client serves event loops; threads get a fault that says so."""
    import redis.asyncio

    async def main() -> None:
        client = redis.asyncio.Redis.from_url(any_redis.url, socket_timeout=20)
        store = RedisStore(client=client)
        assert (await store.renew_async("bucket", lease())).held == 20
        with pytest.raises(StoreFault, match="asynchronous"):
            store.renew("bucket", lease(2))
        await client.aclose()

    asyncio.run(main())


def test_password_and_account_are_hidden(any_redis: RedisServer) -> None:
    """The name of the store has no password, and no key has the secret id."""
    shown = repr(RedisStore("rediss://user:hunter2@cache.example:6380/1"))
    assert shown == "RedisStore('rediss://cache.example:6380')"
    store = RedisStore(any_redis.url, **PATIENT)
    limiter: Any = Throttle(store=store).limiter(KEY, 20, ManualClock())
    limiter.acquire(BucketSlot())
    assert b"host:Action" in any_redis.command("KEYS", "*")
    assert b"canary" not in any_redis.command("KEYS", "*")
    store.close()


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ({"url": "redis://x", "client": object()}, "client"),
        ({"client": object()}, "client"),
        ({}, "url"),
        ({"url": "redis://x", "timeout": 0}, "timeout"),
        ({"url": "redis://x", "connect_timeout": float("nan")}, "connect_timeout"),
    ],
)
def test_invalid_argument_is_named(arguments: dict[str, Any], name: str) -> None:
    """The constructor raises."""
    with pytest.raises(RequestInvalid, match=f"{name}: must"):
        RedisStore(**arguments)
