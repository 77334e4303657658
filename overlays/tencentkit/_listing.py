"""Which page next? The decisions of a listing, for pagers of both kinds."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from tencentkit_api.action import Action, Paging
from tencentkit_api.meta import Meta
from tencentkit_api.model import Model
from tencentkit_api.unset import UNSET

from ._arguments import check_seconds
from ._deadline import Deadline
from .clock import Clock
from .errors import DeadlineExceeded, RequestInvalid, ResponseMalformed, TencentkitError

_CURSOR_VERSION = 1
_NOT_OF_THE_QUERY = frozenset({"timeout", "deadline", "headers"})


class Listing:
    """A walk by offset over all pages of one query.

    Args:
        action: The action that lists.
        paging: Its row of the paging table.
        arguments: Its arguments, page size and first offset included if the caller gave them.
        max_items: How many items to give at most; `None` for all.
        start: The cursor of an equal listing, to go on where that stood.
        clock: What the deadline over all pages counts by.

    Raises:
        RequestInvalid: An argument can never be right, or the cursor is that of another query.
    """

    def __init__(
        self,
        action: Action,
        paging: Paging,
        arguments: Mapping[str, Any],
        *,
        max_items: int | None,
        start: str | None,
        clock: Clock,
    ) -> None:
        self._paging = paging
        self._action = action
        self._arguments = dict(arguments)
        self._query = _digest(action, paging, self._arguments)
        self._size = self._whole(self._paging.limit, self._paging.maximum, least=1)
        self._position = self._whole(self._paging.offset, 0, least=0)
        if start is not None:
            self._position = self._read_cursor(start)
        if max_items is not None and (isinstance(max_items, bool) or not isinstance(max_items, int) or max_items < 0):
            raise RequestInvalid("max_items", "must be a whole number from 0, or None for all")
        self._wanted = max_items
        self._asked = self._size
        self._fetched = self._position
        self._ended = False
        self.total: int | None = None
        given = self._arguments.pop("deadline", UNSET)
        self._seconds = UNSET if given is UNSET else check_seconds("deadline", given)
        self._clock = clock
        self._deadline: Deadline | None = None
        self._over: DeadlineExceeded | None = None

    def next_arguments(self) -> dict[str, Any] | None:
        """The arguments of the next page's call; `None` when the listing is at its end.

        Raises:
            DeadlineExceeded: The deadline over all pages has passed.
        """
        if self._ended or self._wanted == 0:
            return None
        arguments = dict(self._arguments)
        arguments[self._paging.offset] = self._fetched
        self._asked = self._size if self._wanted is None else min(self._size, self._wanted)
        arguments[self._paging.limit] = self._asked
        if self._seconds is not UNSET:
            if self._deadline is None:
                self._deadline = Deadline(self._seconds, self._clock)
            left = self._deadline.left()
            if left is not None and left <= 0:
                self._over = self._deadline.error(f"listing {self._action.name}", sent=False)
                raise self._over
            arguments["deadline"] = left
        return arguments

    def received(self, page: Any) -> list[Any]:
        """Take in a page.

        Returns:
            Its items, as many as are wanted.

        Raises:
            ResponseMalformed: The page has no list of items.
        """
        items = getattr(page, self._paging.items)
        if items is None or items is UNSET:
            items = []
        if not isinstance(items, list):
            raise ResponseMalformed(f"{self._action.name}: {self._paging.items} is {type(items).__name__}, not a list")
        meta: Meta | None = getattr(page, "meta", None)
        if self._deadline is not None and meta is not None:
            self._deadline.book({"throttle": meta.throttle_wait, "network": max(0.0, meta.elapsed - meta.throttle_wait)})
        total = None if self._paging.total is None else getattr(page, self._paging.total)
        self.total = total if isinstance(total, int) and not isinstance(total, bool) else None
        # By what came, not by what was asked for: a service may give smaller pages than that.
        self._fetched += len(items)
        if not items:
            self._ended = True
        elif self.total is not None:
            self._ended = self._fetched >= self.total
        else:
            self._ended = len(items) < self._asked
        if self._wanted is not None:
            items = items[: self._wanted]
            self._wanted -= len(items)
        return items

    def failed(self, error: TencentkitError) -> TencentkitError:
        """The error of a page as that of the listing: with the place to go on, and all pages' time where that is up."""
        if isinstance(error, DeadlineExceeded) and self._deadline is not None and error is not self._over:
            self._deadline.book(error.spent)
            whole = self._deadline.error(f"listing {self._action.name}", wait=error.wait, sent=error.sent)
            whole.attempts, whole.retry_safe, whole.__cause__ = error.attempts, error.retry_safe, error
            error = whole
        error.cursor = self.cursor
        return error

    def given(self, count: int) -> None:
        """Note that the caller has got so many more items."""
        self._position += count

    @property
    def cursor(self) -> str:
        """Where the listing stands: small, safe in JSON and URLs, of use for the same query only."""
        content = json.dumps([_CURSOR_VERSION, self._position, self._query], separators=(",", ":"))
        return base64.urlsafe_b64encode(content.encode()).rstrip(b"=").decode()

    def _read_cursor(self, cursor: Any) -> int:
        try:
            padded = cursor + "=" * (-len(cursor) % 4)
            version, position, query = json.loads(base64.urlsafe_b64decode(padded.encode()))
        except (TypeError, ValueError, AttributeError):
            raise RequestInvalid("start", "is no cursor") from None
        if version != _CURSOR_VERSION:
            raise RequestInvalid("start", f"is a cursor of version {version!r}; this release reads {_CURSOR_VERSION}")
        if query != self._query:
            raise RequestInvalid("start", "is the cursor of another query")
        if isinstance(position, bool) or not isinstance(position, int) or position < 0:
            raise RequestInvalid("start", "is no cursor")
        return position

    def _whole(self, name: str, default: int, *, least: int) -> int:
        value = self._arguments.pop(name, UNSET)
        if value is UNSET:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or value < least:
            raise RequestInvalid(name, f"must be a whole number from {least}")
        return value


def _digest(action: Action, paging: Paging, arguments: Mapping[str, Any]) -> str:
    """What makes two listings equal: action and arguments, without place and page size."""
    left_out = _NOT_OF_THE_QUERY | {paging.offset, paging.limit}
    query = {name: value for name, value in arguments.items() if name not in left_out and value is not UNSET}
    text = json.dumps([action.name, action.version, query], sort_keys=True, default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return {field.name: getattr(value, field.name) for field in value.FIELDS}
    # What no request can carry is refused when the first page is encoded, with its argument's name.
    return repr(value)
