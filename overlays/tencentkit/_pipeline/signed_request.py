"""A request with the timestamp and signature of this moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tencentkit_api.action import Action

from .._signing.request_template import SIGNED, RequestTemplate
from .._signing.tc3 import Unsigned
from ..credentials import Credentials
from ..transport._types import HttpRequest
from .settings import Settings

NOBODY = Credentials("unsigned-request", "unsigned-request")
"""What stands in for keys where nothing is signed; it is not sent."""
_UNSIGNED = Unsigned()
_STENCILS_KEPT = 256


def signed_request(
    action: Action,
    body: bytes,
    *,
    region: str | None,
    extra: Mapping[str, str],
    settings: Settings,
    credentials: Credentials,
    written: Callable[[], None] | None = None,
) -> HttpRequest:
    """The request for `action`.

    Args:
        action: Its row.
        body: The very bytes that are sent.
        region: Where it goes.
        extra: Headers of the caller's, sent unsigned.
        settings: The client's.
        credentials: Who signs.
        written: See `HttpRequest`.
    """
    stencil = settings.stencils.get((action.name, action.version, region)) or _new_stencil(action, region, settings)
    timestamp = int(settings.clock.time() + settings.clock_offset)
    signer = _UNSIGNED if action.skip_sign else settings.signer
    signature = signer.sign(credentials, service=action.service, timestamp=timestamp, names=SIGNED, digest=stencil.digest(body))
    headers = (
        *stencil.headers,
        ("Content-Length", str(len(body))),
        ("X-TC-Timestamp", str(timestamp)),
        ("Authorization", signature),
    )
    if credentials.token is not None:
        headers += (("X-TC-Token", credentials.token),)
    if extra:
        headers += tuple(extra.items())
    return HttpRequest(settings.url, headers, body, "POST", written, len(stencil.headers))


def _new_stencil(action: Action, region: str | None, settings: Settings) -> RequestTemplate:
    if len(settings.stencils) >= _STENCILS_KEPT:
        settings.stencils.clear()
    made = settings.stencils[action.name, action.version, region] = RequestTemplate(action, settings.host, region)
    return made
