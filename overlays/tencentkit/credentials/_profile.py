"""Credentials from a profile file."""

from __future__ import annotations

import configparser
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .._redaction import Secret
from ..clock import Clock
from ..errors import CredentialsMissing, RequestInvalid
from ..transport._types import Transport
from ._refresh import Refreshing
from ._types import Credentials

_DEFAULT_SESSION = "tencentkit"


class ProfileCredentials(Refreshing):
    """Credentials from a profile file.

    Looks at `~/.tencentcloud/credentials` and `/etc/tencentcloud/credentials` (INI: `secret_id`, `secret_key`, `token`;
    values may be quoted), then at the vendor's command line tool's `~/.tccli/<profile>.credential` (JSON: `secretId`,
    `secretKey`, `token`, `expiresAt`). A profile that names a role (`role_arn` and `role_session_name`; in JSON with
    hyphens) gives that role's temporary credentials, by AssumeRole. The file is read once, and again when what it gave ends.

    Args:
        profile: The section, or the tool's profile.
        path: This INI file alone; `~` is the home folder.
        sts_url: Address of STS for a profile that names a role, in place of the product's own.
        transport: What carries the request to STS, in place of httpx.
        clock: Time, for tests.

    Raises:
        RequestInvalid: `profile` or `path` is no text.
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
        super().__init__(clock=clock)
        if not isinstance(profile, str) or not profile:
            raise RequestInvalid("profile", "must be the name of a profile")
        if path is not None and not isinstance(path, Path | str):
            raise RequestInvalid("path", f"must be a path, not {type(path).__name__}")
        self.profile = profile
        self.origin: str | None = f"profile {profile}"
        self.path: Path | None = None if path is None else Path(path)
        self._sts_url = sts_url
        self._transport = transport

    def _fetch(self) -> Credentials:
        if self.path is not None:
            return self._from_ini(_at_home(self.path))
        places = [_at_home(Path("~/.tencentcloud/credentials")), Path("/etc/tencentcloud/credentials")]
        tool = _at_home(Path(f"~/.tccli/{self.profile}.credential"))
        for place in (*places, tool):
            if _is_there(place):
                return self._from_tool(place) if place == tool else self._from_ini(place)
        raise CredentialsMissing(f"profile file: none of {', '.join(map(str, (*places, tool)))} exists")

    def _from_ini(self, path: Path) -> Credentials:
        # Keys may hold "%": no interpolation.
        parser = configparser.ConfigParser(interpolation=None)
        try:
            with path.open(encoding="utf-8-sig") as stream:
                parser.read_file(stream)
        except (OSError, ValueError, configparser.Error) as error:
            # The parser's message quotes the line, which may be the key.
            raise _unreadable(path, error) from None
        if not parser.has_section(self.profile):
            raise CredentialsMissing(f"profile file: {path} has no section [{self.profile}]")
        return self._read(path, dict(_fields(parser[self.profile])))

    def _from_tool(self, path: Path) -> Credentials:
        try:
            content = json.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            raise _unreadable(path, error) from None
        if not isinstance(content, dict):
            raise CredentialsMissing(f"profile file: {path} holds no object", broken=True)
        names = {"secretId": "secret_id", "secretKey": "secret_key", "expiresAt": "expires_at"}
        return self._read(path, {names.get(name) or str(name).replace("-", "_"): _hidden(value) for name, value in content.items()})

    def _read(self, path: Path, fields: Mapping[str, Any]) -> Credentials:
        for name in ("secret_id", "secret_key"):
            if not fields.get(name):
                raise CredentialsMissing(f"profile file: {path}, profile {self.profile}: no {name}", broken=True)
        ends = fields.get("expires_at")
        try:
            source = Credentials(
                fields["secret_id"],
                fields["secret_key"],
                fields.get("token") or None,
                expires_at=ends if isinstance(ends, int | float) and not isinstance(ends, bool) else None,
            )
        except CredentialsMissing as error:
            raise CredentialsMissing(f"profile file: {path}, profile {self.profile}: {error.message}", broken=True) from None
        role = fields.get("role_arn") or None
        self.account: str | None = role
        if not role:
            return source
        from ._assume_role import AssumeRoleCredentials

        assuming = AssumeRoleCredentials(
            role_arn=role,
            role_session_name=fields.get("role_session_name") or _DEFAULT_SESSION,
            source=source,
            base_url=self._sts_url,
            transport=self._transport,
            clock=self._clock,
        )
        return assuming._fetch()  # noqa: SLF001 - what is fetched is kept here already

    def __repr__(self) -> str:
        return f"ProfileCredentials({self.profile!r}, path={self.path!r})"


def _at_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:
        return path  # nobody knows where the home folder is; then there is no such file either


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError) as error:  # a folder on the way that may not be looked into
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> CredentialsMissing:
    return CredentialsMissing(f"profile file: {path} cannot be read ({type(error).__name__})", broken=True)


def _fields(section: configparser.SectionProxy) -> Iterator[tuple[str, str]]:
    for name in section:
        yield str(name), _unquoted(section[name])


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    return Secret(value)


def _hidden(value: Any) -> Any:
    return Secret(value) if isinstance(value, str) else value
