"""A source that is there and cannot be used: an explicit one fails loudly, a discovered one says so, half a pair of variables ends it."""

from __future__ import annotations

import logging
import os
import pickle
import traceback
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials, DefaultCredentials, EnvironmentCredentials, ProfileCredentials
from tencentkit.credentials import CallableCredentials, InstanceRoleCredentials, WebIdentityCredentials
from tencentkit.errors import CredentialsMissing, DeadlineExceeded, RequestInvalid
from tests.conftest import Kind
from tests.scripted import AsyncScript, SyncScript, result


class Serving:
    """What the chain would fall through to."""

    def get(self) -> Credentials:
        return Credentials("last", "key")


def chain(*sources: Any) -> DefaultCredentials:
    return DefaultCredentials((*sources, Serving()))


@pytest.mark.parametrize(
    ("environ", "reason"),
    [
        ({"TENCENTCLOUD_SECRET_ID": "i"}, "TENCENTCLOUD_SECRET_KEY is not set though its pair is"),
        ({"TENCENTCLOUD_SECRETKEY": "k"}, "TENCENTCLOUD_SECRETID is not set though its pair is"),
        ({"TENCENTCLOUD_SECRET_ID": "i", "TENCENTCLOUD_SECRET_KEY": "canary\n"}, "TENCENTCLOUD_SECRET_KEY.*: secret_key holds a blank"),
        ({"TENCENTCLOUD_SECRET_ID": "i", "TENCENTCLOUD_SECRET_KEY": "k", "TENCENTCLOUD_TOKEN": "canary x"}, "token holds a blank"),
    ],
    ids=str,
)
def test_variables_that_are_wrong_end_the_search(environ: dict[str, str], reason: str) -> None:
    """Whoever set them meant them: no other identity is taken in their place."""
    for source in (
        EnvironmentCredentials(environ),
        chain(EnvironmentCredentials(environ)),
        chain(Empty(), EnvironmentCredentials(environ)),
    ):
        with pytest.raises(CredentialsMissing, match=reason) as caught:
            source.get()
        assert caught.value.broken
        assert "canary" not in str(caught.value)
        assert pickle.loads(pickle.dumps(caught.value)).broken


class Empty:
    """Has nothing."""

    def get(self) -> Credentials:
        raise CredentialsMissing("nothing here")


def test_nothing_set_is_no_mistake(caplog: pytest.LogCaptureFixture) -> None:
    """The next source serves, and nobody is warned."""
    assert chain(EnvironmentCredentials({}), WebIdentityCredentials()).get().secret_id == "last"
    assert caplog.records == []


def profile(home: Path, text: str) -> Path:
    (home / ".tencentcloud").mkdir(exist_ok=True)
    file = home / ".tencentcloud" / "credentials"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("secret_key = canary", "cannot be read"),
        ("[default]\nsecret_id = i\n", "no secret_key"),
        ("[default]\nsecret_id = i\nsecret_key = canary x\n", "secret_key holds a blank"),
    ],
)
def test_a_discovered_file_that_is_wrong_is_passed_over_aloud(home: Path, caplog: pytest.LogCaptureFixture, text: str, reason: str) -> None:
    """The next source serves, and a warning says why, from where the credentials are, and nothing of the file."""
    profile(home, text)
    assert chain(ProfileCredentials()).get().secret_id == "last"
    [record] = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert reason in record.getMessage()
    assert "so the credentials are those of Serving" in record.getMessage()
    assert "canary" not in caplog.text
    with pytest.raises(CredentialsMissing, match=reason) as caught:
        ProfileCredentials().get()
    assert caught.value.broken


