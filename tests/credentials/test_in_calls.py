"""Credentials within a call: renewed under way, within its deadline, and again when the service refuses a token."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from tencentkit import CallableCredentials, Credentials, DefaultCredentials
from tencentkit.errors import AuthFailure, CredentialsExpired, CredentialsMissing, DeadlineExceeded, RequestInvalid
from tencentkit.testing import FakeScf
from tests.scripted import AsyncScript, SyncScript, refusal, result

REFUSED = refusal("AuthFailure.TokenFailure")


@pytest.fixture
def made(kind: Any, clock: Any) -> Any:
    def make(*answers: Any, **settings: Any) -> tuple[Any, Any]:
        network = kind.pick(SyncScript, AsyncScript)(answers)
        return kind.client(transport=network, clock=clock, rng=lambda: 0.5, **settings), network

    return make


def list_events(kind: Any, client: Any, **more: Any) -> Any:
    return kind.run(client.list_async_events(function_name="f", **more))


def test_a_refused_token_is_renewed_once(kind: Any, made: Any, source: Any, clock: Any) -> None:
    """The second request carries the new token, and no attempt of the retry policy is used up."""
    client, network = made(result(), REFUSED, result(), credentials=source)
    list_events(kind, client)
    clock.advance(60)
    assert list_events(kind, client).meta.attempts == 2
    assert [network.headers(index)["x-tc-token"] for index in range(3)] == ["token-1", "token-1", "token-2"]


def test_a_write_is_repeated_after_a_refused_token(kind: Any, made: Any, source: Any, clock: Any) -> None:
    """It did not run."""
    client, network = made(result(), REFUSED, result(), credentials=source)
    list_events(kind, client)
    clock.advance(60)
    kind.run(client.call("TerminateAsyncEvent", {}))
    assert len(network.requests) == 3


def test_a_service_that_refuses_every_token_is_asked_twice(kind: Any, made: Any, source: Any, clock: Any) -> None:
    """One renewal a call, no loop; the error is the service's."""
    client, network = made(REFUSED, credentials=source)
    source.get()
    clock.advance(60)
    with pytest.raises(AuthFailure) as caught:
        list_events(kind, client)
    assert (caught.value.attempts, len(network.requests), source.fetches) == (2, 2, 2)


def test_a_renewal_that_fails_leaves_the_refusal_with_its_cause(kind: Any, made: Any, source: Any, clock: Any) -> None:
    """What the service said is raised; why no other token came is its cause."""
    client, network = made(REFUSED, credentials=source)
    source.get()
    clock.advance(60)

    def gone() -> None:
        raise CredentialsMissing("gone")

    source.act = gone
    with pytest.raises(AuthFailure) as caught:
        list_events(kind, client)
    assert isinstance(caught.value.__cause__, CredentialsMissing)
    assert len(network.requests) == 1


@pytest.mark.parametrize("token", [None, "t"])
def test_fixed_credentials_are_not_asked_for_again(kind: Any, made: Any, token: str | None) -> None:
    """Nothing else would come."""
    client, network = made(REFUSED, credentials=Credentials("i", "k", token))
    with pytest.raises(AuthFailure):
        list_events(kind, client)
    assert len(network.requests) == 1


def test_each_attempt_asks_anew(kind: Any, made: Any) -> None:
    """What a provider gives between two attempts signs the second."""
    given = iter([Credentials("one", "k"), Credentials("two", "k")])

    class Provider:
        def get(self) -> Credentials:
            return next(given)

    client, network = made(refusal("RequestLimitExceeded"), result(), credentials=Provider())
    list_events(kind, client)
    assert "Credential=one/" in network.headers(0)["authorization"]
    assert "Credential=two/" in network.headers(1)["authorization"]


def test_the_deadline_covers_the_fetch(kind: Any, made: Any, source: Any) -> None:
    """A source that hangs costs what the deadline allows, and nothing was sent."""
    held = threading.Event()
    source.act = lambda: held.wait(10)
    client, network = made(result(), credentials=source, deadline=0.05)
    with pytest.raises(DeadlineExceeded, match="timed out waiting for credentials") as caught:
        list_events(kind, client)
    held.set()
    assert (caught.value.sent, caught.value.retry_safe, network.requests) == (False, True, [])


def test_credentials_that_end_in_the_middle_of_a_listing(kind: Any, clock: Any, source: Any) -> None:
    """They are renewed between two pages; the listing never notices."""
    source.life = 1000
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

    def answer(*request: Any, **more: Any) -> Any:
        given = original(*request, **more)
        clock.advance(400)
        return given

    fake.answer = answer  # type: ignore[method-assign]
    assert len(kind.listed(pager)) == 50
    assert source.fetches >= 2


