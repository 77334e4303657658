# Written by `python -m generator emit` from generator/emit/templates/shared/action.py.jinja.
# Do not edit: change the template.
"""Row types of the action tables: rate limit, regions, errors, pagination, waiters, deprecation."""

from __future__ import annotations

from typing import Any, NamedTuple


class Timeline(NamedTuple):
    """Time ordering of a listing. All names are Python attributes."""

    item: str
    """Time field of an item. Its text sorts in time order."""
    format: str
    """`strftime` format of the interval bounds. Any further digits in an item's time are ignored there."""
    interval: str
    """Request argument with the time interval of the items."""
    start: str
    """Start field of the interval (inclusive)."""
    end: str
    """End field of the interval (exclusive)."""
    newest_first: tuple[tuple[str, Any], ...]
    """Request arguments that sort by this time, newest first."""
    oldest_first: tuple[tuple[str, Any], ...]
    """Request arguments that sort by this time, oldest first."""
    reach: int
    """Maximum age of a listed item, in seconds before the newest item."""


class Paging(NamedTuple):
    """Pagination of an action. Names are attributes of the request, of the response model, or of an item.

    `offset`, `limit`, `items`, `total`, `token` and `more` are dotted paths where the attribute is inside an object.
    """

    offset: str
    """Request argument that selects the page: an offset, a page number or a token, depending on `style`."""
    limit: str
    maximum: int
    items: str
    total: str | None
    style: str = "offset"
    """`offset`, `page` or `token`."""
    first: int = 1
    """Number of the first page, where `style` is `page`."""
    as_text: bool = False
    """True if the request takes offset and limit as strings."""
    token: str | None = None
    """Response field with the token of the next page, where `style` is `token`."""
    key: str | None = None
    """Unique field of an item."""
    time: Timeline | None = None
    cap: int | None = None
    """Maximum of offset + limit."""
    cap_error: str | None = None
    """Error code of the response to a higher offset."""
    more: str | None = None
    """Response flag that tells whether more pages follow."""
    last: bool = True
    """Value of that flag on the last page."""
    inferred: bool = False
    """True if a rule of the generator infers the row, and no person has confirmed it."""


class Acceptor(NamedTuple):
    """Waiter rule: the resulting state for a response value or an error code."""

    state: str
    """`success`, `failure` or `retry`."""
    path: tuple[str, ...] = ()
    """Attribute path from the response to the value."""
    values: tuple[Any, ...] = ()
    error: str | None = None
    """Error code to match, including its sub-codes."""


class Waiter(NamedTuple):
    """Polling interval and final states for an action."""

    name: str
    interval: float
    """Seconds between two polls."""
    acceptors: tuple[Acceptor, ...]


class Deprecated(NamedTuple):
    """Deprecation of an action or of one of its arguments."""

    notice: str
    """Text of the warning."""
    path: tuple[str, ...] = ()
    """Attribute path from the request to the argument; empty for the action itself."""
    wire: tuple[str, ...] = ()
    """The same path in wire names."""


class Streaming(NamedTuple):
    """Response of an action that arrives as server-sent events."""

    switch: str | None = None
    """Request argument that selects the stream; `None`: the response is always a stream."""
    done: str | None = None
    """Data of the event after the last one; `None`: the end of the response ends the stream."""
    error: str | None = None
    """Wire name of the field of an event that holds an error of the service."""


class Action(NamedTuple):
    """Documented behavior of one API action."""

    name: str
    service: str
    version: str
    rate_limit: int | None
    """Published limit in requests per second; `None` if no source states one."""
    read_only: bool
    """True if the action changes nothing, so the client may repeat it."""
    region_required: bool
    """True if the action requires a region; `False` also if no source states it."""
    regions: tuple[str, ...]
    """Regions that serve the action; empty for all regions, or if no source states them."""
    errors: tuple[str, ...]
    """Documented error codes of the action itself."""
    paging: Paging | None = None
    skip_sign: bool = False
    """True if the request carries no signature, because the action itself returns the keys."""
    deprecated: tuple[Deprecated, ...] = ()
    body: str = "json"
    """Form of the request's body: `json`, `form` for a form with files, or `octets`."""
    stream: Streaming | None = None
    client_token: str | None = None
    """Wire name of the request's idempotency token: the service executes requests with the same token once."""
    secret_read: bool = False
    """True if the action reads, and its response holds secrets."""
    unpaged: str | None = None
    """Reason why an action that lists has no pagination."""


class PagingOptions(NamedTuple):
    """Arguments of `paginate` besides the arguments of the action."""

    max_items: int | None = None
    start: str | None = None
    prefetch: int = 0
    plain: bool = False
    progress: bool = False
