"""Provider that assumes a role by STS `AssumeRole`."""

from __future__ import annotations

import json
from email.utils import formatdate
from typing import Any

import pytest

from tencentkit import AssumeRoleCredentials, Credentials
from tencentkit.errors import ConnectionFailed, CredentialsMissing
from tencentkit.transport import HttpRequest, HttpResponse
from tests.credentials.fake_sts import SOURCE, FakeSts
from tests.scripted import refusal


def test_request_is_signed_by_the_source(clock: Any) -> None:
    """The request goes to STS. The provider returns the credentials until they are about to expire, then requests others."""
    sts = FakeSts(clock)
    provider = AssumeRoleCredentials(
        role_arn="qcs::cam::uin/1:roleName/r", role_session_name="s", source=SOURCE, external_id="e", transport=sts, clock=clock
    )
    credentials = provider.get()
    assert credentials.same_keys(Credentials("tmp-1", "tmpkey-1", "tok-1"))
    assert credentials.expires_at == clock.time() + 7200
    assert sts.requests[0].url == "https://sts.tencentcloudapi.com/"
    assert (sts.headers()["x-tc-action"], sts.headers()["x-tc-version"]) == ("AssumeRole", "2018-08-13")
    assert sts.body() == {"RoleArn": "qcs::cam::uin/1:roleName/r", "RoleSessionName": "s", "DurationSeconds": 7200, "ExternalId": "e"}
    clock.advance(7200 - 100)
    assert provider.get().secret_id == "tmp-2"


def test_expiry_follows_the_server_clock(clock: Any) -> None:
    """The expiry is corrected by the skew of a machine whose clock is ten minutes slow."""
    sts = FakeSts(clock)
    sts.skew = 600
    provider = AssumeRoleCredentials(role_arn="r", source=SOURCE, transport=_Skewed(sts), clock=clock)
    assert provider.get().expires_at == pytest.approx(clock.time() + 7200, abs=1)


class _Skewed:
    """Transport that refuses the first request for its timestamp, as STS does."""

    def __init__(self, sts: FakeSts) -> None:
        self._sts = sts
        self._requests = 0

    def send(self, request: HttpRequest, **bounds: Any) -> HttpResponse:
        self._requests += 1
        if self._requests == 1:
            response = refusal("AuthFailure.SignatureExpire")
            return response._replace(headers={"date": formatdate(self._sts.clock.time() + self._sts.skew, usegmt=True)})
        return self._sts.send(request, **bounds)

    def close(self) -> None:
        pass


def test_error_omits_the_service_text(clock: Any) -> None:
    """The reason contains action, host, code and request id."""
    sts = FakeSts(clock, refusal("UnauthorizedOperation", "canary"))
    provider = AssumeRoleCredentials(role_arn="r", source=SOURCE, transport=sts, clock=clock)
    expected = r"role: AssumeRole at sts.tencentcloudapi.com failed: UnauthorizedOperation \(request id r-1\)"
    with pytest.raises(CredentialsMissing, match=expected) as caught:
        provider.get()
    assert "canary" not in str(caught.value)
    assert len(sts.requests) == 1


def test_transient_failure_is_retried(clock: Any) -> None:
    """After a broken connection the client sends the request again, which is harmless."""
    sts = FakeSts(clock)
    sts.answers.insert(0, ConnectionFailed("reset", sent=True))
    provider = AssumeRoleCredentials(role_arn="r", source=SOURCE, transport=sts, clock=clock)
    assert provider.get().secret_id == "tmp-2"


@pytest.mark.parametrize(
    "content", [{}, {"Credentials": None}, {"Credentials": {}, "ExpiredTime": 1}, {"Credentials": {}, "ExpiredTime": "x"}], ids=str
)
def test_incomplete_response_is_an_error(clock: Any, content: Any) -> None:
    """A response without credentials raises `CredentialsMissing`."""
    sts = FakeSts(clock, HttpResponse(200, {}, json.dumps({"Response": content}).encode()))
    with pytest.raises(CredentialsMissing):
        AssumeRoleCredentials(role_arn="r", source=SOURCE, transport=sts, clock=clock).get()
