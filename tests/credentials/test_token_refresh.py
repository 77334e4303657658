"""Refresh of credentials within a call: refused tokens, deadlines, listings."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.errors import AuthFailure, CredentialsMissing, DeadlineExceeded
from tencentkit.testing import FakeScf
from tests.credentials.conftest import list_events
from tests.scripted import refusal, result

REFUSED = refusal("AuthFailure.TokenFailure")


def test_refused_token_is_refreshed_once(kind: Any, make_client: Any, source: Any, clock: Any) -> None:
    """The second request has the new token, and uses no attempt of the retry policy."""
    client, network = make_client(result(), REFUSED, result(), credentials=source)
    list_events(kind, client)
    clock.advance(60)
    assert list_events(kind, client).meta.attempts == 2
    assert [network.headers(index)["x-tc-token"] for index in range(3)] == ["token-1", "token-1", "token-2"]


def test_write_is_repeated(kind: Any, make_client: Any, source: Any, clock: Any) -> None:
    """After a refused token the client repeats a write, because the service did not execute it."""
    client, network = make_client(result(), REFUSED, result(), credentials=source)
    list_events(kind, client)
    clock.advance(60)
    kind.run(client.call("TerminateAsyncEvent", {}))
    assert len(network.requests) == 3


def test_second_refusal_is_raised(kind: Any, make_client: Any, source: Any, clock: Any) -> None:
    """A call refreshes once; the error is the service's."""
    client, network = make_client(REFUSED, credentials=source)
    source.get()
    clock.advance(60)
    with pytest.raises(AuthFailure) as caught:
        list_events(kind, client)
    assert (caught.value.attempts, len(network.requests), source.fetches) == (2, 2, 2)


def test_failed_refresh_is_the_cause(kind: Any, make_client: Any, source: Any, clock: Any) -> None:
    """The call raises the service's error; its cause is the error of the refresh."""
    client, network = make_client(REFUSED, credentials=source)
    source.get()
    clock.advance(60)

    def fail() -> None:
        raise CredentialsMissing("gone")

    source.on_fetch = fail
    with pytest.raises(AuthFailure) as caught:
        list_events(kind, client)
    assert isinstance(caught.value.__cause__, CredentialsMissing)
    assert len(network.requests) == 1


@pytest.mark.parametrize("token", [None, "t"])
def test_fixed_credentials_are_not_refreshed(kind: Any, make_client: Any, token: str | None) -> None:
    """`Credentials` are their own provider and always the same, so the call sends no second request."""
    client, network = make_client(REFUSED, credentials=Credentials("i", "k", token))
    with pytest.raises(AuthFailure):
        list_events(kind, client)
    assert len(network.requests) == 1


def test_deadline_includes_the_fetch(kind: Any, make_client: Any, source: Any) -> None:
    """The call does not wait for a hanging source beyond its deadline; nothing was sent."""
    released = threading.Event()
    source.on_fetch = lambda: released.wait(10)
    client, network = make_client(result(), credentials=source, deadline=0.05)
    with pytest.raises(DeadlineExceeded, match="timed out waiting for credentials") as caught:
        list_events(kind, client)
    released.set()
    assert (caught.value.retryable, caught.value.maybe_executed, network.requests) == (True, False, [])


def test_expiry_during_a_listing(kind: Any, clock: Any, source: Any) -> None:
    """The client refreshes the credentials between two pages, and the listing is complete."""
    source.lifetime = 1000
    fake = FakeScf(
        clock=clock,
        credentials={f"id-{number}": f"key-{number}" for number in range(1, 9)},
        tokens={f"id-{number}": f"token-{number}" for number in range(1, 9)},
    )
    fake.add_function("f")
    for _ in range(50):
        fake.start_event("f")
    client = kind.client(transport=kind.pick(fake.transport, fake.async_transport)(), clock=clock, credentials=source)
    pager = client.paginate(client.list_async_events, function_name="f", limit=10)
    original = fake.answer

    def answer(*request: Any, **options: Any) -> Any:
        response = original(*request, **options)
        clock.advance(400)
        return response

    fake.answer = answer  # type: ignore[method-assign]
    assert len(kind.listed(pager)) == 50
    assert source.fetches >= 2
