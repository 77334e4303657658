"""What a client was told once, and what its calls share."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field

from .._signing.request_template import RequestTemplate
from .._signing.tc3 import Signer
from ..clock import Clock
from ..credentials import CredentialsProvider
from ..hooks import Hook
from ..retry import Retry, RetryQuota
from ..throttle._throttle import Throttle


@define(kw_only=True)
class Settings:
    """Settings of one client."""

    url: str
    host: str
    region: str | None
    credentials: CredentialsProvider
    timeout: float | None
    deadline: float | None
    retry: Retry | None
    throttle: Throttle | None
    clock: Clock
    random: Callable[[], float]
    hooks: tuple[Hook, ...] = ()
    signer: Signer = field(factory=Signer)
    stencils: dict[tuple[str, str, str | None], RequestTemplate] = field(factory=dict)
    quota: RetryQuota
    clock_offset: float = 0.0
    """Seconds by which the service's clock is ahead of ours, as far as it was noticed."""
    closed: bool = False
    """Whether nothing is to be sent any more."""
