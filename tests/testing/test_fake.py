from __future__ import annotations

from tencentkit import Credentials
from tencentkit.scf import AsyncClient, Client
from tencentkit.testing import FakeScf, ManualClock, serve


def test_client_in_process(fake: FakeScf, clock: ManualClock) -> None:
    """Pagination and a wait of 30 s need no time and no socket."""
    ids = [fake.start_event("helloworld", runs_for=30) for _ in range(120)]
    credentials = Credentials(*fake.credentials)
    with Client(region="ap-guangzhou", credentials=credentials, transport=fake.transport(), clock=clock) as scf:
        listed = [event.invoke_request_id for event in scf.paginate(scf.list_async_events, function_name="helloworld")]
        finished = scf.wait_until_async_event_finished(invoke_request_id=ids[0], timeout=600)
    assert listed == ids[::-1]
    assert finished.result.status == "FINISHED"
    assert clock.monotonic() - 1000 >= 30
    assert {call.code for call in fake.calls} == {None}


async def test_async_client_retries_faults(fake: FakeScf, clock: ManualClock) -> None:
    """The client retries injected faults, with waits on the manual clock."""
    fake.fail_next(code="RequestLimitExceeded")
    fake.clock_offset = 600
    credentials = Credentials(*fake.credentials)
    async with AsyncClient(region="ap-guangzhou", credentials=credentials, transport=fake.async_transport(), clock=clock) as scf:
        page = await scf.list_async_events(function_name="helloworld")
    assert page.total_count == 0
    assert [call.code for call in fake.calls] == ["AuthFailure.SignatureExpire", "RequestLimitExceeded", None]
    assert fake.pending_faults == []


def test_client_over_a_socket(clock: ManualClock) -> None:
    """The client's own transport calls the server by its URL."""
    fake = FakeScf(clock=clock)
    fake.add_function("helloworld")
    event = fake.start_event("helloworld")
    with (
        serve(fake) as server,
        Client(region="ap-guangzhou", credentials=Credentials(*fake.credentials), base_url=server.url, clock=clock) as scf,
    ):
        assert scf.get_async_event_status(invoke_request_id=event).result.status == "RUNNING"
    assert fake.calls[0].host == "127.0.0.1"
