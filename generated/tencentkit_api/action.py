# Written by `python -m generator emit` from generator/emit/templates/shared/action.py.jinja.
# Do not edit: mend the template.
"""Rows of the tables that describe an action's behaviour."""

from __future__ import annotations

from typing import Any, NamedTuple


class Timeline(NamedTuple):
    """What lets a listing be followed along the time of its items. Names are attributes."""

    item: str
    """Of an item: its time, as text that sorts like the time itself."""
    format: str
    """How the bounds of the interval are written, as for `strftime`. What an item's time holds beyond it is ignored there."""
    interval: str
    """Of the request: the interval that its items' times are in."""
    start: str
    """Of the interval: its first moment."""
    end: str
    """Of the interval: the first moment after it."""
    newest_first: tuple[tuple[str, Any], ...]
    """Arguments of the request that list by this time, newest first."""
    oldest_first: tuple[tuple[str, Any], ...]
    """The same, oldest first."""
    reach: int
    """Seconds before its newest item that the listing reaches back at most."""


class Paging(NamedTuple):
    """How an action pages. Names are attributes of the request, of the response model, or of an item."""

    offset: str
    """What says which page: how many items to skip, a page's number, or a token, by `style`."""
    limit: str
    maximum: int
    items: str
    total: str | None
    style: str = "offset"
    """`offset`, `page` or `token`."""
    first: int = 1
    """Number of the first page, where `style` is `page`."""
    as_text: bool = False
    """Whether the request takes offset and limit as texts."""
    token: str | None = None
    """Of the response: the token of the next page, where `style` is `token`."""
    key: str | None = None
    """Of an item: what no other item has."""
    time: Timeline | None = None
    cap: int | None = None
    """The most that offset and limit may be together."""
    cap_error: str | None = None
    """The error code that a higher offset meets."""


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


class Deprecated(NamedTuple):
    """An action, or an argument of it, that the service means to take away."""

    notice: str
    """What to tell whoever uses it."""
    path: tuple[str, ...] = ()
    """Attributes that lead from the request to the argument; empty for the action itself."""
    wire: tuple[str, ...] = ()
    """The same way by wire names."""


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
    skip_sign: bool = False
    """Whether it is sent without a signature, for it is what gives the keys to sign with."""
    deprecated: tuple[Deprecated, ...] = ()


class CallOptions(NamedTuple):
    """Arguments that every method takes beside the action's own; `UNSET` leaves the client's setting."""

    region: Any
    timeout: Any
    deadline: Any
    headers: Any


class PagingOptions(NamedTuple):
    """Arguments that `paginate` takes beside the action's own."""

    max_items: int | None = None
    start: str | None = None
    prefetch: int = 0
    plain: bool = False
    progress: bool = False
