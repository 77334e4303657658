"""Provider that reads a profile file."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tencentkit import Credentials, ProfileCredentials
from tencentkit.errors import CredentialsMissing, RequestInvalid
from tests.credentials.conftest import write_profile
from tests.credentials.fake_sts import FakeSts


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_quotes_are_optional(home: Path, quote: str) -> None:
    """Quotes do not become part of a key; a percent sign is an ordinary character."""
    text = f"[default]\nsecret_id = {quote}i{quote}\nsecret_key = {quote}k%1{quote}\n[other]\nsecret_id=o\nsecret_key=p\ntoken=t\n"
    write_profile(home, text)
    assert ProfileCredentials().get() == Credentials("i", "k%1")
    assert ProfileCredentials("other").get() == Credentials("o", "p", "t")


def test_file_of_the_command_line_tool(home: Path) -> None:
    """Without an INI file, the provider reads the JSON file of the vendor's tool."""
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
        ("[default]\nsecret_id = i\nsecret_key = canary x\n", "secret_key contains a space"),
        ("[other]\n", r"no section \[default\]"),
        ("[default]\n[default]\n", "cannot be read"),
    ],
)
def test_error_names_file_and_reason(home: Path, text: str, reason: str) -> None:
    """The message never contains the file's content. A missing section is not a broken file."""
    write_profile(home, text)
    with pytest.raises(CredentialsMissing, match=reason) as caught:
        ProfileCredentials().get()
    assert "canary" not in str(caught.value)
    assert caught.value.broken is ("section" not in reason)


def test_explicit_path_is_the_only_one(home: Path, tmp_path: Path) -> None:
    """A path that does not exist is an error; no other file is tried."""
    write_profile(home, "[default]\nsecret_id=i\nsecret_key=k\n")
    with pytest.raises(CredentialsMissing, match="cannot be read"):
        ProfileCredentials(path=tmp_path / "absent").get()


def test_missing_profile_is_an_error(home: Path) -> None:
    """The message names the section or the file; no other profile takes its place."""
    file = write_profile(home, "[default]\nsecret_id=i\nsecret_key=k\n")
    with pytest.raises(CredentialsMissing, match=r"has no section \[prod\]"):
        ProfileCredentials("prod").get()
    with pytest.raises(CredentialsMissing, match="absent"):
        ProfileCredentials(path=str(file.with_name("absent"))).get()


@pytest.mark.skipif(os.geteuid() != 0, reason="needs a user who may read every folder")
def test_unreadable_folder_is_an_error(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error is a `CredentialsMissing` with the file's name, not a `PermissionError`."""
    real = os.stat

    def stat(path: Any, *arguments: Any, **options: Any) -> Any:
        if ".tencentcloud" in str(path):
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)

    monkeypatch.setattr(os, "stat", stat)
    with pytest.raises(CredentialsMissing, match=r"\.tencentcloud/credentials cannot be read \(PermissionError\)") as caught:
        ProfileCredentials().get()
    assert caught.value.broken
    assert str(home) in str(caught.value)


def test_path_is_a_string_or_path(home: Path) -> None:
    """`~` is the home folder, and a byte order mark is skipped; other types are refused."""
    file = write_profile(home, "\ufeff[default]\nsecret_id=i\nsecret_key=k\n")
    for path in (file, str(file), "~/.tencentcloud/credentials"):
        assert ProfileCredentials(path=path).get() == Credentials("i", "k")
    for invalid in ({"path": 3}, {"profile": ""}, {"profile": None}):
        with pytest.raises(RequestInvalid):
            ProfileCredentials(**invalid)


def test_unknown_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a home folder there is no profile file."""

    def expanduser(_: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", expanduser)
    with pytest.raises(CredentialsMissing, match="profile file: none of ~/"):
        ProfileCredentials().get()


def test_invalid_clock_is_refused() -> None:
    """The constructor checks the clock."""
    with pytest.raises(RequestInvalid):
        ProfileCredentials(clock=3)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["ini", "tccli"])
def test_profile_assumes_its_role(home: Path, clock: Any, form: str) -> None:
    """The keys of a profile with `role_arn` (JSON: `role-arn`) assume that role."""
    if form == "ini":
        write_profile(home, "[default]\nsecret_id = source-id\nsecret_key = 'source-key'\nrole_arn = r\nrole_session_name = s\n")
    else:
        (home / ".tccli").mkdir()
        content = {"secretId": "source-id", "secretKey": "source-key", "role-arn": "r", "role-session-name": "s"}
        (home / ".tccli" / "default.credential").write_text(json.dumps(content))
    sts = FakeSts(clock)
    assert ProfileCredentials(transport=sts, clock=clock).get().secret_id == "tmp-1"
    assert (sts.body()["RoleArn"], sts.body()["RoleSessionName"]) == ("r", "s")


def test_login_of_the_tool_expires(home: Path, clock: Any) -> None:
    """Shortly before the login expires, the provider reads the file again, because the tool refreshes it."""
    (home / ".tccli").mkdir()
    file = home / ".tccli" / "default.credential"
    content = {"type": "oauth", "secretId": "i", "secretKey": "k", "token": "t", "expiresAt": int(clock.time()) + 1000, "oauth": {}}
    file.write_text(json.dumps(content))
    provider = ProfileCredentials(clock=clock)
    assert provider.get().secret_id == "i"
    file.write_text(json.dumps(content | {"secretId": "j", "expiresAt": int(clock.time()) + 5000}))
    assert provider.get().secret_id == "i"
    clock.advance(999)
    assert provider.get().secret_id == "j"
