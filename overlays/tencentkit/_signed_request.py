"""A request with the timestamp and signature of this moment."""

from __future__ import annotations

from collections.abc import Mapping

from tencentkit_api.action import Action

from ._redaction import Secret
from ._settings import Settings
from ._version import __version__
from .credentials import Credentials
from .transport import HttpRequest

_CONTENT_TYPE = "application/json; charset=utf-8"


def signed_request(
    action: Action, body: bytes, *, region: str | None, extra: Mapping[str, str], settings: Settings, credentials: Credentials
) -> HttpRequest:
    """The request for `action`.

    Args:
        action: Its row.
        body: The very bytes that are sent.
        region: Where it goes.
        extra: Headers of the caller's, sent unsigned.
        settings: The client's.
        credentials: Who signs.
    """
    timestamp = int(settings.clock.time() + settings.clock_offset)
    headers = [
        ("Host", settings.host),
        ("Content-Type", _CONTENT_TYPE),
        ("Content-Length", str(len(body))),
        ("Accept-Encoding", "gzip"),
        ("User-Agent", f"tencentkit/{__version__}"),
        ("X-TC-RequestClient", f"tencentkit_{__version__}"),
        ("X-TC-Action", action.name),
        ("X-TC-Version", action.version),
        ("X-TC-Timestamp", str(timestamp)),
        (
            "Authorization",
            Secret(
                settings.signer.authorization(
                    credentials,
                    service=action.service,
                    timestamp=timestamp,
                    headers=(("content-type", _CONTENT_TYPE), ("host", settings.host), ("x-tc-action", action.name.lower())),
                    payload=body,
                )
            ),
        ),
    ]
    if region is not None:
        headers.append(("X-TC-Region", region))
    if credentials.token is not None:
        headers.append(("X-TC-Token", credentials.token))
    headers.extend(extra.items())
    return HttpRequest(settings.url, tuple(headers), body)
