"""An STS that verifies signatures and returns numbered temporary credentials."""

from __future__ import annotations

import json
from email.utils import formatdate
from typing import Any

from tencentkit import Credentials
from tencentkit.testing._service.signature_check import verify
from tencentkit.transport import HttpRequest, HttpResponse
from tests.scripted import SyncScript

SOURCE = Credentials("source-id", "source-key")


class FakeSts(SyncScript):
    """Transport of an STS; `skew` is the seconds by which its clock is ahead."""

    def __init__(self, clock: Any, *responses: Any) -> None:
        super().__init__(responses or [self.assume])
        self.clock = clock
        self.skew = 0.0

    def assume(self, request: HttpRequest) -> HttpResponse:
        """Return the response to one request."""
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
