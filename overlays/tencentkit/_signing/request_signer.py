"""Signed requests: headers, timestamp and signature for one attempt."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from tencentkit_api.action import Action

from .._version import __version__
from ..clock import Clock
from ..credentials._types import Credentials
from ..transport._types import HttpRequest
from .tc3 import Signer

UNSIGNED = Credentials("unsigned-request", "none")
"""Placeholder for the credentials of an action that is sent without a signature; never sent. Redaction ignores so short a key."""
_CONTENT_TYPE = "application/json; charset=utf-8"
_SIGNED_NAMES = "content-type;host;x-tc-action"
_MAX_TEMPLATES = 256


class RequestTemplate:
    """The part that all requests of one action, host, region and language share.

    Attributes:
        headers: The headers with constant values.
    """

    __slots__ = ("_canonical", "headers")

    def __init__(self, action: Action, host: str, region: str | None, language: str | None) -> None:
        self.headers: tuple[tuple[str, str], ...] = (
            ("Host", host),
            ("Content-Type", _CONTENT_TYPE),
            ("Accept-Encoding", "gzip"),
            ("User-Agent", f"tencentkit/{__version__}"),
            ("X-TC-RequestClient", f"tencentkit_{__version__}"),
            ("X-TC-Action", action.name),
            ("X-TC-Version", action.version),
            *(() if region is None else (("X-TC-Region", region),)),
            *(() if language is None else (("X-TC-Language", language),)),
        )
        # The canonical request lists the headers in ascending order of their names.
        lines = f"content-type:{_CONTENT_TYPE}\nhost:{host}\nx-tc-action:{action.name.lower()}\n"
        self._canonical = hashlib.sha256(f"POST\n/\n\n{lines}\n{_SIGNED_NAMES}\n".encode())

    def digest(self, body: bytes) -> str:
        """Return the SHA-256 of the canonical request with `body`; copying a hash state saves hashing its beginning again."""
        canonical = self._canonical.copy()
        canonical.update(hashlib.sha256(body).hexdigest().encode())
        return canonical.hexdigest()


class RequestSigner:
    """Signer of one client's requests.

    Attributes:
        url: The URL of every request.
        host: The endpoint's host, as signed.
        clock_offset: Seconds by which the service's clock is ahead of this machine's, as far as known.
    """

    def __init__(self, url: str, host: str, clock: Clock) -> None:
        self.url = url
        self.host = host
        self.clock_offset = 0.0
        self._clock = clock
        self._signer = Signer()
        self._templates: dict[tuple[str, str, str | None, str | None], RequestTemplate] = {}

    def sign(
        self,
        action: Action,
        body: bytes,
        *,
        region: str | None,
        language: str | None = None,
        headers: Mapping[str, str],
        credentials: Credentials,
        written: Callable[[], None] | None = None,
    ) -> HttpRequest:
        """Return a request for `action`, signed now.

        Args:
            action: The action's row.
            body: The bytes that are sent.
            region: Value of the region header; `None` for none.
            language: Value of the language header; `None` for none.
            headers: The caller's headers, sent unsigned.
            credentials: Their secret key signs.
            written: See `HttpRequest`.
        """
        template = self._templates.get((action.name, action.version, region, language)) or self._new_template(action, region, language)
        timestamp = int(self._clock.time() + self.clock_offset)
        if action.skip_sign:
            authorization = "SKIP"
        else:
            authorization = self._signer.sign(
                credentials, service=action.service, timestamp=timestamp, signed_headers=_SIGNED_NAMES, hashed_request=template.digest(body)
            )
        lines = (
            *template.headers,
            ("Content-Length", str(len(body))),
            ("X-TC-Timestamp", str(timestamp)),
            ("Authorization", authorization),
        )
        if credentials.token is not None:
            lines += (("X-TC-Token", credentials.token),)
        if headers:
            lines += tuple(headers.items())
        return HttpRequest(self.url, lines, body, "POST", written, len(template.headers), read_only=action.read_only)

    def _new_template(self, action: Action, region: str | None, language: str | None) -> RequestTemplate:
        if len(self._templates) >= _MAX_TEMPLATES:
            self._templates.clear()
        template = RequestTemplate(action, self.host, region, language)
        self._templates[action.name, action.version, region, language] = template
        return template

    def __repr__(self) -> str:
        return f"RequestSigner({self.url!r})"
