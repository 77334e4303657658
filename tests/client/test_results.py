"""Results: pickling and copies."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

from tests.scripted import result

Make = Callable[..., Any]


def test_pickle_keeps_meta(stage: Make) -> None:
    """An unpickled result is equal and has the same `meta` and `extra`."""
    made = stage(result(TotalCount=1, EventList=[{"InvokeRequestId": "x", "Fresh": 1}]))
    page = made.list_events()
    other = pickle.loads(pickle.dumps(page))
    assert other == page
    assert other.meta == page.meta
    assert other.event_list[0].extra == {"Fresh": 1}


def test_copy_keeps_meta(stage: Make) -> None:
    """Copies of a plain response keep `meta`."""
    made = stage(result(A=1))
    response = made.run(made.client.call("ListAsyncEvents", {"FunctionName": "f"}))
    for other in (response.copy(), copy.copy(response), pickle.loads(pickle.dumps(response))):
        assert (other, other.meta.request_id) == ({"RequestId": "r-1", "A": 1}, "r-1")
