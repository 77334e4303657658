"""Where keys come from, and that they stay hidden."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tencentkit import Credentials, DefaultCredentials, EnvironmentCredentials, ProfileCredentials
from tencentkit.errors import CredentialsMissing


def profile(home: Path, text: str) -> None:
    folder = home / ".tencentcloud"
    folder.mkdir()
    (folder / "credentials").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("secret_id", "secret_key", "token"),
    [("", "k", None), ("i", "", None), ("i", "k", ""), ("i d", "k", None), ("i", "k\n", None), ("ï", "k", None)],
)
def test_impossible_keys_are_refused(secret_id: str, secret_key: str, token: str | None) -> None:
    """Empty parts and what cannot stand in a header are refused at once, without showing the value."""
    with pytest.raises(CredentialsMissing, match=r"empty|does not allow") as caught:
        Credentials(secret_id, secret_key, token)
    assert "k\n" not in str(caught.value)


def test_a_repr_hides_key_and_token() -> None:
    """Only enough of the id is shown to recognise it."""
    shown = repr(Credentials("AKIDabcdefghijklmnopWXYZ", "the-key", token="the-token"))
    assert shown == "Credentials(secret_id='AKID…WXYZ', secret_key='…', token='…')"


def test_both_spellings_of_the_environment() -> None:
    """The documented names serve first, then those that a function's runtime sets; the token comes along."""
    runtime = {
        "TENCENTCLOUD_SECRETID": "fi",
        "TENCENTCLOUD_SECRETKEY": "fk",
        "TENCENTCLOUD_SESSIONTOKEN": "ft",
    }
    documented = {"TENCENTCLOUD_SECRET_ID": "i", "TENCENTCLOUD_SECRET_KEY": "k", "TENCENTCLOUD_TOKEN": "t"}
    assert EnvironmentCredentials(runtime).get() == Credentials("fi", "fk", "ft")
    assert EnvironmentCredentials(runtime | documented).get() == Credentials("i", "k", "t")
    assert EnvironmentCredentials({**documented, "TENCENTCLOUD_TOKEN": ""}).get() == Credentials("i", "k")


def test_half_a_pair_is_told() -> None:
    """An id without its key names the missing variable; no other keys are used in its place."""
    with pytest.raises(CredentialsMissing, match=r"TENCENTCLOUD_SECRET_KEY is not set; .* must both be set"):
        EnvironmentCredentials({"TENCENTCLOUD_SECRET_ID": "i"}).get()


@pytest.mark.usefixtures("home")
def test_the_environment_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """A runtime that renews the variables is followed."""
    chain = DefaultCredentials()
    monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", "one")
    monkeypatch.setenv("TENCENTCLOUD_SECRET_KEY", "k")
    assert chain.get().secret_id == "one"
    monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", "two")
    assert chain.get().secret_id == "two"


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_a_profile_file_with_or_without_quotes(home: Path, quote: str) -> None:
    """The vendor's INI file is read; quotes do not become part of a key, a percent sign is a character."""
    profile(home, f"[default]\nsecret_id = {quote}i{quote}\nsecret_key = {quote}k%1{quote}\n[other]\nsecret_id=o\nsecret_key=p\ntoken=t\n")
    assert ProfileCredentials().get() == Credentials("i", "k%1")
    assert ProfileCredentials("other").get() == Credentials("o", "p", "t")


def test_the_command_line_tools_file(home: Path) -> None:
    """The vendor's tool keeps JSON; it is read when there is no INI file."""
    (home / ".tccli").mkdir()
    content = {"secretId": "i", "secretKey": "k", "token": None}
    (home / ".tccli" / "default.credential").write_text(json.dumps(content), encoding="utf-8")
    assert ProfileCredentials().get() == Credentials("i", "k")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("secret_key = canary", "cannot be read"),
        ("[default]\nsecret_id = i\n", "no secret_key"),
        ("[default]\nsecret_id = i\nsecret_key =\n", "no secret_key"),
        ("[other]\n", r"no section \[default\]"),
        ("[default]\n[default]\n", "cannot be read"),
    ],
)
def test_a_profile_that_does_not_serve_says_why(home: Path, text: str, reason: str) -> None:
    """The reason names the file, never its content."""
    profile(home, text)
    with pytest.raises(CredentialsMissing, match=reason) as caught:
        ProfileCredentials().get()
    assert "canary" not in str(caught.value)


def test_an_explicit_file_is_the_only_one(home: Path, tmp_path: Path) -> None:
    """A path that was named and does not exist is an error, not a reason to look elsewhere."""
    profile(home, "[default]\nsecret_id=i\nsecret_key=k\n")
    with pytest.raises(CredentialsMissing, match="cannot be read"):
        ProfileCredentials(path=tmp_path / "absent").get()


def test_the_chain_takes_the_first_that_serves_and_lists_the_rest(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Environment before profile file; when none serves, each place is listed with its reason."""
    with pytest.raises(CredentialsMissing, match=r"environment: neither .*; profile file: none of ") as caught:
        DefaultCredentials().get()
    assert "pass credentials=Credentials" in str(caught.value)
    profile(home, "[default]\nsecret_id=i\nsecret_key=k\n")
    assert DefaultCredentials().get() == Credentials("i", "k")
    monkeypatch.setenv("TENCENTCLOUD_SECRET_ID", "e")
    monkeypatch.setenv("TENCENTCLOUD_SECRET_KEY", "k")
    assert DefaultCredentials().get() == Credentials("e", "k")
