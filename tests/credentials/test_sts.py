"""AssumeRole and AssumeRoleWithWebIdentity, against an STS of the tests' own that verifies signatures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tencentkit import AssumeRoleCredentials, Credentials, ProfileCredentials, WebIdentityCredentials
from tencentkit.errors import ConnectionFailed, CredentialsMissing
from tencentkit.testing._service.signature_check import verify
from tencentkit.transport import HttpRequest, HttpResponse
from tests.scripted import SyncScript, refusal

SOURCE = Credentials("source-id", "source-key")


class Sts(SyncScript):
    """Gives numbered temporary credentials for two hours."""

    def __init__(self, clock: Any, *answers: Any) -> None:
        super().__init__(answers or [self.assume])
        self.clock = clock
        self.skew = 0.0

    def assume(self, request: HttpRequest) -> HttpResponse:
        from email.utils import formatdate

        now = self.clock.time() + self.skew
        if self.headers()["authorization"] != "SKIP":
            keys = {SOURCE.secret_id: str(SOURCE.secret_key)}
            verify(method="POST", headers=self.headers(), body=request.body, service="sts", now=now, secret_keys=keys, tokens={})
        number = len(self.requests)
        content = {
            "Credentials": {"TmpSecretId": f"tmp-{number}", "TmpSecretKey": f"tmpkey-{number}", "Token": f"tok-{number}"},
            "ExpiredTime": int(now) + self.body()["DurationSeconds"],
            "RequestId": "r",
        }
        return HttpResponse(200, {"date": formatdate(now, usegmt=True)}, json.dumps({"Response": content}).encode())


def test_a_role_is_assumed_with_the_sources_signature(clock: Any) -> None:
    """The request goes to STS, signed for it; what comes back is used until it nears its end, then asked for again."""
    sts = Sts(clock)
    provider = AssumeRoleCredentials(
        role_arn="qcs::cam::uin/1:roleName/r", role_session_name="s", source=SOURCE, external_id="e", transport=sts, clock=clock
    )
    given = provider.get()
    assert given.same_keys(Credentials("tmp-1", "tmpkey-1", "tok-1"))
    assert given.expires_at == clock.time() + 7200
    assert sts.requests[0].url == "https://sts.tencentcloudapi.com/"
    assert (sts.headers()["x-tc-action"], sts.headers()["x-tc-version"]) == ("AssumeRole", "2018-08-13")
    assert sts.body() == {"RoleArn": "qcs::cam::uin/1:roleName/r", "RoleSessionName": "s", "DurationSeconds": 7200, "ExternalId": "e"}
    clock.advance(7200 - 100)
    assert provider.get().secret_id == "tmp-2"


def test_an_end_is_told_by_the_servers_clock(clock: Any) -> None:
    """On a machine whose clock is ten minutes slow the credentials end ten minutes earlier by that clock."""
    sts = Sts(clock)
    sts.skew = 600
    provider = AssumeRoleCredentials(role_arn="r", source=SOURCE, transport=_Skewed(sts), clock=clock)
    assert provider.get().expires_at == pytest.approx(clock.time() + 7200, abs=1)


class _Skewed:
    """Refuses the first request for its clock, as STS does."""

    def __init__(self, sts: Sts) -> None:
        self._sts = sts
        self._asked = 0

    def send(self, request: HttpRequest, **bounds: Any) -> HttpResponse:
        from email.utils import formatdate

        self._asked += 1
        if self._asked == 1:
            answer = refusal("AuthFailure.SignatureExpire")
            return answer._replace(headers={"date": formatdate(self._sts.clock.time() + self._sts.skew, usegmt=True)})
        return self._sts.send(request, **bounds)

    def close(self) -> None:
        pass


def test_a_refusal_says_what_and_never_the_text(clock: Any) -> None:
    """The reason has action, host, code and request id."""
    sts = Sts(clock, refusal("UnauthorizedOperation", "canary"))
    provider = AssumeRoleCredentials(role_arn="r", source=SOURCE, transport=sts, clock=clock)
    expected = r"role: AssumeRole at sts.tencentcloudapi.com failed: UnauthorizedOperation \(request id r-1\)"
    with pytest.raises(CredentialsMissing, match=expected) as caught:
        provider.get()
    assert "canary" not in str(caught.value)
    assert len(sts.requests) == 1


def test_sts_is_asked_again_after_what_passes(clock: Any) -> None:
    """A broken connection costs an attempt: asking twice does no harm."""
    sts = Sts(clock)
    sts.answers.insert(0, ConnectionFailed("reset", sent=True))
    provider = AssumeRoleCredentials(role_arn="r", source=SOURCE, transport=sts, clock=clock)
    assert provider.get().secret_id == "tmp-2"


@pytest.mark.parametrize(
    "content", [{}, {"Credentials": None}, {"Credentials": {}, "ExpiredTime": 1}, {"Credentials": {}, "ExpiredTime": "x"}], ids=str
)
def test_an_answer_without_credentials_is_an_error(clock: Any, content: Any) -> None:
    """Half an answer is never half a pair of keys."""
    sts = Sts(clock, HttpResponse(200, {}, json.dumps({"Response": content}).encode()))
    with pytest.raises(CredentialsMissing):
        AssumeRoleCredentials(role_arn="r", source=SOURCE, transport=sts, clock=clock).get()


@pytest.fixture
def token_file(tmp_path: Path) -> Path:
    file = tmp_path / "token"
    file.write_text("canary-jwt\n", encoding="ascii")
    return file


@pytest.mark.usefixtures("home")
def test_a_web_identity_is_shown_unsigned(clock: Any, token_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From TKE's environment, with `Authorization: SKIP` and no token header; the file is read anew each time."""
    for name, value in {"REGION": "ap-x", "PROVIDER_ID": "p", "WEB_IDENTITY_TOKEN_FILE": str(token_file), "ROLE_ARN": "r"}.items():
        monkeypatch.setenv(f"TKE_{name}", value)
    sts = Sts(clock)
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


