# Written by `python -m generator emit` from generator/emit/templates/shared/action.py.jinja.
# Do not edit: mend the template.
"""Rows of the tables that describe an action's behaviour."""

from __future__ import annotations

from typing import Any, NamedTuple


class Paging(NamedTuple):
    """How an action pages. Names are attributes of the request and of the response model."""

    offset: str
    limit: str
    maximum: int
    items: str
    total: str | None


class Acceptor(NamedTuple):
    """One rule of a waiter: the state that it concludes when a value, or an error, is seen."""

    state: str
    """`success`, `failure` or `retry`."""
    path: tuple[str, ...] = ()
    """Attributes that lead from the response to the value."""
    values: tuple[Any, ...] = ()
    error: str | None = None
    """An error code; its sub-codes match too."""


class Waiter(NamedTuple):
    """When to stop polling an action, and how often to poll."""

    name: str
    interval: float
    """Seconds between two polls."""
    acceptors: tuple[Acceptor, ...]


class Action(NamedTuple):
    """One action of the API."""

    name: str
    service: str
    version: str
    rate_limit: int | None
    """Published requests a second; `None` where no limit is published."""
    read_only: bool
    region_required: bool
    regions: tuple[str, ...]
    """The only regions that serve the action; empty: all of them."""
    errors: tuple[str, ...]
    """Documented codes of the business logic."""
    paging: Paging | None = None


class CallOptions(NamedTuple):
    """Arguments that every method takes beside the action's own; `UNSET` leaves the client's setting."""

    region: Any
    timeout: Any
    deadline: Any
    headers: Any
