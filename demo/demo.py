"""Demo of the SDK against the fake SCF on loopback: `nox -s demo`.

The demo uses the installed wheel, over real sockets and TLS; no request leaves this machine.
"""

from __future__ import annotations

import time
from collections import Counter

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from tencentkit import Credentials, __version__
from tencentkit.errors import InvalidParameterValue
from tencentkit.scf import Client
from tencentkit.testing import FakeScf, serve
from tencentkit.transport import HttpxTransport

EVENTS = 250
CALLS = 50
RUNS_FOR = 4.0


def main() -> None:
    """Show a listing, a waiter, an error and the throttle, with a summary table."""
    console = Console()
    fake = FakeScf()
    fake.add_function("helloworld")
    for number in range(EVENTS):
        fake.start_event("helloworld", runs_for=1 + number % 7, started_at=time.time() - 600 + number)

    with (
        serve(fake, tls=True) as server,
        Client(
            region="ap-guangzhou",
            credentials=Credentials(*fake.credentials),
            base_url=server.url,
            transport=HttpxTransport(trust=server.trust),
        ) as scf,
    ):
        summary = Table(title=f"tencentkit {__version__} against the fake SCF at {server.url}", title_justify="left")
        for column in ("Feature", "Code", "Outcome"):
            summary.add_column(column, overflow="fold")

        summary.add_row("list all events", "scf.paginate(scf.list_async_events, …)", listing(scf, console))
        summary.add_row("wait for one event", "scf.wait_until_async_event_finished(…)", waiting(scf, fake, console))
        summary.add_row("typed error", "scf.list_async_events(…, limit=101)", refusal(scf))
        summary.add_row("throttle", f"{CALLS} calls as fast as allowed", throttled(scf, fake, console))
    console.print(summary)


def listing(scf: Client, console: Console) -> str:
    """List all events, page by page."""
    pager = scf.paginate(scf.list_async_events, function_name="helloworld")
    states: Counter[str] = Counter()
    for number, page in enumerate(pager.pages(), 1):
        states.update(event.status for event in page.event_list)
        console.print(f"page {number}: {len(page.event_list)} of {pager.total} events, request {page.meta.request_id}")
    return f"{states.total()} events in {number} pages: " + ", ".join(f"{count} {state}" for state, count in states.items())


def waiting(scf: Client, fake: FakeScf, console: Console) -> str:
    """Wait for one event, with a progress bar."""
    event = fake.start_event("helloworld", runs_for=RUNS_FOR)
    started = time.monotonic()
    with Progress(TextColumn("waiting for {task.description}"), BarColumn(), TimeElapsedColumn(), console=console) as bar:
        task = bar.add_task(event, total=None)
        final = scf.wait_until_async_event_finished(invoke_request_id=event, timeout=60)
        bar.update(task, total=1, completed=1)
    return f"{final.result.status} after {time.monotonic() - started:.1f} s and {polls(fake)} polls"


def polls(fake: FakeScf) -> int:
    """Return the number of status requests to the fake."""
    return sum(1 for call in fake.calls if call.action == "GetAsyncEventStatus")


def refusal(scf: Client) -> str:
    """Send a request that the service refuses, and catch the error by its class."""
    try:
        scf.list_async_events(function_name="helloworld", limit=101)
    except InvalidParameterValue as error:
        return f"{type(error).__name__}: {error.code} (retryable: {error.retryable}, request {error.request_id})"
    raise AssertionError("the fake accepted a Limit of 101")


def throttled(scf: Client, fake: FakeScf, console: Console) -> str:
    """Make more calls than the published limit allows in a second: they wait, and the service refuses none."""
    before = len(fake.calls)
    waited = 0.0
    with Progress(TextColumn("calling, 20 a second at most"), BarColumn(), MofNCompleteColumn(), console=console) as bar:
        for _ in bar.track(range(CALLS)):
            waited += scf.list_async_events(function_name="helloworld", limit=1).meta.throttle_wait
    calls = fake.calls[before:]
    arrivals = [call.arrived_at for call in calls]
    busiest = max(sum(1 for other in arrivals if at <= other < at + 1) for at in arrivals)
    refused = sum(1 for call in calls if call.code is not None)
    return f"at most {busiest} in any second (the page allows 20), {refused} refused, {waited:.1f} s waited"


if __name__ == "__main__":
    main()
