"""Temporary credentials of a role for who can show a web identity, such as a pod of TKE."""

from __future__ import annotations

import os
from pathlib import Path

from .._redaction import Secret
from ..clock import Clock
from ..errors import CredentialsMissing
from ..transport._types import Transport
from ._refresh import Refreshing
from ._types import Credentials

_DURATION = 7200


class WebIdentityCredentials(Refreshing):
    """A role's temporary credentials, from STS `AssumeRoleWithWebIdentity`, which is not signed.

    What is not given is read from the environment, where TKE puts it, at each fetch; so is the token's file, which TKE renews.

    Args:
        role_arn: The role; else `TKE_ROLE_ARN`.
        provider_id: Who vouches for the identity; else `TKE_PROVIDER_ID`.
        token_file: The file that holds the token; else `TKE_WEB_IDENTITY_TOKEN_FILE`.
        region: Where to ask; else `TKE_REGION`.
        role_session_name: A name for the session, which shows in the vendor's logs.
        duration: Seconds that they shall live.
        base_url: Address of STS in place of the product's own.
        transport: What carries the request, in place of httpx.
        clock: Time, for tests.
    """

    def __init__(
        self,
        *,
        role_arn: str | None = None,
        provider_id: str | None = None,
        token_file: Path | str | None = None,
        region: str | None = None,
        role_session_name: str = "tencentkit",
        duration: int = _DURATION,
        base_url: str | None = None,
        transport: Transport | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(clock=clock)
        self._given = {
            "TKE_ROLE_ARN": role_arn,
            "TKE_PROVIDER_ID": provider_id,
            "TKE_WEB_IDENTITY_TOKEN_FILE": None if token_file is None else str(token_file),
            "TKE_REGION": region,
        }
        self._session = role_session_name
        self._duration = duration
        self._base_url = base_url
        self._transport = transport

    def _fetch(self) -> Credentials:
        found = {name: given or os.environ.get(name) for name, given in self._given.items()}
        if absent := [name for name, value in found.items() if not value]:
            # Some of them are meant; that none is there is the usual case.
            raise CredentialsMissing(f"web identity: {', '.join(absent)} not set", broken=len(absent) < len(found))
        file = Path(str(found["TKE_WEB_IDENTITY_TOKEN_FILE"]))
        try:
            token = Secret(file.read_text(encoding="ascii").strip())
        except (OSError, UnicodeDecodeError) as error:
            raise CredentialsMissing(f"web identity: {file} cannot be read ({type(error).__name__})", broken=True) from None
        if not token:
            raise CredentialsMissing(f"web identity: {file} is empty", broken=True)
        from .._client.sts import assume_role

        self.account: str | None = str(found["TKE_ROLE_ARN"])
        return assume_role(
            "AssumeRoleWithWebIdentity",
            {
                "ProviderId": found["TKE_PROVIDER_ID"],
                "WebIdentityToken": token,
                "RoleArn": found["TKE_ROLE_ARN"],
                "RoleSessionName": self._session,
                "DurationSeconds": self._duration,
            },
            source=None,
            region=str(found["TKE_REGION"]),
            base_url=self._base_url,
            transport=self._transport,
            clock=self._clock,
            name="web identity",
        )
