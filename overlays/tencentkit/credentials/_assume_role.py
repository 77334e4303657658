"""Provider that assumes a role by STS `AssumeRole`."""

from __future__ import annotations

from typing import Any

from ..clock import Clock
from ..transport._types import Transport
from ._refresh import RefreshingProvider
from ._types import Credentials, CredentialsProvider

_DURATION = 7200


class AssumeRoleCredentials(RefreshingProvider):
    """Temporary credentials of a role, from STS `AssumeRole`.

    Args:
        role_arn: ARN of the role.
        role_session_name: Name of the session in the vendor's logs.
        source: Credentials that sign the request; `None` for `DefaultCredentials`.
        duration: Lifetime in seconds.
        external_id: Id that the role's owner requires.
        policy: JSON policy that restricts the role's permissions further.
        region: Region of the request; `None` for `ap-guangzhou`.
        base_url: Address of STS, instead of the product's own.
        transport: Transport of the request, instead of httpx.
        clock: Clock, for tests.
    """

    def __init__(
        self,
        *,
        role_arn: str,
        role_session_name: str = "tencentkit",
        source: CredentialsProvider | None = None,
        duration: int = _DURATION,
        external_id: str | None = None,
        policy: str | None = None,
        region: str | None = None,
        base_url: str | None = None,
        transport: Transport | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.role_arn: str = role_arn  # before the checks, because a traceback with local variables shows the repr
        super().__init__(clock=clock)
        self.account: str | None = role_arn
        self._source = source
        self._region = region
        self._base_url = base_url
        self._transport = transport
        self._parameters: dict[str, Any] = {"RoleArn": role_arn, "RoleSessionName": role_session_name, "DurationSeconds": duration}
        self._parameters |= {name: value for name, value in (("ExternalId", external_id), ("Policy", policy)) if value is not None}

    def _fetch(self) -> Credentials:
        from .._client.sts import REGION, assume_role

        return assume_role(
            "AssumeRole",
            self._parameters,
            source=self._source,
            region=self._region or REGION,
            base_url=self._base_url,
            transport=self._transport,
            clock=self._clock,
            source_name="role",
        )

    def __repr__(self) -> str:
        return f"AssumeRoleCredentials(role_arn={self.role_arn!r})"
