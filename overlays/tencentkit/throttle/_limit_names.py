"""Validation of the action names in `Throttle(limits=…)`: a limit under a misspelled name would never apply."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterable

from ..errors import RequestInvalid

_LOG = logging.getLogger("tencentkit")
_ACTION_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_LIMIT_NAME = re.compile(r"([a-z][a-z0-9]*\.)?[A-Z][A-Za-z0-9]*")
_SIMILARITY = 0.85
_warned: set[tuple[str, str]] = set()
"""Services and names that this process has warned of."""


def check_action_name(action: str) -> None:
    """Raise unless `action` can be the name of an action.

    Raises:
        RequestInvalid: It cannot; the rule suggests the action of a method's name.
    """
    if not _LIMIT_NAME.fullmatch(action):
        meant = "".join(word[:1].upper() + word[1:] for word in re.findall("[A-Za-z0-9]+", action))
        hint = f"; did you mean {meant}?" if _ACTION_NAME.fullmatch(meant) else ", such as ListFunctions"
        raise RequestInvalid(f"limits[{action!r}]", f"must be the action's name as it is sent{hint}")


_products: dict[str, frozenset[str]] = {}
"""Actions of each product that this process has a client of."""


def check_unambiguous(names: Iterable[str], *, service: str, known: Collection[str]) -> None:
    """Raise if a name without product is an action of several products in use.

    Args:
        names: Names of limits.
        service: The product of a new client.
        known: Names of its actions.

    Raises:
        RequestInvalid: The rule lists the names with product.
    """
    _products[service] = frozenset(known)
    for name in names:
        choices = sorted(f"{product}.{name}" for product, actions in _products.items() if name in actions)
        if len(choices) > 1:
            raise RequestInvalid(f"limits[{name!r}]", f"must name the product: {' or '.join(choices)}")


def warn_of_doubtful(names: Iterable[str], *, service: str, known: Collection[str]) -> None:
    """Log one warning per process for each name that is missing in `known` but similar to a name there.

    One throttle may serve several products and newer actions, so names without a similar one are valid.

    Args:
        names: Names of limits.
        service: The product's service, such as `scf`.
        known: Names of its actions.
    """
    for full_name in names:
        product, _, name = full_name.rpartition(".")
        if product not in {"", service} or name in known or (service, name) in _warned:
            continue
        from .._validation.suggestions import nearest

        similar = nearest(name, known, _SIMILARITY)
        if similar is not None:
            _warned.add((service, name))
            _LOG.warning("tencentkit: Throttle(limits=…): %s has no action %s; did you mean %s?", service, name, similar)
