"""Credentials from environment variables."""

from __future__ import annotations

import os
from collections.abc import Mapping

from attrs import field, frozen

from ..errors import CredentialsMissing
from ._account import unnamed
from ._types import Credentials


@frozen
class EnvironmentCredentials:
    """Credentials from environment variables.

    Looks at `TENCENTCLOUD_SECRET_ID`, `TENCENTCLOUD_SECRET_KEY` and `TENCENTCLOUD_TOKEN`, then at the names that the
    runtime of a cloud function sets: `TENCENTCLOUD_SECRETID`, `TENCENTCLOUD_SECRETKEY`, `TENCENTCLOUD_SESSIONTOKEN`.
    The environment is read anew at each call, since a function's runtime renews it.
    """

    environ: Mapping[str, str] = field(factory=lambda: os.environ, repr=False)

    @property
    def origin(self) -> str:
        """See `Refreshing`."""
        return "environment" if self.environ is os.environ else unnamed(self.environ)

    def get(self) -> Credentials:
        """Read the variables.

        Raises:
            CredentialsMissing: A variable is not set, is empty, or holds what can be no key.
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
                # Half a pair is a mistake to be told of, not a reason to sign with the other pair.
                raise CredentialsMissing(f"environment: {absent[0]} is not set though its pair is", broken=True)
            missing.append(id_name)
        raise CredentialsMissing(f"environment: neither {missing[0]} nor {missing[1]} is set")

    def _read(self, id_name: str, key_name: str, token_name: str) -> Credentials:
        try:
            return Credentials(self.environ[id_name], self.environ[key_name], self.environ.get(token_name) or None)
        except CredentialsMissing as error:
            raise CredentialsMissing(f"environment: {id_name}, {key_name}, {token_name}: {error.message}", broken=True) from None
