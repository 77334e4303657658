"""Provider of a virtual machine's role credentials; docs/design/protocol.md, section "Credentials people already have"."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

from .._validation.urls import check_base_url
from ..clock import Clock
from ..errors import CredentialsMissing, TencentkitError
from ..transport._http_date import clock_skew
from ..transport._types import HttpRequest, HttpResponse, Transport
from ._refresh import RefreshingProvider
from ._types import Credentials, hidden

METADATA = "http://metadata.tencentyun.com"
_PATH = "/latest/meta-data/cam/security-credentials/"
_TIMEOUT = 1.0
_BUDGET = 2.0
_ROLE = re.compile(r"[\w+=,.@-]{1,128}", re.ASCII)
_NOT_FOUND = 404
_TOO_MANY_REQUESTS = 429


class InstanceRoleCredentials(RefreshingProvider):
    """Temporary credentials of a virtual machine's role, from the metadata service.

    The service is local and uses plain HTTP, so requests bypass all proxies and time out after a second.

    Args:
        role: Name of the role; `None` to get it from the service.
        base_url: Address of the metadata service.
        transport: Transport of the requests, instead of httpx.
        clock: Clock, for tests.

    Raises:
        RequestInvalid: `base_url` is not the address of a host.
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
            return self._fetch_with(self._transport)
        from ..transport._httpx_sync import HttpxTransport

        transport = HttpxTransport(trust_env=False)
        try:
            return self._fetch_with(transport)
        finally:
            transport.close()

    def _fetch_with(self, transport: Transport) -> Credentials:
        role = self._role
        if role is None:
            lines = self._read(transport, "").body.decode("utf-8", "replace").split()
            if not lines or not _ROLE.fullmatch(lines[0]):
                raise CredentialsMissing(f"instance role: {self._url} returned no role name")
            role = lines[0]
        self.account: str | None = f"instance role {role}"
        response = self._read(transport, role)
        content = _object(response.body)
        if content.get("Code") != "Success":
            raise CredentialsMissing(f"instance role: {self._url} returned no credentials of {role}")
        try:
            expires_at = float(content.get("ExpiredTime") or "")
        except (TypeError, ValueError):
            raise CredentialsMissing(f"instance role: {self._url} returned credentials of {role} without ExpiredTime") from None
        return Credentials(
            content.get("TmpSecretId") or "",
            content.get("TmpSecretKey") or "",
            content.get("Token"),
            expires_at=expires_at - (clock_skew(response.headers, self._clock) or 0.0),
        )

    def _read(self, transport: Transport, name: str) -> HttpResponse:
        request = HttpRequest(f"{self._url}{_PATH}{name}", (("Host", urlsplit(self._url).netloc),), b"", "GET", read_only=True)
        try:
            response = transport.send(request, timeout=_TIMEOUT, budget=_BUDGET)
        except TencentkitError as error:
            raise CredentialsMissing(
                f"instance role: {self._url}: {error.message}", transient=not getattr(error, "permanent", False)
            ) from error
        if response.status == _NOT_FOUND:
            raise CredentialsMissing(f"instance role: {self._url} has no role {name}".rstrip())
        if response.status != 200:
            transient = response.status >= 500 or response.status == _TOO_MANY_REQUESTS
            raise CredentialsMissing(f"instance role: {self._url} responded with HTTP {response.status}", transient=transient)
        return response


def _object(body: bytes) -> dict[str, Any]:
    """Return the JSON object in `body`, its strings hidden from tracebacks; an empty one for invalid JSON."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {name: hidden(value) for name, value in content.items()}