def test_a_web_identity_that_does_not_serve_says_why(home: Path, clock: Any, token_file: Path) -> None:
    """What is not set, a file that is not there or empty, a refusal: each by name, never with the token."""
    sts = Sts(clock, refusal("InvalidParameter.WebIdentityTokenError", "canary-jwt is old"))
    given: dict[str, Any] = {
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
            WebIdentityCredentials(**given | change).get()
        assert "canary" not in str(caught.value)
    token_file.write_text(" \n", encoding="ascii")
    with pytest.raises(CredentialsMissing, match="is empty"):
        WebIdentityCredentials(**given).get()


@pytest.mark.parametrize("form", ["ini", "tccli"])
def test_a_profile_may_name_a_role(home: Path, clock: Any, form: str) -> None:
    """With `role_arn` (the tool: `role-arn`) in the profile, its keys assume that role."""
    if form == "ini":
        (home / ".tencentcloud").mkdir()
        text = "[default]\nsecret_id = source-id\nsecret_key = 'source-key'\nrole_arn = r\nrole_session_name = s\n"
        (home / ".tencentcloud" / "credentials").write_text(text)
    else:
        (home / ".tccli").mkdir()
        content = {"secretId": "source-id", "secretKey": "source-key", "role-arn": "r", "role-session-name": "s"}
        (home / ".tccli" / "default.credential").write_text(json.dumps(content))
    sts = Sts(clock)
    assert ProfileCredentials(transport=sts, clock=clock).get().secret_id == "tmp-1"
    assert (sts.body()["RoleArn"], sts.body()["RoleSessionName"]) == ("r", "s")


def test_the_tools_login_ends(home: Path, clock: Any) -> None:
    """Keys of the tool's login have an end; the file is read again then, since the tool renews it."""
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
