"""Resolution of credentials from a user's own provider: results, errors, deadlines."""

from __future__ import annotations

import asyncio
import threading
import traceback
from typing import Any

import pytest

from tencentkit import Credentials, DefaultCredentials
from tencentkit.errors import CredentialsMissing, DeadlineExceeded
from tests.conftest import Kind
from tests.credentials.conftest import list_events
from tests.scripted import AsyncScript, SyncScript, refusal, result


class Odd:
    """Provider that returns or raises a chosen value."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def get(self) -> Any:
        if isinstance(self.value, BaseException):
            raise self.value
        return self.value


@pytest.mark.parametrize(
    "value", [None, ("i", "k"), {"secret_id": "i"}, "AKID", KeyError("no key"), OSError(5, "vault is down"), StopIteration()], ids=repr
)
@pytest.mark.parametrize("place", ["alone", "in the chain"])
def test_other_results_are_typed_errors(kind: Kind, value: Any, place: str) -> None:
    """Any other result or error is a `CredentialsMissing` that names the provider; nothing is sent."""
    network = kind.pick(SyncScript, AsyncScript)([result()])
    provider = Odd(value) if place == "alone" else DefaultCredentials([Odd(value)])
    client = kind.client(credentials=provider, transport=network, throttle=None)
    with pytest.raises(CredentialsMissing, match="Odd") as caught:
        list_events(kind, client)
    assert network.requests == []
    if isinstance(value, KeyError | OSError):
        assert f"failed with {type(value).__name__}: {value} (in get, test_resolve.py:" in str(caught.value)


def test_error_is_the_cause(kind: Any, make_client: Any) -> None:
    """The message names the provider's class; the provider's error is the cause."""

    class Vault:
        def get(self) -> Credentials:
            raise OSError("vault is sealed")

    client, _ = make_client(result(), credentials=Vault())
    with pytest.raises(CredentialsMissing, match="Vault: failed with OSError") as caught:
        list_events(kind, client)
    assert isinstance(caught.value.__cause__, OSError)


def test_provider_error_keeps_its_frames(kind: Kind) -> None:
    """The traceback shows file, line and function of a provider that failed, but none of its local variables."""

    def fetch_keys() -> Credentials:
        password = "canary-local"
        raise RuntimeError(f"vault refused a token of {len(password)} characters")

    class Vault:
        def get(self) -> Credentials:
            password = "canary-local"
            return fetch_keys() if password else Credentials("i", "k")

    for provider in (fetch_keys, Vault()):
        client = kind.client(credentials=provider, transport=kind.pick(SyncScript, AsyncScript)([result()]), throttle=None)
        with pytest.raises(
            CredentialsMissing, match=r"vault refused a token of 12 characters \(in fetch_keys, test_resolve\.py:\d+\)"
        ) as caught:
            list_events(kind, client)
        cause = caught.value.__cause__
        assert isinstance(cause, RuntimeError)
        frames = traceback.extract_tb(cause.__traceback__)
        assert [frame.filename for frame in frames][-1] == __file__
        assert frames[-1].name == "fetch_keys"
        shown = "".join(traceback.TracebackException.from_exception(cause, capture_locals=True).format())
        assert "canary" not in shown.replace('password = "canary-local"', "")


def test_handled_exception_stays_unchanged(kind: Kind) -> None:
    """A call that fails inside an `except` block does not change the exception that the caller handles."""

    def no_keys() -> Credentials:
        raise RuntimeError("vault is down")

    client = kind.client(credentials=no_keys, transport=kind.pick(SyncScript, AsyncScript)([result()]), throttle=None)
    try:
        {}["missing"]
    except KeyError as own:
        before = own.__traceback__
        with pytest.raises(CredentialsMissing):
            list_events(kind, client)
        assert own.__traceback__ is before
        assert own.__traceback__ is not None
        assert own.__traceback__.tb_frame.f_locals["own"] is own


def test_deadline_bounds_a_hanging_provider(kind: Kind) -> None:
    """A user's `get` runs in a thread, which the call abandons at its deadline."""
    released = threading.Event()

    class Hanging:
        def get(self) -> Credentials:
            released.wait(30)
            return Credentials("i", "k")

    network = kind.pick(SyncScript, AsyncScript)([result()])
    client = kind.client(credentials=Hanging(), transport=network, throttle=None, deadline=0.2)
    with pytest.raises(DeadlineExceeded, match="timed out waiting for credentials"):
        list_events(kind, client)
    assert network.requests == []
    released.set()


def test_each_attempt_gets_credentials(kind: Any, make_client: Any) -> None:
    """A retry uses the credentials that the provider returns then."""
    credentials = iter([Credentials("one", "k"), Credentials("two", "k")])

    class Provider:
        def get(self) -> Credentials:
            return next(credentials)

    client, network = make_client(refusal("RequestLimitExceeded"), result(), credentials=Provider())
    list_events(kind, client)
    assert "Credential=one/" in network.headers(0)["authorization"]
    assert "Credential=two/" in network.headers(1)["authorization"]


def test_event_loop_is_not_blocked(kind: Any, make_client: Any) -> None:
    """An `AsyncClient` calls `get` in a thread, and awaits `get_async` if the provider has one."""
    released = threading.Event()

    class Slow:
        def get(self) -> Credentials:
            assert released.wait(10)
            return Credentials("i", "k")

    client, _ = make_client(result(), credentials=Slow())
    if not kind.is_async:
        released.set()
        list_events(kind, client)
        return

    async def main() -> None:
        asyncio.get_running_loop().call_later(0.01, released.set)
        await client.list_async_events(function_name="f")

    kind.run(main())

    class Both(Slow):
        async def get_async(self) -> Credentials:
            return Credentials("async", "k")

    client, network = make_client(result(), credentials=Both())
    list_events(kind, client)
    assert "Credential=async/" in network.headers()["authorization"]


def test_provider_with_refuse(kind: Any, make_client: Any) -> None:
    """A user's provider may have a method `refuse`; the client calls its `get` and `get_async` without arguments."""

    class Refusing:
        def get(self) -> Credentials:
            return Credentials("sync", "k")

        async def get_async(self) -> Credentials:
            return Credentials("async", "k")

        def refuse(self, credentials: Credentials) -> None:
            raise AssertionError(credentials)

    client, network = make_client(result(), credentials=Refusing(), deadline=5)
    list_events(kind, client)
    assert f"Credential={kind.pick('sync', 'async')}/" in network.headers()["authorization"]
