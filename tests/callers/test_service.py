"""A service as our users write them, with its tests. A release keeps this file, and the next one must bear it: docs/releasing.md."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tencentkit import Credentials, Retry
from tencentkit.errors import ApiError, InvalidParameterValue, RequestInvalid, ResourceNotFound, TencentkitError
from tencentkit.scf import AsyncClient, Client, models
from tencentkit.testing import FakeScf, ManualClock


@dataclass
class Failure:
    """What the service reports of a function's event."""

    request_id: str
    state: str
    started: str


def failures(scf: Client, function: str, *, since: str, until: str) -> Iterator[Failure]:
    """Every event of that time that did not succeed."""
    interval = models.TimeInterval(start=since, end=until)
    for event in scf.paginate(scf.list_async_events, function_name=function, start_time_interval=interval, limit=100):
        if event.status in {"FAILED", "ABORTED"}:
            yield Failure(event.invoke_request_id, event.status, event.start_time)


def newest(scf: Client, function: str, count: int) -> list[str]:
    """Request ids of the newest events."""
    page = scf.list_async_events(function_name=function, order="DESC", orderby="StartTime", offset=0, limit=count)
    assert page.total_count >= len(page.event_list)
    return [event.invoke_request_id for event in page.event_list]


def outcome(scf: Client, request_id: str) -> str:
    """How an event ended, or why nobody knows."""
    try:
        final = scf.wait_until_async_event_finished(invoke_request_id=request_id, timeout=600)
    except ResourceNotFound as error:
        return error.code
    return f"{final.result.status} {final.result.status_code}"


async def count(scf: AsyncClient, function: str) -> int:
    """How many events there are, asked for page by page."""
    return sum([1 async for _ in scf.paginate(scf.list_async_events, function_name=function, qualifier="$LATEST", prefetch=2)])


@pytest.fixture
def fake() -> FakeScf:
    """The service that the tests of this service ask."""
    fake = FakeScf(clock=ManualClock(1606790000))
    fake.add_function("orders")
    return fake


@pytest.fixture
def scf(fake: FakeScf) -> Iterator[Client]:
    """A client of it."""
    with Client(
        region="ap-guangzhou",
        credentials=Credentials(*fake.credentials),
        transport=fake.transport(),
        clock=fake.clock,
        retry=Retry(attempts=3),
    ) as client:
        yield client


def test_failures(fake: FakeScf, scf: Client) -> None:
    """Failed events are found, with their ids and starts."""
    fake.start_event("orders", runs_for=0, started_at="2020-12-01 08:00:00.000")
    failed = fake.start_event("orders", runs_for=0, ends_as="FAILED", started_at="2020-12-01 08:30:00.000")
    found = list(failures(scf, "orders", since="2020-12-01 00:00:00", until="2020-12-02 00:00:00"))
    assert [(failure.request_id, failure.state) for failure in found] == [(failed, "FAILED")]


def test_newest(fake: FakeScf, scf: Client) -> None:
    """The newest come first."""
    ids = [fake.start_event("orders", runs_for=0) for _ in range(5)]
    assert newest(scf, "orders", 2) == [ids[4], ids[3]]


def test_outcome(fake: FakeScf, scf: Client) -> None:
    """A wait ends with the event, and passes over a failure of the service."""
    event = fake.start_event("orders", runs_for=30)
    fake.fail_next("GetAsyncEventStatus", code="InternalError", times=1)
    assert outcome(scf, event) == "FINISHED 200"
    assert outcome(scf, "nothing-of-ours") == "ResourceNotFound.AsyncEvent"


def test_count(fake: FakeScf) -> None:
    """The async client lists as the other one does."""
    for _ in range(250):
        fake.start_event("orders", runs_for=0)

    async def run() -> int:
        async with AsyncClient(
            region="ap-guangzhou", credentials=Credentials(*fake.credentials), transport=fake.async_transport(), clock=fake.clock
        ) as client:
            return await count(client, "orders")

    assert asyncio.run(run()) == 250


def test_errors(scf: Client) -> None:
    """What is wrong is told by class, code and argument, before or after it is sent."""
    with pytest.raises(ResourceNotFound) as missing:
        scf.list_async_events(function_name="nobody")
    assert missing.value.code == "ResourceNotFound.Function"
    assert isinstance(missing.value, ApiError)
    with pytest.raises(InvalidParameterValue):
        scf.list_async_events(function_name="orders", order="SIDEWAYS")
    with pytest.raises(RequestInvalid):
        scf.list_async_events(function_name=3)  # type: ignore[arg-type]
    with pytest.raises(TencentkitError):
        scf.call("NoSuchAction", {"Wire": "names"})
