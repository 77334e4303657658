"""Service of a user, with its tests. A release keeps this file, and the next release runs it: docs/releasing.md."""

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
    """Failed event of a function."""

    request_id: str
    state: str
    started: str


def failures(scf: Client, function: str, *, since: str, until: str) -> Iterator[Failure]:
    """Yield the failed events of a time window."""
    interval = models.TimeInterval(start=since, end=until)
    for event in scf.paginate(scf.list_async_events, function_name=function, start_time_interval=interval, limit=100):
        if event.status in {"FAILED", "ABORTED"}:
            yield Failure(event.invoke_request_id, event.status, event.start_time)


def newest(scf: Client, function: str, count: int) -> list[str]:
    """Return the request ids of the newest events."""
    page = scf.list_async_events(function_name=function, order="DESC", orderby="StartTime", offset=0, limit=count)
    assert page.total_count >= len(page.event_list)
    return [event.invoke_request_id for event in page.event_list]


def outcome(scf: Client, request_id: str) -> str:
    """Return the final status of an event, or the error code."""
    try:
        final = scf.wait_until_async_event_finished(invoke_request_id=request_id, timeout=600)
    except ResourceNotFound as error:
        return error.code
    return f"{final.result.status} {final.result.status_code}"


async def count(scf: AsyncClient, function: str) -> int:
    """Return the number of events, counted page by page."""
    return sum([1 async for _ in scf.paginate(scf.list_async_events, function_name=function, qualifier="$LATEST", prefetch=2)])


@pytest.fixture
def fake() -> FakeScf:
    """Return a fake with one function."""
    fake = FakeScf(clock=ManualClock(1606790000))
    fake.add_function("orders")
    return fake


@pytest.fixture
def scf(fake: FakeScf) -> Iterator[Client]:
    """Return a client of the fake."""
    with Client(
        region="ap-guangzhou",
        credentials=Credentials(*fake.credentials),
        transport=fake.transport(),
        clock=fake.clock,
        retry=Retry(attempts=3),
    ) as client:
        yield client


def test_failures(fake: FakeScf, scf: Client) -> None:
    """Failed events are found by id and status."""
    fake.start_event("orders", runs_for=0, started_at="2020-12-01 08:00:00.000")
    failed = fake.start_event("orders", runs_for=0, ends_as="FAILED", started_at="2020-12-01 08:30:00.000")
    found = list(failures(scf, "orders", since="2020-12-01 00:00:00", until="2020-12-02 00:00:00"))
    assert [(failure.request_id, failure.state) for failure in found] == [(failed, "FAILED")]


def test_newest(fake: FakeScf, scf: Client) -> None:
    """The newest events come first."""
    ids = [fake.start_event("orders", runs_for=0) for _ in range(5)]
    assert newest(scf, "orders", 2) == [ids[4], ids[3]]


def test_outcome(fake: FakeScf, scf: Client) -> None:
    """The waiter ends with the event, and tolerates an internal error."""
    event = fake.start_event("orders", runs_for=30)
    fake.fail_next("GetAsyncEventStatus", code="InternalError", times=1)
    assert outcome(scf, event) == "FINISHED 200"
    assert outcome(scf, "unknown") == "ResourceNotFound.AsyncEvent"


def test_count(fake: FakeScf) -> None:
    """The async client lists all events."""
    for _ in range(250):
        fake.start_event("orders", runs_for=0)

    async def run() -> int:
        async with AsyncClient(
            region="ap-guangzhou", credentials=Credentials(*fake.credentials), transport=fake.async_transport(), clock=fake.clock
        ) as client:
            return await count(client, "orders")

    assert asyncio.run(run()) == 250


def test_errors(scf: Client) -> None:
    """Errors have a class and a code, before or after the request."""
    with pytest.raises(ResourceNotFound) as missing:
        scf.list_async_events(function_name="unknown")
    assert missing.value.code == "ResourceNotFound.Function"
    assert isinstance(missing.value, ApiError)
    with pytest.raises(InvalidParameterValue):
        scf.list_async_events(function_name="orders", order="SIDEWAYS")
    with pytest.raises(RequestInvalid):
        scf.list_async_events(function_name=3)  # type: ignore[arg-type]
    with pytest.raises(TencentkitError):
        scf.call("NoSuchAction", {"Wire": "names"})
