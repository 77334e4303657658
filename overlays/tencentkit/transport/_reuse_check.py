"""What a connection still holds when its answer has ended: it must be nothing.

Bytes after an answer would be read as the answer to the next request, whoever that comes from. Such an answer is not
believed, and its connection is not used again. Most of what is asked here httpx has no public way to; where an attribute has
moved, the connection is not used again either, which the tests of reuse would notice.
"""

from __future__ import annotations

import ssl
from enum import Enum
from typing import TYPE_CHECKING, Any

from ..errors import ResponseMalformed
from ._types import HttpResponse

if TYPE_CHECKING:
    import httpx

    from ._pool_sync import Answer
    from ._response_body import Body


class ConnectionState(Enum):
    """What became of a connection."""

    NONE = "none"
    """It may be used again."""
    UNKNOWN = "unknown"
    """It has ended, or nobody can tell what it holds: it must not be used again."""
    BYTES = "bytes"
    """Something follows the answer."""


def leftover(response: Answer | httpx.Response) -> ConnectionState:
    """Look behind an answer that was read in this thread."""
    stream = response.extensions.get("network_stream")
    if stream is None:
        return ConnectionState.NONE  # no network: a cassette
    try:
        tls = stream.get_extra_info("ssl_object")
        if _parser(response).trailing_data[0] or (tls is not None and tls.pending()):
            return ConnectionState.BYTES
        if not stream.get_extra_info("is_readable"):
            return ConnectionState.NONE
        # Readable: more bytes, the end, or a record of TLS itself.
        return ConnectionState.BYTES if stream.read(1, timeout=0) else ConnectionState.UNKNOWN
    except Exception:  # noqa: BLE001 - whatever it is, the connection is not known to be clean
        return ConnectionState.UNKNOWN


def leftover_async(response: Answer | httpx.Response) -> ConnectionState:
    """Look behind an answer that was read in this event loop; nothing is awaited."""
    stream = response.extensions.get("network_stream")
    if stream is None:
        return ConnectionState.NONE
    try:
        tls = stream.get_extra_info("ssl_object")
        if _parser(response).trailing_data[0] or (tls is not None and _decrypted(tls)):
            return ConnectionState.BYTES
        # The stream is ours (see _async_backend), around httpcore's.
        below = stream.inner._stream  # noqa: SLF001
        below = below if tls is None else below.transport_stream
        if below._protocol.read_queue:  # noqa: SLF001 - read from the socket, not yet asked for
            return ConnectionState.BYTES
        # The event loop may read on behind us; whatever is there, the connection is at its end.
        return ConnectionState.UNKNOWN if stream.get_extra_info("is_readable") else ConnectionState.NONE
    except Exception:  # noqa: BLE001 - as above
        return ConnectionState.UNKNOWN


def retire(response: Answer | httpx.Response) -> bool:
    """Let the connection of `response` end when that is closed; false where its socket must be closed instead.

    A socket that is closed under an idle connection is not enough: another thread may take that connection in the same
    moment, and httpcore would read what its parser still holds as the answer to the next request.
    """
    try:
        _parser(response).send_failed()
    except AttributeError:
        return False
    return True


def alone(body: Body, found: ConnectionState) -> HttpResponse:
    """The answer, if nothing followed it.

    Raises:
        ResponseMalformed: Something did, or its body is cut off.
    """
    if found is ConnectionState.BYTES:
        raise ResponseMalformed("the connection delivered more than one answer: none is believed", status_code=body.status)
    return body.response()


def _parser(response: Answer | httpx.Response) -> Any:
    # Between them, where they were asked, stand a stream of httpx's and one of httpcore's pool.
    found: Any = response.stream
    for name in ("_httpcore_stream", "_stream"):
        found = getattr(found, name, found)
    return found._connection._h11_state  # noqa: SLF001


def _decrypted(tls: ssl.SSLObject) -> bool:
    """Whether a record with data stands in the TLS buffer; its end is an error, which the caller takes for unknown."""
    try:
        if tls.read(1):
            return True
    except ssl.SSLWantReadError:
        return False
    raise EOFError
