"""Whose requests share a bucket: those of one account, whichever credentials it has at the moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials, Throttle
from tencentkit.credentials import (
    AssumeRoleCredentials,
    CallableCredentials,
    CredentialsProvider,
    DefaultCredentials,
    EnvironmentCredentials,
    InstanceRoleCredentials,
    ProfileCredentials,
    WebIdentityCredentials,
)
from tencentkit.testing import ManualClock
from tencentkit.throttle._store import StoreReply, StoreRequest
from tests.client.scripted import AsyncScript, SyncScript, result
from tests.conftest import Kind


class Renewing:
    """Gives other temporary keys each time it is asked."""

    def __init__(self, account: Any = None) -> None:
        self.given = 0
        self.account = account

    def get(self) -> Credentials:
        self.given += 1
        return Credentials(f"AKIDtemporary{self.given:07}", "key", "token")


class Remembering:
    """A store that lets everyone go, and remembers the names of buckets."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def turn(self, bucket: str, turn: StoreRequest) -> StoreReply:
        self.names.add(bucket)
        return StoreReply(0.0, 1, 0, 1, 1.0)

    async def turn_async(self, bucket: str, turn: StoreRequest) -> StoreReply:
        return self.turn(bucket, turn)


def key(provider: CredentialsProvider, credentials: Credentials | None = None, **settings: Any) -> str:
    """The account that a request of `provider` counts for."""
    return Throttle(**settings).key(provider, credentials or provider.get(), "host", "Action").account


def test_renewed_credentials_stay_in_their_bucket(kind: Kind) -> None:
    """Ten calls, each with other temporary keys, at a limit of 2 a second: one bucket, and the limit holds."""
    clock, provider = ManualClock(), Renewing()
    throttle = Throttle(limits={"ListAsyncEvents": 2}, gap=0)
    client = kind.client(
        transport=kind.pick(SyncScript, AsyncScript)([result()]), clock=clock, throttle=throttle, credentials=provider
    )  # fmt: skip
    began = clock.monotonic()
    for _ in range(10):
        kind.run(client.list_async_events(function_name="f"))
    assert provider.given >= 10
    assert len(throttle.state()) == 1
    assert clock.monotonic() - began >= 4 * 1.0


def test_two_clients_of_one_account_share_its_bucket(kind: Kind) -> None:
    """Of the same keys, of the same function, of the same role: what one sends counts for the other."""

    class Vault:
        def fetch(self) -> Credentials:
            return Credentials("AKIDtemporary0000001", "key", "token")

    vault, other = Vault(), Vault()
    permanent = Credentials("AKIDpermanent0000001", "key")
    temporary = vault.fetch()
    assert key(permanent) == key(CallableCredentials(lambda: permanent)) == key(Credentials("AKIDpermanent0000001", "other"))
    assert key(CallableCredentials(vault.fetch)) == key(CallableCredentials(vault.fetch))
    assert key(CallableCredentials(vault.fetch)) != key(CallableCredentials(other.fetch))
    roles = [AssumeRoleCredentials(role_arn=arn, role_session_name=name) for arn, name in (("a", "x"), ("a", "y"), ("b", "x"))]
    first, second, third = (key(role, temporary) for role in roles)
    assert first == second != third
    assert key(WebIdentityCredentials(role_arn="a"), temporary) != first  # nothing was fetched, so nothing is known


def _environment(monkeypatch: pytest.MonkeyPatch, token: str | None) -> None:
    for name, value in (("ID", "AKIDenvironment000001"), ("KEY", "key")):
        monkeypatch.setenv(f"TENCENTCLOUD_SECRET_{name}", value)
    monkeypatch.delenv("TENCENTCLOUD_TOKEN", raising=False)
    if token:
        monkeypatch.setenv("TENCENTCLOUD_TOKEN", token)


def test_the_sources_of_a_client_that_is_given_none_are_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Environment and profile: permanent keys by their id, temporary ones by their place; a profile's role by its name."""
    _environment(monkeypatch, None)
    assert key(DefaultCredentials()) == key(EnvironmentCredentials()) == "secret id AKIDenvironment000001"
    _environment(monkeypatch, "token")
    assert key(DefaultCredentials()) == key(DefaultCredentials()) == key(EnvironmentCredentials()) == "environment"
    file = tmp_path / "credentials"
    file.write_text("[default]\nsecret_id = AKIDprofile0000000001\nsecret_key = key\n")
    assert key(ProfileCredentials(path=file)) == "secret id AKIDprofile0000000001"
    file.write_text(file.read_text() + "token = t\n")
    assert key(ProfileCredentials(path=file)) == "profile default"


def test_roles_are_known_once_they_were_fetched() -> None:
    """An instance's by its name, whatever its keys are."""
    from tencentkit.transport import HttpRequest, HttpResponse

    class Metadata:
        fetched = 0

        def send(self, request: HttpRequest, *, timeout: float | None, budget: float | None) -> HttpResponse:
            if request.url.endswith("/"):
                return HttpResponse(200, {}, b"worker")
            Metadata.fetched += 1
            keys = b'"TmpSecretId": "AKIDinstance%08d", "TmpSecretKey": "k", "Token": "t"' % self.fetched
            return HttpResponse(200, {}, b'{"Code": "Success", "ExpiredTime": 9999999999, %s}' % keys)

        def close(self) -> None:
            pass

    providers = [InstanceRoleCredentials(transport=Metadata()) for _ in range(2)]
    assert [key(provider) for provider in providers] == ["instance role worker"] * 2
    assert Metadata.fetched == 2


@pytest.mark.parametrize("say", [lambda: {"account": "prod"}, dict])
def test_who_says_the_account_is_believed(say: Callable[[], Any]) -> None:
    """`Throttle(account=…)` before all; a provider's own `account`, and what `CallableCredentials` is told, before the keys."""
    settings = say()
    provider = Renewing("theirs")
    assert key(provider, **settings) == settings.get("account", "theirs")
    told = CallableCredentials(lambda: Credentials("AKIDpermanent0000001", "key"), account="theirs")
    assert key(told, **settings) == settings.get("account", "theirs")
    assert key(Renewing(account=7)).startswith("temporary")  # no text, no name


def test_in_a_store_temporary_credentials_of_unknown_accounts_count_together(kind: Kind) -> None:
    """No object is the same for two processes: they would not share at all. Who names accounts keeps them apart."""
    names = []
    for accounts in ((None, None), ("a", "b"), ("a", "a")):
        store = Remembering()
        throttle = Throttle(store=store)
        for account in accounts:
            network = kind.pick(SyncScript, AsyncScript)([result()])
            client = kind.client(transport=network, throttle=throttle, clock=ManualClock(), credentials=Renewing(account))
            kind.run(client.list_async_events(function_name="f"))
        names.append(len(store.names))
    assert names == [1, 2, 1]


def test_the_state_shows_whose_bucket_it_is_and_no_secret(kind: Kind) -> None:
    """A role by its name, a secret id masked."""
    throttle = Throttle()
    for provider in (Credentials("AKIDcanary0000000001", "key"), Renewing("qcs::cam::uin/1:roleName/worker")):
        network = kind.pick(SyncScript, AsyncScript)([result()])
        client = kind.client(transport=network, throttle=throttle, clock=ManualClock(), credentials=provider)
        kind.run(client.list_async_events(function_name="f"))
    assert [state.account for state in throttle.state()] == ["secret id AKID…0001", "qcs::cam::uin/1:roleName/worker"]
