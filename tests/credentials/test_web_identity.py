"""Provider that assumes a role with a web identity."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tencentkit import WebIdentityCredentials
from tencentkit.errors import CredentialsMissing
from tests.credentials.fake_sts import FakeSts
from tests.scripted import refusal


@pytest.fixture
def token_file(tmp_path: Path) -> Path:
    file = tmp_path / "token"
    file.write_text("canary-jwt\n", encoding="ascii")
    return file


@pytest.mark.usefixtures("home")
def test_request_is_unsigned(clock: Any, token_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The request has `Authorization: SKIP` and no token header; each fetch reads the file again."""
    for name, value in {"REGION": "ap-x", "PROVIDER_ID": "p", "WEB_IDENTITY_TOKEN_FILE": str(token_file), "ROLE_ARN": "r"}.items():
        monkeypatch.setenv(f"TKE_{name}", value)
    sts = FakeSts(clock)
    provider = WebIdentityCredentials(transport=sts, clock=clock)
    assert provider.get().secret_id == "tmp-1"
    assert sts.headers()["authorization"] == "SKIP"
    assert "x-tc-token" not in sts.headers()
    assert (sts.headers()["x-tc-action"], sts.headers()["x-tc-region"]) == ("AssumeRoleWithWebIdentity", "ap-x")
    assert sts.body()["WebIdentityToken"] == "canary-jwt"
    token_file.write_text("canary-2", encoding="ascii")
    clock.advance(7200)
    provider.get()
    assert sts.body()["WebIdentityToken"] == "canary-2"


def test_error_omits_the_token(home: Path, clock: Any, token_file: Path) -> None:
    """Missing variables, a missing or empty file, a refusal: the message names the reason and never contains the token."""
    sts = FakeSts(clock, refusal("InvalidParameter.WebIdentityTokenError", "canary-jwt is old"))
    arguments: dict[str, Any] = {
        "role_arn": "r",
        "provider_id": "p",
        "token_file": token_file,
        "region": "ap-x",
        "transport": sts,
        "clock": clock,
    }
    for change, reason in (
        ({"role_arn": None, "region": None}, "TKE_ROLE_ARN, TKE_REGION not set"),
        ({"token_file": home / "absent"}, "absent cannot be read"),
        ({}, "InvalidParameter.WebIdentityTokenError"),
    ):
        with pytest.raises(CredentialsMissing, match=reason) as caught:
            WebIdentityCredentials(**arguments | change).get()
        assert "canary" not in str(caught.value)
    token_file.write_text(" \n", encoding="ascii")
    with pytest.raises(CredentialsMissing, match="is empty"):
        WebIdentityCredentials(**arguments).get()
