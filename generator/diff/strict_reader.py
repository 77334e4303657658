"""Strict reader: each access removes a key, so that the remaining keys are unknown ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from ..spec.problems import Problem, SpecRefused
from .facts import escaped

_Value = TypeVar("_Value")


class StrictReader:
    """Reader of one JSON object. Each access removes the key; a value of the wrong type raises `SpecRefused`."""

    def __init__(self, file: str, value: Any, pointer: str) -> None:
        self._file = file
        self.pointer = pointer
        if not isinstance(value, dict):
            self.refuse("", "must be an object")
        self._remaining: dict[str, Any] = dict(value)
        self._inner: list[StrictReader] = []

    def refuse(self, key: str, what: str) -> None:
        """Raise `SpecRefused` for the object or for the value of a key."""
        raise SpecRefused(self._file, [Problem(self._below(key) if key else self.pointer, what)])

    def take(self, key: str, kind: type[_Value] | tuple[type[_Value], ...], words: str) -> _Value | None:
        """Return the value of a key, or None. A boolean is not accepted as a number."""
        value = self.anything(key)
        if value is None:
            return None
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.refuse(key, f"must be {words}")
        return value  # type: ignore[no-any-return] # checked by isinstance

    def string(self, key: str) -> str | None:
        """Return a string, or None."""
        return self.take(key, str, "a string")

    def flag(self, key: str) -> bool:
        """Return a boolean; false if absent."""
        return self.take(key, bool, "true or false") or False

    def number(self, key: str) -> int | float | None:
        """Return a number, or None."""
        return self.take(key, (int, float), "a number")

    def list_of(self, key: str, kind: type[_Value], words: str) -> list[_Value] | None:
        """Return a list of values of one type, or None."""
        values = self.take(key, list, f"a list of {words}")
        if values is not None and not all(isinstance(value, kind) for value in values):
            self.refuse(key, f"must be a list of {words}")
        return values

    def anything(self, key: str) -> Any:
        """Return any value, or None. Null is rejected, because it would read as absent."""
        if key in self._remaining and self._remaining[key] is None:
            self.refuse(key, "must not be null")
        return self._remaining.pop(key, None)

    def node(self, key: str) -> StrictReader:
        """Return a reader of the object at a key; empty if absent."""
        inner = StrictReader(self._file, self._remaining.pop(key, {}), self._below(key))
        self._inner.append(inner)
        return inner

    def nodes(self) -> Iterator[tuple[str, StrictReader]]:
        """Yield a reader for each value, sorted by key."""
        for key in sorted(self._remaining):
            yield key, self.node(key)

    def __contains__(self, key: str) -> bool:
        return key in self._remaining

    def unread(self) -> Iterator[tuple[str, Any]]:
        """Yield pointer and value of everything not read, at any depth; lists as a whole."""
        yield from _leaves(self._remaining, self.pointer)
        for inner in self._inner:
            yield from inner.unread()

    def _below(self, key: str) -> str:
        return f"{self.pointer}/{escaped(key)}"


def _leaves(value: dict[str, Any], pointer: str) -> Iterator[tuple[str, Any]]:
    for key, item in value.items():
        below = f"{pointer}/{escaped(key)}"
        if isinstance(item, dict) and item:
            yield from _leaves(item, below)
        else:
            yield below, item
