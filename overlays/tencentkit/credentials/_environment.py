"""Provider that reads environment variables."""

from __future__ import annotations

import os
from collections.abc import Mapping

from attrs import field, frozen

from ..errors import CredentialsMissing
from ._account import unidentified_account
from ._types import Credentials


@frozen
class EnvironmentCredentials:
    """Credentials from environment variables.

    They are `TENCENTCLOUD_SECRET_ID`, `TENCENTCLOUD_SECRET_KEY` and `TENCENTCLOUD_TOKEN`; if not set, those of a cloud
    function's runtime: `TENCENTCLOUD_SECRETID`, `TENCENTCLOUD_SECRETKEY`, `TENCENTCLOUD_SESSIONTOKEN`. Each `get` reads
    them again, because the runtime refreshes them.
    """

    environ: Mapping[str, str] = field(factory=lambda: os.environ, repr=False)

    @property
    def origin(self) -> str:
        """See `RefreshingProvider`."""
        return "environment" if self.environ is os.environ else unidentified_account(self.environ)

    def get(self) -> Credentials:
        """Return the credentials of the variables.

        Raises:
            CredentialsMissing: A variable is not set, is empty, or is not a valid key.
        """
        missing: list[str] = []
        for id_name, key_name, token_name in (
            ("TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY", "TENCENTCLOUD_TOKEN"),
            ("TENCENTCLOUD_SECRETID", "TENCENTCLOUD_SECRETKEY", "TENCENTCLOUD_SESSIONTOKEN"),
        ):
            absent = [name for name in (id_name, key_name) if not self.environ.get(name)]
            if not absent:
                return self._read(id_name, key_name, token_name)
            if len(absent) == 1:
                # Half a pair is a mistake; the other pair might belong to another account.
                raise CredentialsMissing(f"environment: {absent[0]} is not set; {id_name} and {key_name} must both be set", broken=True)
            missing.append(id_name)
        raise CredentialsMissing(f"environment: neither {missing[0]} nor {missing[1]} is set")

    def _read(self, id_name: str, key_name: str, token_name: str) -> Credentials:
        try:
            return Credentials(self.environ[id_name], self.environ[key_name], self.environ.get(token_name) or None)
        except CredentialsMissing as error:
            raise CredentialsMissing(f"environment: {id_name}, {key_name}, {token_name}: {error.message}", broken=True) from None
