"""Client of STS (Security Token Service) for temporary credentials; docs/design/protocol.md, section "Credentials people already have"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tencentkit_api.action import Action

from ..clock import Clock
from ..credentials._types import Credentials, CredentialsProvider
from ..errors import ApiError, CredentialsMissing, TencentkitError
from ..transport._http_date import clock_skew
from ..transport._types import Transport
from .product import Product
from .sync_client import SyncClient

REGION = "ap-guangzhou"
"""STS responds alike in every region but requires one."""
_TIMEOUT = 5.0
"""Seconds for one attempt."""
_DEADLINE = 20.0
"""Seconds for the call with its retries."""
_VERSION = "2018-08-13"
_WEB_IDENTITY = Action(
    "AssumeRoleWithWebIdentity", "sts", _VERSION, None, read_only=True, region_required=True, regions=(), errors=(), skip_sign=True
)


class _Sts(SyncClient):
    _product = Product(service="sts", version=_VERSION, host="sts.tencentcloudapi.com", actions=(_WEB_IDENTITY,))


def assume_role(
    action: str,
    parameters: Mapping[str, Any],
    *,
    source: CredentialsProvider | None,
    region: str,
    base_url: str | None,
    transport: Transport | None,
    clock: Clock,
    source_name: str,
) -> Credentials:
    """Get temporary credentials from STS.

    Args:
        action: `AssumeRole`, or `AssumeRoleWithWebIdentity`, which is not signed.
        parameters: Its parameters, by wire names.
        source: Credentials that sign; `None` for `DefaultCredentials`.
        region: Region of the request.
        base_url: See `Client`.
        transport: See `Client`.
        clock: See `Client`.
        source_name: Name of the credentials source in error messages.

    Raises:
        CredentialsMissing: STS refused the request or did not respond.
    """
    client = _Sts(
        region=region,
        credentials=source,
        base_url=base_url,
        transport=transport,
        clock=clock,
        throttle=None,
        timeout=_TIMEOUT,
        deadline=_DEADLINE,
    )
    try:
        # Assuming a role changes nothing, so the client may retry it.
        response = client.call(action, parameters, read_only=True)
    except CredentialsMissing:
        raise
    except TencentkitError as error:
        # The service's text may quote the parameters, a web identity's token among them.
        reason = f"{error.code} (request id {error.request_id})" if isinstance(error, ApiError) else error.message
        raise CredentialsMissing(
            f"{source_name}: {action} at {error.host} failed: {reason}", broken=True, transient=error.retryable
        ) from None
    finally:
        if transport is None:
            client.close()
    keys, expires_at = response.get("Credentials"), response.get("ExpiredTime")
    if not isinstance(keys, dict) or not isinstance(expires_at, int):
        raise CredentialsMissing(f"{source_name}: the response to {action} contains no credentials", broken=True)
    return Credentials(
        keys.get("TmpSecretId", ""),
        keys.get("TmpSecretKey", ""),
        keys.get("Token"),
        expires_at=expires_at - (clock_skew(response.meta.headers, clock) or 0.0),
    )
