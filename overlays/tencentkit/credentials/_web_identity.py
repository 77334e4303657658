"""Provider that assumes a role with a web identity, such as that of a TKE pod."""

from __future__ import annotations

import os
from pathlib import Path

from .._redaction import Secret
from ..clock import Clock
from ..errors import CredentialsMissing
from ..transport._types import Transport
from ._refresh import RefreshingProvider
from ._types import Credentials

_DURATION = 7200


class WebIdentityCredentials(RefreshingProvider):
    """Temporary credentials of a role, from STS `AssumeRoleWithWebIdentity`, which is not signed.

    Each fetch reads the arguments that are not set from the environment, where TKE puts them, and the token from its file,
    which TKE refreshes.

    Args:
        role_arn: ARN of the role; else `TKE_ROLE_ARN`.
        provider_id: Identity provider; else `TKE_PROVIDER_ID`.
        token_file: File with the token; else `TKE_WEB_IDENTITY_TOKEN_FILE`.
        region: Region of the request; else `TKE_REGION`.
        role_session_name: Name of the session in the vendor's logs.
        duration: Lifetime in seconds.
        base_url: Address of STS, instead of the product's own.
        transport: Transport of the request, instead of httpx.
        clock: Clock, for tests.
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
        self._arguments = {
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
        settings = {name: value or os.environ.get(name) for name, value in self._arguments.items()}
        if missing := [name for name, value in settings.items() if not value]:
            # Outside of TKE all of them are missing; a part of them is a mistake.
            raise CredentialsMissing(f"web identity: {', '.join(missing)} not set", broken=len(missing) < len(settings))
        file = Path(str(settings["TKE_WEB_IDENTITY_TOKEN_FILE"]))
        try:
            token = Secret(file.read_text(encoding="ascii").strip())
        except (OSError, UnicodeDecodeError) as error:
            raise CredentialsMissing(f"web identity: {file} cannot be read ({type(error).__name__})", broken=True) from None
        if not token:
            raise CredentialsMissing(f"web identity: {file} is empty", broken=True)
        from .._client.sts import assume_role

        self.account: str | None = str(settings["TKE_ROLE_ARN"])
        return assume_role(
            "AssumeRoleWithWebIdentity",
            {
                "ProviderId": settings["TKE_PROVIDER_ID"],
                "WebIdentityToken": token,
                "RoleArn": settings["TKE_ROLE_ARN"],
                "RoleSessionName": self._session,
                "DurationSeconds": self._duration,
            },
            source=None,
            region=str(settings["TKE_REGION"]),
            base_url=self._base_url,
            transport=self._transport,
            clock=self._clock,
            source_name="web identity",
        )
