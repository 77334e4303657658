"""The body of an answer, decoded within a bound.

Source: the protocol's section "Request", size limits: an answer is at most 50 MB.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from ..errors import ResponseMalformed
from ._types import HttpResponse

MAXIMUM_BYTES = 50 * 1024 * 1024
_GZIP = 16 + zlib.MAX_WBITS
_REDIRECT = range(300, 400)


class Body:
    """Collects the chunks of one answer.

    Args:
        status: HTTP status.
        headers: Headers of the answer.

    Raises:
        ResponseMalformed: A redirect, or a content encoding that was not asked for.
    """

    def __init__(self, status: int, headers: Mapping[str, str]) -> None:
        self.status = status
        self._headers = {name.lower(): value for name, value in headers.items()}
        if status in _REDIRECT:
            # Followed, it would carry the signature and the token to another place.
            raise ResponseMalformed("the answer is a redirect, which is never followed", status_code=status, permanent=True)
        encoding = self._headers.get("content-encoding", "identity").strip().lower()
        if encoding not in ("", "identity", "gzip"):
            raise ResponseMalformed(f"the answer has the content encoding {encoding!r}", status_code=status)
        self._decoder = zlib.decompressobj(_GZIP) if encoding == "gzip" else None
        self._decoded = bytearray()

    def feed(self, chunk: bytes) -> None:
        """Add a chunk as it came from the wire.

        Raises:
            ResponseMalformed: It does not decode, or the body is larger than 50 MB.
        """
        room = MAXIMUM_BYTES - len(self._decoded) + 1
        if self._decoder is None:
            self._decoded += chunk[:room]
        else:
            try:
                self._decoded += self._decoder.decompress(chunk, room)
            except zlib.error as error:
                raise self._malformed(f"does not decode as gzip ({error})") from error
            if self._decoder.unused_data:
                raise self._malformed("goes on after the end of its gzip data")
        if len(self._decoded) > MAXIMUM_BYTES:
            raise ResponseMalformed(f"the answer is larger than {MAXIMUM_BYTES:,} bytes", status_code=self.status, permanent=True)

    def response(self) -> HttpResponse:
        """The answer as a whole.

        Raises:
            ResponseMalformed: The gzip data is cut off.
        """
        if self._decoder is not None and self._decoded and not self._decoder.eof:
            raise self._malformed("ends in the middle of its gzip data")
        return HttpResponse(self.status, self._headers, bytes(self._decoded))

    def _malformed(self, fault: str) -> ResponseMalformed:
        return ResponseMalformed(f"the answer {fault}", status_code=self.status)
