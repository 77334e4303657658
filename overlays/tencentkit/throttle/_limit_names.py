"""The names in `Throttle(limits=…)`: a limit under a name that no request has would be kept by nobody."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterable

from ..errors import RequestInvalid

_LOG = logging.getLogger("tencentkit")
_WIRE = re.compile(r"[A-Z][A-Za-z0-9]*")
_CLOSE = 0.85
_said: set[tuple[str, str]] = set()
"""Services and names that were warned of in this process."""


def check_action_name(action: str) -> None:
    """Refuse what cannot be an action's name on the wire.

    Raises:
        RequestInvalid: It cannot; a method's name is answered with its action's.
    """
    if not _WIRE.fullmatch(action):
        meant = "".join(word[:1].upper() + word[1:] for word in re.findall("[A-Za-z0-9]+", action))
        hint = f"; did you mean {meant}?" if _WIRE.fullmatch(meant) else ", such as ListFunctions"
        raise RequestInvalid(f"limits[{action!r}]", f"must be the action's name as it is sent{hint}")


def warn_of_doubtful(names: Iterable[str], *, service: str, known: Collection[str]) -> None:
    """Log a warning for each name that resembles an action in `known` without being one; once each in this process.

    A throttle may serve several products, and actions newer than the table, so other names are no concern of this product.
    """
    for name in names:
        if name in known or (service, name) in _said:
            continue
        from .._validation.suggestions import nearest

        close = nearest(name, known, _CLOSE)
        if close is not None:
            _said.add((service, name))
            _LOG.warning("tencentkit: Throttle(limits=…): %s is not an action of %s; did you mean %s?", name, service, close)
