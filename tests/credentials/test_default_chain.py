"""Default chain of providers: order, broken sources, selection."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials, DefaultCredentials, EnvironmentCredentials, ProfileCredentials
from tencentkit.credentials import WebIdentityCredentials
from tencentkit.errors import CredentialsExpired, CredentialsMissing
from tests.credentials.conftest import list_events, write_profile
from tests.scripted import result


class Serving:
    """The last source of a chain."""

    def get(self) -> Credentials:
        return Credentials("last", "key")


def test_first_source_with_credentials(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment comes before the profile file; without any credentials, the error lists each reason."""
    with pytest.raises(CredentialsMissing, match=r"environment: neither .*; profile file: none of ") as caught:
        DefaultCredentials().get()
    assert "pass credentials=Credentials" in str(caught.value)
    write_profile(home, "[default]\nsecret_id=i\nsecret_key=k\n")
    assert DefaultCredentials().get() == Credentials("i", "k")
    monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", "e")
    monkeypatch.setenv("TENCENTCLOUD_SECRET_KEY", "k")
    assert DefaultCredentials().get() == Credentials("e", "k")


@pytest.mark.usefixtures("home")
def test_error_lists_all_sources(kind: Any, make_client: Any) -> None:
    """The error of a call without any credentials lists the sources in order, each with its reason."""
    client, network = make_client(result(), credentials=None)
    with pytest.raises(CredentialsMissing) as caught:
        list_events(kind, client)
    text = str(caught.value)
    reasons = ["environment: neither", "web identity: TKE_ROLE_ARN", "profile file: none of", "instance role: http://127.0.0.1:1"]
    assert sorted(reasons, key=text.index) == reasons
    assert network.requests == []


def test_absent_sources_log_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """The chain skips sources that are not configured without a warning."""
    assert DefaultCredentials((EnvironmentCredentials({}), WebIdentityCredentials(), Serving())).get().secret_id == "last"
    assert caplog.records == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("secret_key = canary", "cannot be read"),
        ("[default]\nsecret_id = i\n", "no secret_key"),
        ("[default]\nsecret_id = i\nsecret_key = canary x\n", "secret_key contains a space"),
    ],
)
def test_broken_source_logs_a_warning(home: Path, caplog: pytest.LogCaptureFixture, text: str, reason: str) -> None:
    """The next source serves; the warning names the reason and the source, and nothing of the file's content."""
    write_profile(home, text)
    assert DefaultCredentials((ProfileCredentials(), Serving())).get().secret_id == "last"
    [record] = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert reason in record.getMessage()
    assert "using Serving instead" in record.getMessage()
    assert "canary" not in caplog.text


def test_incomplete_web_identity_logs_a_warning(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of the TKE variables is a mistake."""
    monkeypatch.setenv("TKE_ROLE_ARN", "arn")
    assert DefaultCredentials((WebIdentityCredentials(), Serving())).get().secret_id == "last"
    assert "TKE_PROVIDER_ID, TKE_WEB_IDENTITY_TOKEN_FILE, TKE_REGION not set" in caplog.text


def test_selected_source_is_not_replaced(kind: Any, clock: Any, source: Any) -> None:
    """If the selected source fails later, its own error is raised: no other identity takes over."""
    chain = DefaultCredentials([source, Credentials("other", "k")], clock=clock)

    def get() -> Credentials:
        credentials: Credentials = kind.run(chain.get_async(10)) if kind.is_async else chain.get(10)
        return credentials

    assert get().secret_id == "id-1"
    clock.advance(7200)

    def fail() -> None:
        raise CredentialsMissing("gone")

    source.on_fetch = fail
    with pytest.raises(CredentialsExpired):
        get()