class TestFunctions:
    """A function of the user's as the source."""

    def test_a_function_is_called_once_and_again_when_its_credentials_end(self, kind: Any, made: Any, clock: Any) -> None:
        """By its `expires_at`."""
        calls: list[int] = []

        def fetch() -> Credentials:
            calls.append(1)
            return Credentials(f"id-{len(calls)}", "k", "t", expires_at=clock.time() + 1000)

        client, _ = made(result(), credentials=fetch)
        for _ in range(3):
            list_events(kind, client)
        assert len(calls) == 1
        clock.advance(1000)
        list_events(kind, client)
        assert len(calls) == 2

    def test_an_async_function_is_awaited_in_the_calls_loop(self, kind: Any, made: Any) -> None:
        """An AsyncClient awaits it; a Client refuses it when it is made."""
        loops: list[Any] = []

        async def fetch() -> Credentials:
            import asyncio

            loops.append(asyncio.get_running_loop())
            await asyncio.sleep(0)
            return Credentials("i", "k")

        if not kind.is_async:
            with pytest.raises(RequestInvalid, match="credentials: is async, which needs an AsyncClient"):
                made(result(), credentials=fetch)
            with pytest.raises(CredentialsMissing, match="only an AsyncClient can await it"):
                CallableCredentials(fetch).get()
            return
        client, _ = made(result(), credentials=fetch)
        list_events(kind, client)
        list_events(kind, client)
        assert len(loops) == 1
        assert loops[0] is kind._runner.get_loop()

    @pytest.mark.parametrize("given", [None, ("i", "k"), {"secret_id": "i"}], ids=str)
    def test_what_is_no_credentials_is_refused(self, kind: Any, made: Any, given: Any) -> None:
        """By name of the function and type of what came, not its content."""
        client, _ = made(result(), credentials=lambda: given)
        with pytest.raises(CredentialsMissing, match=f"gave {type(given).__name__}, not Credentials"):
            list_events(kind, client)

    def test_what_a_provider_raises_becomes_ours(self, kind: Any, made: Any) -> None:
        """A provider with `get` that fails is told by its class, the error chained."""

        class Vault:
            def get(self) -> Credentials:
                raise OSError("vault is sealed")

        client, _ = made(result(), credentials=Vault())
        with pytest.raises(CredentialsMissing, match="Vault: failed with OSError") as caught:
            list_events(kind, client)
        assert isinstance(caught.value.__cause__, OSError)

    @pytest.mark.parametrize("given", [7, "AKID", [], Credentials], ids=repr)
    def test_what_cannot_give_any_is_refused_when_the_client_is_made(self, made: Any, given: Any) -> None:
        """By the argument's name."""
        with pytest.raises(RequestInvalid, match="credentials"):
            made(result(), credentials=given)


def test_a_slow_provider_does_not_block_the_event_loop(kind: Any, made: Any) -> None:
    """`get` of the user's own runs in a thread under an AsyncClient; `get_async` is awaited where there is one."""
    import asyncio

    released = threading.Event()

    class Slow:
        def get(self) -> Credentials:
            assert released.wait(10)
            return Credentials("i", "k")

    client, _ = made(result(), credentials=Slow())
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

    client, network = made(result(), credentials=Both())
    list_events(kind, client)
    assert "Credential=async/" in network.headers()["authorization"]


@pytest.mark.usefixtures("home")
def test_the_default_order_over_all_sources(kind: Any, made: Any) -> None:
    """With nothing anywhere, the error of a call lists every place that was looked at, in order, each with its reason."""
    client, network = made(result(), credentials=None)
    with pytest.raises(CredentialsMissing) as caught:
        list_events(kind, client)
    text = str(caught.value)
    places = ["environment: neither", "web identity: TKE_ROLE_ARN", "profile file: none of", "instance role: http://127.0.0.1:1"]
    assert sorted(places, key=text.index) == places
    assert network.requests == []


def test_a_source_that_was_found_is_not_replaced_in_silence(kind: Any, clock: Any, source: Any) -> None:
    """When what was found fails later, its own error is raised: no other identity takes over."""
    chain = DefaultCredentials([source, Credentials("other", "k")], clock=clock)

    def get() -> Credentials:
        given: Credentials = kind.run(chain.get_async(10)) if kind.is_async else chain.get(10)
        return given

    assert get().secret_id == "id-1"
    clock.advance(7200)

    def gone() -> None:
        raise CredentialsMissing("gone")

    source.act = gone
    with pytest.raises(CredentialsExpired):
        get()
