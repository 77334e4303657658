"""HTTP transports: send a signed request, return the response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy_exports
from ._types import AsyncResponseStream as AsyncResponseStream
from ._types import AsyncTransport as AsyncTransport
from ._types import HttpRequest as HttpRequest
from ._types import HttpResponse as HttpResponse
from ._types import ResponseStream as ResponseStream
from ._types import Transport as Transport

if TYPE_CHECKING:
    from ._httpx_async import AsyncHttpxTransport as AsyncHttpxTransport
    from ._httpx_sync import HttpxTransport as HttpxTransport
    from ._lean.async_transport import AsyncLeanTransport as AsyncLeanTransport
    from ._lean.sync_transport import LeanTransport as LeanTransport
    from ._shared import SharedConnections as SharedConnections

__all__ = [
    "AsyncHttpxTransport",
    "AsyncLeanTransport",
    "AsyncResponseStream",
    "AsyncTransport",
    "HttpRequest",
    "HttpResponse",
    "HttpxTransport",
    "LeanTransport",
    "ResponseStream",
    "SharedConnections",
    "Transport",
]

if not TYPE_CHECKING:  # a type checker that saw it would accept every name
    __getattr__, __dir__ = lazy_exports(
        globals(),
        {
            "AsyncHttpxTransport": "._httpx_async",
            "AsyncLeanTransport": "._lean.async_transport",
            "HttpxTransport": "._httpx_sync",
            "LeanTransport": "._lean.sync_transport",
            "SharedConnections": "._shared",
        },
    )
