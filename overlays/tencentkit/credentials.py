"""Who calls: a pair of keys, and the places where people keep them."""

from __future__ import annotations

import configparser
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from attrs import field, frozen

from ._redaction import masked
from .errors import CredentialsMissing


@frozen
class Credentials:
    """A secret id and key of the vendor's console, or temporary ones with their token.

    Args:
        secret_id: The id; it is sent in clear.
        secret_key: The key; it signs and is never sent.
        token: Token of temporary credentials.

    Raises:
        CredentialsMissing: A part is empty or holds what cannot stand in a header.
    """

    secret_id: str = field(repr=masked)
    secret_key: str = field(repr=lambda _: "'…'")
    token: str | None = field(default=None, repr=lambda value: "None" if value is None else "'…'")

    def __attrs_post_init__(self) -> None:
        parts = {"secret_id": self.secret_id, "secret_key": self.secret_key}
        if self.token is not None:
            parts["token"] = self.token
        for name, value in parts.items():
            if not isinstance(value, str) or not value:
                raise CredentialsMissing(f"{name} is empty or no string")
            if not value.isascii() or not value.isprintable() or " " in value:
                raise CredentialsMissing(f"{name} holds a blank or a character that cannot stand in a header")

    def get(self) -> Credentials:
        """These credentials: they are a provider of themselves."""
        return self


class CredentialsProvider(Protocol):
    """Anything that gives credentials when asked."""

    def get(self) -> Credentials:
        """The credentials to sign with.

        Raises:
            CredentialsMissing: It has none; the message says why.
        """
        ...


@frozen
class EnvironmentCredentials:
    """Credentials from environment variables.

    Looks at `TENCENTCLOUD_SECRET_ID`, `TENCENTCLOUD_SECRET_KEY` and `TENCENTCLOUD_TOKEN`, then at the names that the
    runtime of a cloud function sets: `TENCENTCLOUD_SECRETID`, `TENCENTCLOUD_SECRETKEY`, `TENCENTCLOUD_SESSIONTOKEN`.
    The environment is read anew at each call, since a function's runtime renews it.
    """

    environ: Mapping[str, str] = field(factory=lambda: os.environ, repr=False)

    def get(self) -> Credentials:
        """Read the variables.

        Raises:
            CredentialsMissing: A variable is not set, or is empty.
        """
        missing: list[str] = []
        for id_name, key_name, token_name in (
            ("TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY", "TENCENTCLOUD_TOKEN"),
            ("TENCENTCLOUD_SECRETID", "TENCENTCLOUD_SECRETKEY", "TENCENTCLOUD_SESSIONTOKEN"),
        ):
            absent = [name for name in (id_name, key_name) if not self.environ.get(name)]
            if not absent:
                return Credentials(self.environ[id_name], self.environ[key_name], self.environ.get(token_name) or None)
            if len(absent) == 1:
                # Half a pair is a mistake to be told of, not a reason to sign with other keys.
                raise CredentialsMissing(f"environment: {absent[0]} is not set though its pair is")
            missing.append(id_name)
        raise CredentialsMissing(f"environment: neither {missing[0]} nor {missing[1]} is set")


@frozen
class ProfileCredentials:
    """Credentials from a profile file.

    Looks at `~/.tencentcloud/credentials` and `/etc/tencentcloud/credentials` (INI: `secret_id`, `secret_key`, `token`;
    values may be quoted), then at the vendor's command line tool's `~/.tccli/<profile>.credential` (JSON).

    Args:
        profile: The section, or the tool's profile.
        path: This INI file alone.
    """

    profile: str = "default"
    path: Path | None = None

    def get(self) -> Credentials:
        """Read the first file that there is.

        Raises:
            CredentialsMissing: There is no file, or it lacks the profile or a key.
        """
        if self.path is not None:
            return self._from_ini(self.path)
        home = Path.home()
        places = [home / ".tencentcloud" / "credentials", Path("/etc/tencentcloud/credentials")]
        for place in places:
            if place.is_file():
                return self._from_ini(place)
        tool = home / ".tccli" / f"{self.profile}.credential"
        if tool.is_file():
            return self._from_tool(tool)
        raise CredentialsMissing(f"profile file: none of {', '.join(map(str, (*places, tool)))} exists")

    def _from_ini(self, path: Path) -> Credentials:
        # Keys may hold "%": no interpolation.
        parser = configparser.ConfigParser(interpolation=None)
        try:
            with path.open(encoding="utf-8") as stream:
                parser.read_file(stream)
        except (OSError, UnicodeDecodeError, configparser.Error) as error:
            # The parser's message quotes the line, which may be the key.
            raise CredentialsMissing(f"profile file: {path} cannot be read ({type(error).__name__})") from None
        if not parser.has_section(self.profile):
            raise CredentialsMissing(f"profile file: {path} has no section [{self.profile}]")
        section = {name: _unquoted(value) for name, value in parser.items(self.profile)}
        return self._pair(path, section.get("secret_id"), section.get("secret_key"), section.get("token"))

    def _from_tool(self, path: Path) -> Credentials:
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CredentialsMissing(f"profile file: {path} cannot be read ({type(error).__name__})") from None
        if not isinstance(content, dict):
            raise CredentialsMissing(f"profile file: {path} holds no object")
        return self._pair(path, content.get("secretId"), content.get("secretKey"), content.get("token"))

    def _pair(self, path: Path, secret_id: str | None, secret_key: str | None, token: str | None) -> Credentials:
        if not secret_id or not secret_key:
            name = "secret_id" if not secret_id else "secret_key"
            raise CredentialsMissing(f"profile file: {path}, profile {self.profile}: no {name}")
        return Credentials(secret_id, secret_key, token or None)


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return value


@frozen
class DefaultCredentials:
    """The sources that are looked at when a client is given no credentials: environment, then profile file.

    The first that serves is kept for the client's life; the environment is read anew at each call.
    """

    sources: tuple[CredentialsProvider, ...] = field(factory=lambda: (EnvironmentCredentials(), ProfileCredentials()))
    _found: list[CredentialsProvider] = field(factory=list, init=False, repr=False, eq=False)

    def get(self) -> Credentials:
        """Ask each source in turn.

        Raises:
            CredentialsMissing: None served; the message lists them all, each with its reason.
        """
        if self._found:
            return self._found[0].get()
        reasons: list[str] = []
        for source in self.sources:
            try:
                credentials = source.get()
            except CredentialsMissing as error:
                reasons.append(error.message)
                continue
            # A file is read once; a variable may be renewed under us.
            self._found.append(source if isinstance(source, EnvironmentCredentials) else credentials)
            return credentials
        raise CredentialsMissing(
            "no credentials: pass credentials=Credentials(…) or set TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY; looked at "
            + "; ".join(reasons)
        )
