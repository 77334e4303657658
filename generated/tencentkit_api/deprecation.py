# Written by `python -m generator emit` from generator/emit/templates/shared/deprecation.py.jinja.
# Do not edit: mend the template.
"""Warnings for whoever uses what the service means to take away, shown at the line that uses it."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import FrameType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from .unset import UNSET

if TYPE_CHECKING:
    # Type checkers know this module without its being installed; `warnings` has `deprecated` from Python 3.13 on only.
    from typing_extensions import deprecated as deprecated

    from .action import Action
    from .model import Model
else:

    def deprecated(notice):
        """Mark a method for type checkers and readers; the warning itself comes from the tables, when it is called."""

        def mark(method):
            method.__deprecated__ = notice
            return method

        return mark


_OURS = frozenset({"tencentkit", "tencentkit_api"})
_CARRIERS = frozenset({"asyncio", "concurrent", "contextlib", "threading"})
"""What runs a call for somebody else, so that its lines are nobody's."""


class _Line(NamedTuple):
    """A line of the user's program, as `warnings.warn_explicit` takes it."""

    filename: str
    number: int
    module: str
    registry: dict[Any, Any]


_ASKED_AT: ContextVar[_Line | None] = ContextVar("tencentkit_asked_at", default=None)


def warn(message: str) -> None:
    """Warn at the line of the user's program that led here, through whichever of our own."""
    frame = _beyond(sys._getframe(1), _OURS)
    if frame is None or _package(frame) in _CARRIERS:
        asked = _ASKED_AT.get()
        if asked is not None:
            warnings.warn_explicit(
                message, DeprecationWarning, asked.filename, asked.number, asked.module, asked.registry
            )
            return
        frame = _beyond(frame, _OURS | _CARRIERS)
    line = _line(frame)
    warnings.warn_explicit(message, DeprecationWarning, line.filename, line.number, line.module, line.registry)


def warn_of_use(action: Action, arguments: Mapping[str, Any], *, wire: bool = False) -> None:
    """Warn of an action, and of those of its arguments that are given, where they are deprecated.

    Args:
        action: The action's row.
        arguments: What is given, by attribute names; by wire names where `wire` is true.
        wire: How `arguments` are named.
    """
    for row in action.deprecated:
        path = row.wire if wire else row.path
        if not row.path or _given(arguments, path, row.wire):
            warn(row.notice)


def warn_of_call(action: Action, arguments: Mapping[str, Any]) -> None:
    """`warn_of_use` for a method: silent where `paginate` or a waiter calls it, for they have warned."""
    caller = _beyond(sys._getframe(1), frozenset({f"{__package__}.operation", __name__}), whole=True)
    if caller is not None and _package(caller) not in _OURS and _ASKED_AT.get() is None:
        warn_of_use(action, arguments)


@contextmanager
def asked_here() -> Generator[None]:
    """What is started in here, in other threads or tasks, is what this line of the user's program has asked for."""
    token = _ASKED_AT.set(_line(_beyond(sys._getframe(1), _OURS | _CARRIERS)))
    try:
        yield
    finally:
        _ASKED_AT.reset(token)


_Model = TypeVar("_Model", bound="type[Model]")


def deprecated_fields(model: _Model) -> _Model:
    """Let the fields of a model that are deprecated warn whoever reads them."""
    for field in model.FIELDS:
        if field.deprecated is not None:
            setattr(model, field.name, _DeprecatedField(getattr(model, field.name), field.deprecated))
    return model


class _DeprecatedField:
    """In front of the slot of a field."""

    def __init__(self, slot: Any, notice: str) -> None:
        self.slot = slot
        self.notice = notice

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self
        caller = sys._getframe(1)
        # What attrs writes (`__repr__`, `__eq__`, pickling) reads every field, which is no use of it.
        if _package(caller) not in {*_OURS, "attr"} and not caller.f_code.co_filename.startswith("<attrs generated"):
            warn(self.notice)
        return self.slot.__get__(instance, owner)

    def __set__(self, instance: Any, value: Any) -> None:
        self.slot.__set__(instance, value)

    def __delete__(self, instance: Any) -> None:
        self.slot.__delete__(instance)


def _given(value: Any, path: tuple[str, ...], wire: tuple[str, ...]) -> bool:
    """Whether anything stands at the end of the path, in any item of the lists on its way."""
    if not path:
        return value is not UNSET
    if isinstance(value, list | tuple):
        return any(_given(item, path, wire) for item in value)
    if isinstance(value, Mapping):
        # A plain dict may have either names.
        return any(name in value and _given(value[name], path[1:], wire[1:]) for name in (path[0], wire[0]))
    return hasattr(value, "FIELDS") and _given(getattr(value, path[0], UNSET), path[1:], wire[1:])


def _package(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", "")).partition(".")[0]


def _beyond(frame: FrameType | None, modules: frozenset[str], *, whole: bool = False) -> FrameType | None:
    """The first frame from here outwards that is in none of the packages, or of the modules where `whole` is true."""
    while frame is not None and (str(frame.f_globals.get("__name__", "")) if whole else _package(frame)) in modules:
        frame = frame.f_back
    return frame


def _line(frame: FrameType | None) -> _Line:
    if frame is None:
        return _Line("<nobody>", 1, "<nobody>", {})
    registry = frame.f_globals.setdefault("__warningregistry__", {})
    return _Line(frame.f_code.co_filename, frame.f_lineno, str(frame.f_globals.get("__name__", "<string>")), registry)
