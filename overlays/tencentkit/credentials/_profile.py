"""Provider that reads a profile file."""

from __future__ import annotations

import configparser
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .._redaction import Secret
from ..clock import Clock
from ..errors import CredentialsMissing, RequestInvalid
from ..transport._types import Transport
from ._refresh import RefreshingProvider
from ._types import Credentials, hidden

_DEFAULT_SESSION = "tencentkit"


class ProfileCredentials(RefreshingProvider):
    """Credentials from a profile file.

    The first existing file of these: `~/.tencentcloud/credentials`, `/etc/tencentcloud/credentials` (INI: `secret_id`,
    `secret_key`, `token`; quotes are optional), and `~/.tccli/<profile>.credential` of the vendor's command-line tool (JSON:
    `secretId`, `secretKey`, `token`, `expiresAt`). A profile with a role (`role_arn` and `role_session_name`; in JSON with
    hyphens) assumes it. The file is read once, and again shortly before its credentials expire.

    Args:
        profile: Section of the INI file, or profile of the tool.
        path: Only this INI file; `~` is the home folder.
        sts_url: Address of STS for a profile with a role, instead of the product's own.
        transport: Transport of the request to STS, instead of httpx.
        clock: Clock, for tests.

    Raises:
        RequestInvalid: `profile` or `path` has the wrong type, or `profile` is empty.
    """

    def __init__(
        self,
        profile: str = "default",
        path: Path | str | None = None,
        *,
        sts_url: str | None = None,
        transport: Transport | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.profile = profile  # before the checks, because a traceback with local variables shows the repr
        self.path: Path | None = None
        super().__init__(clock=clock)
        if not isinstance(profile, str) or not profile:
            raise RequestInvalid("profile", "must be the name of a profile")
        if path is not None and not isinstance(path, Path | str):
            raise RequestInvalid("path", f"must be a path, not {type(path).__name__}")
        self.origin: str | None = f"profile {profile}"
        self.path = None if path is None else Path(path)
        self._sts_url = sts_url
        self._transport = transport

    def _fetch(self) -> Credentials:
        if self.path is not None:
            return self._from_ini(_expand_home(self.path))
        ini_files = [_expand_home(Path("~/.tencentcloud/credentials")), Path("/etc/tencentcloud/credentials")]
        tool = _expand_home(Path(f"~/.tccli/{self.profile}.credential"))
        for file in (*ini_files, tool):
            if _exists(file):
                return self._from_tccli(file) if file == tool else self._from_ini(file)
        raise CredentialsMissing(f"profile file: none of {', '.join(map(str, (*ini_files, tool)))} exists")

    def _from_ini(self, path: Path) -> Credentials:
        # A key may contain "%", so no interpolation.
        parser = configparser.ConfigParser(interpolation=None)
        try:
            with path.open(encoding="utf-8-sig") as stream:
                parser.read_file(stream)
        except (OSError, ValueError, configparser.Error) as error:
            # The parser's message quotes the line, which may be the key.
            raise _unreadable(path, error) from None
        if not parser.has_section(self.profile):
            raise CredentialsMissing(f"profile file: {path} has no section [{self.profile}]")
        return self._read(path, {str(name): _unquote(value) for name, value in parser[self.profile].items()})

    def _from_tccli(self, path: Path) -> Credentials:
        try:
            content = json.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            raise _unreadable(path, error) from None
        if not isinstance(content, dict):
            raise CredentialsMissing(f"profile file: {path} contains no JSON object", broken=True)
        names = {"secretId": "secret_id", "secretKey": "secret_key", "expiresAt": "expires_at"}
        return self._read(path, {names.get(name) or str(name).replace("-", "_"): hidden(value) for name, value in content.items()})

    def _read(self, path: Path, fields: Mapping[str, Any]) -> Credentials:
        for name in ("secret_id", "secret_key"):
            if not fields.get(name):
                raise CredentialsMissing(f"profile file: {path}, profile {self.profile}: no {name}", broken=True)
        expires_at = fields.get("expires_at")
        try:
            source = Credentials(
                fields["secret_id"],
                fields["secret_key"],
                fields.get("token") or None,
                expires_at=expires_at if isinstance(expires_at, int | float) and not isinstance(expires_at, bool) else None,
            )
        except CredentialsMissing as error:
            raise CredentialsMissing(f"profile file: {path}, profile {self.profile}: {error.message}", broken=True) from None
        role = fields.get("role_arn") or None
        self.account: str | None = role
        if not role:
            return source
        from ._assume_role import AssumeRoleCredentials

        assume_role = AssumeRoleCredentials(
            role_arn=role,
            role_session_name=fields.get("role_session_name") or _DEFAULT_SESSION,
            source=source,
            base_url=self._sts_url,
            transport=self._transport,
            clock=self._clock,
        )
        return assume_role._fetch()  # noqa: SLF001 - this provider caches the result

    def __repr__(self) -> str:
        return f"ProfileCredentials({self.profile!r}, path={self.path!r})"


def _expand_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:
        return path  # without a home folder there is no such file


def _exists(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError) as error:  # a parent folder without permission
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> CredentialsMissing:
    return CredentialsMissing(f"profile file: {path} cannot be read ({type(error).__name__})", broken=True)


def _unquote(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    return Secret(value)
