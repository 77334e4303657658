"""Temporary credentials from STS, API version 2018-08-13.

Source: the protocol's section "Credentials people already have".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._pipeline.envelope import http_date
from .._pipeline.signed_request import NOBODY
from .._signing.tc3 import Unsigned
from ..clock import Clock
from ..credentials._types import Credentials, CredentialsProvider
from ..errors import ApiError, CredentialsMissing, TencentkitError
from ..transport._types import Transport
from .base import SyncClient
from .product import Product

REGION = "ap-guangzhou"
"""STS answers alike in every region, but asks for one."""
_TIMEOUT = 5.0
_DEADLINE = 20.0
_IGNORED_SKEW = 2.0


class _Sts(SyncClient):
    _product = Product(service="sts", version="2018-08-13", host="sts.tencentcloudapi.com", actions=())


def assumed(
    action: str,
    parameters: Mapping[str, Any],
    *,
    source: CredentialsProvider | None,
    region: str,
    base_url: str | None,
    transport: Transport | None,
    clock: Clock,
    name: str,
) -> Credentials:
    """Ask STS for temporary credentials.

    Args:
        action: `AssumeRole` or `AssumeRoleWithWebIdentity`.
        parameters: Its parameters, with wire names.
        source: Who signs; `None` for a request that is not signed.
        region: Where to ask.
        base_url: As for every client.
        transport: As for every client.
        clock: As for every client.
        name: What the reason begins with when there are none.

    Raises:
        CredentialsMissing: STS refused or could not be reached.
    """
    signer = Unsigned() if source is None else None
    client = _Sts(
        region=region,
        credentials=source or NOBODY,
        base_url=base_url,
        transport=transport,
        clock=clock,
        throttle=None,
        timeout=_TIMEOUT,
        deadline=_DEADLINE,
    )
    if signer is not None:
        client._settings.signer = signer  # noqa: SLF001 - no public client sends unsigned requests
    try:
        # It changes nothing, so that it may be sent again.
        answer = client.call(action, parameters, read_only=True)
    except CredentialsMissing:
        raise
    except TencentkitError as error:
        # The service's text may quote the parameters, a web identity's token among them.
        reason = f"{error.code} (request id {error.request_id})" if isinstance(error, ApiError) else error.message
        failed = f"{name}: {action} at {client._settings.host} failed: {reason}"  # noqa: SLF001
        raise CredentialsMissing(failed, broken=True) from None
    finally:
        if transport is None:
            client.close()
    keys, ends = answer.get("Credentials"), answer.get("ExpiredTime")
    if not isinstance(keys, dict) or not isinstance(ends, int):
        raise CredentialsMissing(f"{name}: the answer to {action} holds no credentials", broken=True)
    return Credentials(
        keys.get("TmpSecretId", ""),
        keys.get("TmpSecretKey", ""),
        keys.get("Token"),
        expires_at=ends - ahead(answer.meta.headers, clock),
    )


def ahead(headers: Mapping[str, str], clock: Clock) -> float:
    """Seconds that the server's clock is ahead of ours, by its header `Date`: an end is told by the server's clock."""
    at = http_date(headers.get("date", ""))
    offset = 0.0 if at is None else at - clock.time()
    return offset if abs(offset) > _IGNORED_SKEW else 0.0
