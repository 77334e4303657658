"""Temporary credentials of a role."""

from __future__ import annotations

from typing import Any

from ..clock import Clock
from ..transport._types import Transport
from ._refresh import Refreshing
from ._types import Credentials, CredentialsProvider

_DURATION = 7200


class AssumeRoleCredentials(Refreshing):
    """A role's temporary credentials, from STS `AssumeRole`, signed with other credentials.

    Args:
        role_arn: The role.
        role_session_name: A name for the session, which shows in the vendor's logs.
        source: Credentials that may assume it; those that a client would find where none are given.
        duration: Seconds that they shall live.
        external_id: The id that the role's owner asks for.
        policy: A policy that narrows the role's, as JSON.
        region: Where to ask.
        base_url: Address of STS in place of the product's own.
        transport: What carries the request, in place of httpx.
        clock: Time, for tests.
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
        super().__init__(clock=clock)
        self.role_arn: str = role_arn
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
            name="role",
        )

    def __repr__(self) -> str:
        return f"AssumeRoleCredentials(role_arn={self.role_arn!r})"
