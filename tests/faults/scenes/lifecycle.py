"""Lifecycle: fork, closed event loop, closed client."""

from __future__ import annotations

import asyncio
import gc
import os

from tencentkit.testing import ManualClock
from tests.faults.fault import FaultRun, Seen
from tests.transport.raw_server import answering, ok, raw_server


def forked(run: FaultRun) -> Seen:
    with raw_server(answering(ok())) as server:
        client = run.client(server.url, retry=None)
        outcomes = [run.call(client)]
        child = os.fork()
        if child == 0:
            try:
                value = run.start(client)
                result = asyncio.new_event_loop().run_until_complete(value) if run.kind.is_async else value
                os._exit(0 if result is not None else 1)
            except BaseException:  # noqa: BLE001 - the child must exit here after any error
                os._exit(2)
        assert os.waitpid(child, 0)[1] == 0
        outcomes.append(run.call(client))
        run.kind.close_clients()
        return Seen("+".join(sorted(set(outcomes))), len(server.requests))


def loop_closed(run: FaultRun) -> Seen:
    with raw_server(answering(ok())) as server:
        client = run.client(server.url)

        async def call() -> None:
            await run.start(client)

        for _ in range(2):
            asyncio.run(call())
        pools = client._transport._loops
        assert len(pools) == 1
        pools.clear()
        gc.collect()
        return Seen("result", len(server.requests))


def closed_during_retry_delay(run: FaultRun) -> Seen:
    """Close the client during the delay before the second attempt."""

    class ClosingClock(ManualClock):
        def sleep(self, _: float) -> None:
            client.close()

        async def sleep_async(self, _: float) -> None:
            await client.aclose()

    with raw_server(answering(ok(b'{"Response": {"Error": {"Code": "RequestLimitExceeded", "Message": "m"}}}'))) as server:
        client = run.client(server.url, clock=ClosingClock(), rng=lambda: 0.5)
        return Seen(run.call(client), len(server.requests))
