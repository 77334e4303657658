"""Provider that calls a function."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tencentkit import CallableCredentials, Credentials
from tencentkit.errors import CredentialsMissing, RequestInvalid
from tests.credentials.conftest import list_events
from tests.scripted import result


def test_result_is_cached_until_expiry(kind: Any, make_client: Any, clock: Any) -> None:
    """The client calls the function once, and again when `expires_at` is near."""
    calls: list[int] = []

    def fetch() -> Credentials:
        calls.append(1)
        return Credentials(f"id-{len(calls)}", "k", "t", expires_at=clock.time() + 1000)

    client, _ = make_client(result(), credentials=fetch)
    for _ in range(3):
        list_events(kind, client)
    assert len(calls) == 1
    clock.advance(1000)
    list_events(kind, client)
    assert len(calls) == 2


def test_async_function_runs_in_the_loop(kind: Any, make_client: Any) -> None:
    """An `AsyncClient` awaits the function in the call's event loop; a `Client` refuses it."""
    loops: list[Any] = []

    async def fetch() -> Credentials:
        loops.append(asyncio.get_running_loop())
        await asyncio.sleep(0)
        return Credentials("i", "k")

    if not kind.is_async:
        with pytest.raises(RequestInvalid, match="credentials: is async, which needs an AsyncClient"):
            make_client(result(), credentials=fetch)
        with pytest.raises(CredentialsMissing, match="only an AsyncClient can await it"):
            CallableCredentials(fetch).get()
        return
    client, _ = make_client(result(), credentials=fetch)
    list_events(kind, client)
    list_events(kind, client)
    assert len(loops) == 1
    assert loops[0] is kind._runner.get_loop()


@pytest.mark.parametrize("value", [None, ("i", "k"), {"secret_id": "i"}], ids=str)
def test_other_results_are_refused(kind: Any, make_client: Any, value: Any) -> None:
    """The message contains the type of the result, not its content."""
    client, _ = make_client(result(), credentials=lambda: value)
    with pytest.raises(CredentialsMissing, match=f"returned {type(value).__name__}, not Credentials"):
        list_events(kind, client)


def test_other_arguments_are_refused() -> None:
    """The argument must be callable."""
    with pytest.raises(RequestInvalid):
        CallableCredentials(3)  # type: ignore[arg-type]
