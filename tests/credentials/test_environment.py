"""Provider that reads environment variables."""

from __future__ import annotations

import pickle

import pytest

from tencentkit import Credentials, DefaultCredentials, EnvironmentCredentials
from tencentkit.errors import CredentialsMissing


class Empty:
    """A provider without credentials."""

    def get(self) -> Credentials:
        raise CredentialsMissing("nothing here")


@pytest.mark.parametrize(
    ("environ", "reason"),
    [
        ({"TENCENTCLOUD_SECRET_ID": "i"}, "TENCENTCLOUD_SECRET_KEY is not set; TENCENTCLOUD_SECRET_ID and .* must both be set"),
        ({"TENCENTCLOUD_SECRETKEY": "k"}, "TENCENTCLOUD_SECRETID is not set; "),
        ({"TENCENTCLOUD_SECRET_ID": "i", "TENCENTCLOUD_SECRET_KEY": "canary\n"}, "TENCENTCLOUD_SECRET_KEY.*: secret_key contains a space"),
        ({"TENCENTCLOUD_SECRET_ID": "i", "TENCENTCLOUD_SECRET_KEY": "k", "TENCENTCLOUD_TOKEN": "canary x"}, "token contains a space"),
    ],
    ids=str,
)
def test_invalid_variables_end_the_search(environ: dict[str, str], reason: str) -> None:
    """Half a pair or an invalid key is an error, alone and in a chain: no other identity takes its place."""
    serving = Credentials("last", "key")
    for source in (
        EnvironmentCredentials(environ),
        DefaultCredentials((EnvironmentCredentials(environ), serving)),
        DefaultCredentials((Empty(), EnvironmentCredentials(environ), serving)),
    ):
        with pytest.raises(CredentialsMissing, match=reason) as caught:
            source.get()
        assert caught.value.broken
        assert "canary" not in str(caught.value)
        assert pickle.loads(pickle.dumps(caught.value)).broken


def test_both_names_of_variables() -> None:
    """The documented names have priority over those of a function's runtime; an empty token is none."""
    runtime = {
        "TENCENTCLOUD_SECRETID": "fi",
        "TENCENTCLOUD_SECRETKEY": "fk",
        "TENCENTCLOUD_SESSIONTOKEN": "ft",
    }
    documented = {"TENCENTCLOUD_SECRET_ID": "i", "TENCENTCLOUD_SECRET_KEY": "k", "TENCENTCLOUD_TOKEN": "t"}
    assert EnvironmentCredentials(runtime).get() == Credentials("fi", "fk", "ft")
    assert EnvironmentCredentials(runtime | documented).get() == Credentials("i", "k", "t")
    assert EnvironmentCredentials({**documented, "TENCENTCLOUD_TOKEN": ""}).get() == Credentials("i", "k")


@pytest.mark.usefixtures("home")
def test_each_get_reads_the_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    """The chain returns the new keys after the runtime refreshed the variables."""
    chain = DefaultCredentials()
    monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", "one")
    monkeypatch.setenv("TENCENTCLOUD_SECRET_KEY", "k")
    assert chain.get().secret_id == "one"
    monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", "two")
    assert chain.get().secret_id == "two"