@pytest.mark.skipif(os.geteuid() != 0, reason="made for a user who may read everything")
def test_a_folder_that_may_not_be_looked_into_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither `PermissionError` nor silence."""
    real = os.stat

    def stat(path: Any, *more: Any, **named: Any) -> Any:
        if ".tencentcloud" in str(path):
            raise PermissionError(13, "Permission denied")
        return real(path, *more, **named)

    monkeypatch.setattr(os, "stat", stat)
    with pytest.raises(CredentialsMissing, match=r"\.tencentcloud/credentials cannot be read \(PermissionError\)") as caught:
        ProfileCredentials().get()
    assert caught.value.broken
    assert str(home) in str(caught.value)


def test_a_named_profile_that_does_not_exist_is_told(home: Path) -> None:
    """The file and the section are named; no other profile is taken."""
    file = profile(home, "[default]\nsecret_id=i\nsecret_key=k\n")
    with pytest.raises(CredentialsMissing, match=r"has no section \[prod\]"):
        ProfileCredentials("prod").get()
    with pytest.raises(CredentialsMissing, match="absent"):
        ProfileCredentials(path=str(file.with_name("absent"))).get()


def test_a_path_is_a_text_or_a_path(home: Path) -> None:
    """A text serves, `~` is the home folder, a byte order mark is no part of the first line; what is neither is refused."""
    file = profile(home, "\ufeff[default]\nsecret_id=i\nsecret_key=k\n")
    for path in (file, str(file), "~/.tencentcloud/credentials"):
        assert ProfileCredentials(path=path).get() == Credentials("i", "k")
    for wrong in ({"path": 3}, {"profile": ""}, {"profile": None}):
        with pytest.raises(RequestInvalid):
            ProfileCredentials(**wrong)


def test_no_home_is_no_error_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody knows the home folder there is no profile file."""

    def nowhere(_: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", nowhere)
    with pytest.raises(CredentialsMissing, match="profile file: none of ~/"):
        ProfileCredentials().get()


def test_a_web_identity_that_is_half_set_is_told(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some of its variables are a mistake; none of them is none."""
    monkeypatch.setenv("TKE_ROLE_ARN", "arn")
    assert chain(WebIdentityCredentials()).get().secret_id == "last"
    assert "TKE_PROVIDER_ID, TKE_WEB_IDENTITY_TOKEN_FILE, TKE_REGION not set" in caplog.text


@pytest.mark.parametrize("url", ["metadata", "http://a b", "http://h/path"])
def test_a_metadata_address_that_is_none_is_refused(url: str) -> None:
    """When the source is made."""
    with pytest.raises(RequestInvalid, match="base_url"):
        InstanceRoleCredentials(base_url=url)


class Odd:
    """A provider of the user's that gives what it is told."""

    def __init__(self, given: Any) -> None:
        self.given = given

    def get(self) -> Any:
        if isinstance(self.given, BaseException):
            raise self.given
        return self.given


@pytest.mark.parametrize(
    "given", [None, ("i", "k"), {"secret_id": "i"}, "AKID", KeyError("no key"), OSError(5, "vault is down"), StopIteration()], ids=repr
)
@pytest.mark.parametrize("way", ["alone", "in the chain"])
def test_a_provider_that_gives_anything_else_is_one_typed_error(kind: Kind, given: Any, way: str) -> None:
    """`CredentialsMissing`, which names the provider and the kind of thing; nothing is sent."""
    network = kind.pick(SyncScript, AsyncScript)([result()])
    provider = Odd(given) if way == "alone" else DefaultCredentials([Odd(given)])
    client = kind.client(credentials=provider, transport=network, throttle=None)
    with pytest.raises(CredentialsMissing, match="Odd") as caught:
        kind.run(client.list_async_events(function_name="f"))
    assert network.requests == []
    if isinstance(given, KeyError | OSError):
        assert f"failed with {type(given).__name__}: {given} (in get, test_broken_sources.py:" in str(caught.value)


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
            CredentialsMissing, match=r"vault refused a token of 12 characters \(in fetch_keys, test_broken_sources\.py:\d+\)"
        ) as caught:
            kind.run(client.list_async_events(function_name="f"))
        cause = caught.value.__cause__
        assert isinstance(cause, RuntimeError)
        frames = traceback.extract_tb(cause.__traceback__)
        assert [frame.filename for frame in frames][-1] == __file__
        assert frames[-1].name == "fetch_keys"
        shown = "".join(traceback.TracebackException.from_exception(cause, capture_locals=True).format())
        assert "canary" not in shown.replace('password = "canary-local"', "")


def test_failing_call_leaves_handled_exception_alone(kind: Kind) -> None:
    """A call that fails inside an `except` block does not touch the exception that the caller is handling."""

    def no_keys() -> Credentials:
        raise RuntimeError("vault is down")

    client = kind.client(credentials=no_keys, transport=kind.pick(SyncScript, AsyncScript)([result()]), throttle=None)
    try:
        {}["missing"]
    except KeyError as own:
        before = own.__traceback__
        with pytest.raises(CredentialsMissing):
            kind.run(client.list_async_events(function_name="f"))
        assert own.__traceback__ is before
        assert own.__traceback__ is not None
        assert own.__traceback__.tb_frame.f_locals["own"] is own


def test_a_provider_that_hangs_is_left_at_the_deadline(kind: Kind) -> None:
    """Its thread is its own, for threads as for event loops."""
    import threading

    held = threading.Event()

    class Hanging:
        def get(self) -> Credentials:
            held.wait(30)
            return Credentials("i", "k")

    network = kind.pick(SyncScript, AsyncScript)([result()])
    client = kind.client(credentials=Hanging(), transport=network, throttle=None, deadline=0.2)
    with pytest.raises(DeadlineExceeded, match="timed out waiting for credentials"):
        kind.run(client.list_async_events(function_name="f"))
    assert network.requests == []
    held.set()


def test_what_can_give_nothing_is_refused() -> None:
    """A function that is none, an end beyond all calendars, a clock that is none: when they are made."""
    for make in (lambda: CallableCredentials(3), lambda: ProfileCredentials(clock=3)):  # type: ignore[arg-type]
        with pytest.raises(RequestInvalid):
            make()
    for end in (10**400, float("nan"), -float("inf"), "soon", True):
        with pytest.raises(CredentialsMissing, match="expires_at"):
            Credentials("i", "k", "t", expires_at=end)  # type: ignore[arg-type]


def test_an_async_get_is_refused(kind: Kind) -> None:
    """`get` is for threads; the async one has a name of its own."""

    class Wrong:
        async def get(self) -> Credentials:
            raise AssertionError

    with pytest.raises(RequestInvalid, match="has an async get"):
        kind.client(credentials=Wrong())
