"""Selection of the fake for a request that arrives at a server of several products."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .._fake.fake_product import FakeProduct

_SCOPE = re.compile(r"Credential=[^/,\s]+/[^/,\s]+/(?P<service>[^/,\s]+)/")


class ProductRouter:
    """Fakes by product. A request names its product in the host or in the credential scope, and the API version in a header.

    Args:
        fakes: Fakes of different products or API versions. The first one responds to requests that name none of them.

    Raises:
        ValueError: There is no fake, or two fakes are of the same version.
    """

    def __init__(self, fakes: Sequence[FakeProduct]) -> None:
        if not fakes:
            raise ValueError("serve needs at least one fake")
        titles = [f"{fake.service} {fake.version}" for fake in fakes]
        if repeated := sorted({title for title in titles if titles.count(title) > 1}):
            raise ValueError(f"serve accepts one fake of each API version, not two of {', '.join(repeated)}")
        self._fakes = list(fakes)

    def select(self, headers: Mapping[str, str]) -> FakeProduct:
        """Return the fake for a request with these headers; names are in lower case."""
        services = {fake.service for fake in self._fakes}
        host = headers.get("host", "").lower().partition(".")[0]
        scope = _SCOPE.search(headers.get("authorization", ""))
        named = host if host in services else scope["service"] if scope else None
        version, action = headers.get("x-tc-version"), headers.get("x-tc-action")
        candidates = [fake for fake in self._fakes if fake.service == named]
        # A request without a signature has no scope; its action and version are left.
        candidates = candidates or [fake for fake in self._fakes if fake.version == version and action in fake.action_names]
        return next((fake for fake in candidates if fake.version == version), (candidates or self._fakes)[0])
