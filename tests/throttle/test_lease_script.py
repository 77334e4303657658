"""lease.lua in real Redis and Valkey servers replies as `LeaseTable` does, request by request."""

from __future__ import annotations

import random

import pytest

from tencentkit.throttle._lease_table import LeaseTable
from tencentkit.throttle._redis_store import RedisStore
from tencentkit.throttle._store import LeaseRequest
from tests.throttle.redis_server import RedisServer


def _random_request(draw: random.Random, limit: int, sequences: dict[int, int], held: dict[int, int]) -> LeaseRequest:
    """Return a request that is mostly consistent with the last reply, as after lost replies, late requests and lost data."""
    member = draw.randrange(1, 15)
    permits = held.get(member, 0)
    returned = draw.randrange(permits + 1) if draw.random() < 0.4 else 0
    later = draw.randrange(permits - returned + 1) if draw.random() < 0.3 else 0
    keeps = max(0, permits - returned - later + draw.choices((0, 1, -1), (96, 1, 3))[0])
    sequences[member] = sequences.get(member, 0) + draw.choices((1, 0), (98, 2))[0]
    want = 0 if not keeps and draw.random() < 0.1 else max(1, keeps, draw.randrange(1, limit * 2))
    return LeaseRequest(
        member, sequences[member], limit, keeps, want, returned, draw.choice((0.0, 0.02)), later, round(draw.uniform(0, 1.2), 6),
        draw.choice((0, 1, 1, 1, 2)), draw.random() < 0.01, max(1, limit // 4), 1.01 if limit > 3 else 5.0,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_script_matches_the_table(redis_server: RedisServer, seed: int) -> None:
    """Four hundred random requests, with silence and clock steps between some of them."""
    draw, store, table = random.Random(seed), RedisStore(redis_server.url, timeout=50, connect_timeout=50), LeaseTable()
    now, limit = 1000.0, draw.choice((3, 20, 100))
    sequences: dict[int, int] = {}
    held: dict[int, int] = {}
    store._now = lambda: now
    for _ in range(400):
        now = round(now + draw.choice((0.0, 0.003, 0.01, 0.05, 0.3)), 6)
        now = round(now + draw.choices((0, 6, 12, 30, -100), (985, 4, 4, 4, 3))[0], 6)
        request = _random_request(draw, limit, sequences, held)
        reply, expected = store.renew("bucket", request), table.renew(request, now)
        assert [*map(float, reply)] == pytest.approx([*map(float, expected)], abs=1e-4), request
        if reply.held >= 0:
            held[request.member] = reply.held
    store.close()
