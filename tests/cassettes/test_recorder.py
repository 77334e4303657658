"""Recording itself, which the default runs do not use."""

from __future__ import annotations

import pytest

from tests.cassettes.conftest import HOST, CassetteClients
from tests.conftest import Kind


def test_recording_uses_service_host(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client without `base_url` reaches the fake over TLS, and the fake sees the host of the service."""
    fakes = []
    factory = CassetteClients(kind, recording=True, live=False, monkeypatch=monkeypatch)
    try:
        client = factory.client(fakes.append)
        assert kind.run(client.list_async_events(function_name="helloworld")).total_count == 0
    finally:
        factory.close()
    assert [call.host for fake in fakes for call in fake.calls] == [HOST]
