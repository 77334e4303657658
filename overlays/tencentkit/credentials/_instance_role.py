"""Temporary credentials of the role that is attached to a virtual machine.

Source: the protocol's section "Credentials people already have".
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

from .._redaction import Secret
from .._validation.urls import check_base_url
from ..clock import Clock
from ..errors import CredentialsMissing, TencentkitError
from ..transport._types import HttpRequest, HttpResponse, Transport
from ._clock_skew import clock_skew
from ._refresh import Refreshing
from ._types import Credentials

METADATA = "http://metadata.tencentyun.com"
_PATH = "/latest/meta-data/cam/security-credentials/"
_TIMEOUT = 1.0
_BUDGET = 2.0
_ROLE = re.compile(r"[\w+=,.@-]{1,128}", re.ASCII)
_ABSENT = 404


class InstanceRoleCredentials(Refreshing):
    """The credentials of a virtual machine's role, from the metadata service.

    The service is next door and speaks plain HTTP: it is never asked through a proxy, and what does not answer within a
    second is not there.

    Args:
        role: The role's name; asked for where it is not given.
        base_url: Address of the metadata service.
        transport: What carries the requests, in place of httpx.
        clock: Time, for tests.

    Raises:
        RequestInvalid: `base_url` is no address of a host.
    """

    def __init__(
        self,
        role: str | None = None,
        *,
        base_url: str | None = None,
        transport: Transport | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(clock=clock)
        self._role = role
        self._url = METADATA if base_url is None else check_base_url(base_url)[0].rstrip("/")
        self._transport = transport

    def _fetch(self) -> Credentials:
        if self._transport is not None:
            return self._ask(self._transport)
        from ..transport._httpx_sync import HttpxTransport

        transport = HttpxTransport(trust_env=False)
        try:
            return self._ask(transport)
        finally:
            transport.close()

    def _ask(self, transport: Transport) -> Credentials:
        role = self._role
        if role is None:
            lines = self._read(transport, "").body.decode("utf-8", "replace").split()
            if not lines or not _ROLE.fullmatch(lines[0]):
                raise CredentialsMissing(f"instance role: {self._url} names no role")
            role = lines[0]
        self.account: str | None = f"instance role {role}"
        answer = self._read(transport, role)
        content = _object(answer.body)
        if content.get("Code") != "Success":
            raise CredentialsMissing(f"instance role: {self._url} gives no credentials for {role}")
        try:
            ends = float(content.get("ExpiredTime") or "")
        except (TypeError, ValueError):
            raise CredentialsMissing(f"instance role: {self._url} does not say when the credentials of {role} end") from None
        return Credentials(
            content.get("TmpSecretId") or "",
            content.get("TmpSecretKey") or "",
            content.get("Token"),
            expires_at=ends - clock_skew(answer.headers, self._clock),
        )

    def _read(self, transport: Transport, name: str) -> HttpResponse:
        request = HttpRequest(f"{self._url}{_PATH}{name}", (("Host", urlsplit(self._url).netloc),), b"", "GET")
        try:
            answer = transport.send(request, timeout=_TIMEOUT, budget=_BUDGET)
        except TencentkitError as error:
            raise CredentialsMissing(f"instance role: {self._url}: {error.message}") from error
        if answer.status == _ABSENT:
            raise CredentialsMissing(f"instance role: {self._url} knows no role {name}".rstrip())
        if answer.status != 200:
            raise CredentialsMissing(f"instance role: {self._url} answered HTTP {answer.status}")
        return answer


def _object(body: bytes) -> dict[str, Any]:
    """The JSON object in `body`, its texts hidden from tracebacks; an empty one where there is none."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {name: Secret(value) if isinstance(value, str) else value for name, value in content.items()}
