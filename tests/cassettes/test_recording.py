"""The studio while it records: the usual runs only replay, and would not see that it cannot record any more."""

from __future__ import annotations

import pytest

from tests.cassettes.conftest import HOST, Studio
from tests.conftest import Kind


def test_what_is_recorded_goes_to_the_fake_under_the_services_name(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client without a `base_url` of its own reaches the fake over TLS, and the fake sees the service's host."""
    fakes = []
    studio = Studio(kind, recording=True, live=False, monkeypatch=monkeypatch)
    try:
        client = studio.client(fakes.append)
        assert kind.run(client.list_async_events(function_name="helloworld")).total_count == 0
    finally:
        studio.close()
    assert [call.host for fake in fakes for call in fake.calls] == [HOST]
