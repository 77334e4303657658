"""Bucket keys: all requests of one account share a bucket, whichever credentials it uses at the moment."""

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
from tencentkit.throttle._store import LeaseReply, LeaseRequest
from tests.conftest import Kind
from tests.scripted import AsyncScript, SyncScript, result


class RefreshingProvider:
    """Provider that returns new temporary keys on each call."""

    def __init__(self, account: Any = None) -> None:
        self.given = 0
        self.account = account

    def get(self) -> Credentials:
        self.given += 1
        return Credentials(f"AKIDtemporary{self.given:07}", "key", "token")


class RecordingStore:
    """Store that grants every process the whole limit, and records the names of buckets."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def renew(self, bucket: str, request: LeaseRequest, budget: float | None = None, /) -> LeaseReply:
        self.names.add(bucket)
        return LeaseReply(request.limit, target=request.limit, allowed=request.limit)

    async def renew_async(self, bucket: str, request: LeaseRequest, budget: float | None = None, /) -> LeaseReply:
        return self.renew(bucket, request)


def key(provider: CredentialsProvider, credentials: Credentials | None = None, **settings: Any) -> str:
    """Return the account in the bucket key of a request with `provider`."""
    return Throttle(**settings).key(provider, credentials or provider.get(), "host", "Action").account


def test_refreshed_credentials_keep_their_bucket(kind: Kind) -> None:
    """Ten calls with new temporary keys each, at a limit of 2 a second: one bucket, and the limit holds."""
    clock, provider = ManualClock(), RefreshingProvider()
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


def test_clients_of_one_account_share(kind: Kind) -> None:
    """Clients with the same keys, the same function or the same role share a bucket."""

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
    assert key(WebIdentityCredentials(role_arn="a"), temporary) != first  # before the first fetch the role is unknown
    refreshed = [Credentials(f"AKIDtemporary{number:07}", "key", "token") for number in range(2)]
    assert key(refreshed[0]) == key(refreshed[1]) != key(permanent)


def _environment(monkeypatch: pytest.MonkeyPatch, token: str | None) -> None:
    for name, value in (("ID", "AKIDenvironment000001"), ("KEY", "key")):
        monkeypatch.setenv(f"TENCENTCLOUD_SECRET_{name}", value)
    monkeypatch.delenv("TENCENTCLOUD_TOKEN", raising=False)
    if token:
        monkeypatch.setenv("TENCENTCLOUD_TOKEN", token)


def test_default_sources_identify_the_account(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Environment and profile: permanent keys by their id, temporary keys by their source, a role by its name."""
    _environment(monkeypatch, None)
    assert key(DefaultCredentials()) == key(EnvironmentCredentials()) == "secret id AKIDenvironment000001"
    _environment(monkeypatch, "token")
    assert key(DefaultCredentials()) == key(DefaultCredentials()) == key(EnvironmentCredentials()) == "environment"
    file = tmp_path / "credentials"
    file.write_text("[default]\nsecret_id = AKIDprofile0000000001\nsecret_key = key\n")
    assert key(ProfileCredentials(path=file)) == "secret id AKIDprofile0000000001"
    file.write_text(file.read_text() + "token = t\n")
    assert key(ProfileCredentials(path=file)) == "profile default"


def test_fetched_roles_identify_the_account() -> None:
    """An instance role by its name, whatever its keys are."""
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
def test_explicit_account_takes_precedence(say: Callable[[], Any]) -> None:
    """`Throttle(account=…)` first, then the `account` of a provider or of `CallableCredentials`, then the keys."""
    settings = say()
    provider = RefreshingProvider("theirs")
    assert key(provider, **settings) == settings.get("account", "theirs")
    named = CallableCredentials(lambda: Credentials("AKIDpermanent0000001", "key"), account="theirs")
    assert key(named, **settings) == settings.get("account", "theirs")
    assert key(RefreshingProvider(account=7)).startswith("temporary")  # no text, no name


def test_unknown_accounts_share_in_stores(kind: Kind) -> None:
    """Processes cannot compare providers without a name, so these share one bucket in a store; named accounts are separate."""
    names = []
    for accounts in ((None, None), ("a", "b"), ("a", "a")):
        store, clock = RecordingStore(), ManualClock()
        throttle = Throttle(store=store)
        for account in accounts:
            network = kind.pick(SyncScript, AsyncScript)([result()])
            client = kind.client(transport=network, throttle=throttle, clock=clock, credentials=RefreshingProvider(account))
            kind.run(client.list_async_events(function_name="f"))
        names.append(len(store.names))
    assert names == [1, 2, 1]


def test_state_shows_account_without_secrets(kind: Kind) -> None:
    """A role by its name, a secret id masked."""
    throttle = Throttle()
    for provider in (Credentials("AKIDcanary0000000001", "key"), RefreshingProvider("qcs::cam::uin/1:roleName/worker")):
        network = kind.pick(SyncScript, AsyncScript)([result()])
        client = kind.client(transport=network, throttle=throttle, clock=ManualClock(), credentials=provider)
        kind.run(client.list_async_events(function_name="f"))
    assert [state.account for state in throttle.state()] == ["secret id AKID…0001", "qcs::cam::uin/1:roleName/worker"]
