from __future__ import annotations

import pytest

from tencentkit.migrate import migrated

HEAD = "from tencentcloud.scf.v20180416 import models, scf_client\n\n\n"

CASES = {
    "adjacent lines become one call": (
        """
def send(client):
    req = models.ListAsyncEventsRequest()
    # whose
    req.FunctionName = "f"
    req.Limit = 1
    req.Limit = 2
    return client.ListAsyncEvents(req)
""",
        """
def send(client):
    # whose
    return client.list_async_events(function_name="f", limit=2)
""",
    ),
    "a request that is used twice stays a dict": (
        """
def send(client):
    req = models.ListAsyncEventsRequest()
    req.FunctionName = "f"
    client.ListAsyncEvents(req)
    req.Offset = 20
    return client.ListAsyncEvents(req)
""",
        """
def send(client):
    req = {"function_name": "f"}
    client.list_async_events(**req)
    req["offset"] = 20
    return client.list_async_events(**req)
""",
    ),
    "a line between keeps its order": (
        """
def send(client):
    req = models.ListAsyncEventsRequest()
    name = input()
    req.FunctionName = name
    print(client.ListAsyncEvents(req).TotalCount)
""",
        """
def send(client):
    req = {}
    name = input()
    req["function_name"] = name
    print(client.list_async_events(**req).total_count)
""",
    ),
    "a branch fills it": (
        """
def send(client, version):
    req = models.ListAsyncEventsRequest()
    req.FunctionName = "f"
    if version:
        req.Qualifier = version
    return [event.EndTime for event in client.ListAsyncEvents(req).EventList or []]
""",
        """
def send(client, version):
    req = {"function_name": "f"}
    if version:
        req["qualifier"] = version
    return [event.end_time for event in client.list_async_events(**req).event_list or []]
""",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_request_folding(before: str, after: str) -> None:
    """The order of evaluation and comments are kept."""
    done = migrated(HEAD + before.lstrip())
    assert done.notes == ()
    assert done.code.strip() == after.strip()
