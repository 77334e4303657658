"""Redaction: strings that hide their value, and tracebacks without local variables."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import FrameType, TracebackType


class Secret(str):
    """A string whose repr hides its value, so that a traceback printer that shows local variables shows nothing."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'…'"


class SecretBytes(bytes):
    """`Secret` for bytes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "b'…'"


def masked(secret_id: object) -> str:
    """Return the repr of a secret id that its owner recognises and that others cannot use."""
    if not isinstance(secret_id, str):
        return f"<{type(secret_id).__name__}>"
    return repr(f"{secret_id[:4]}…{secret_id[-4:]}" if len(secret_id) >= 16 else "…")


def without_tracebacks(error: BaseException, handled: BaseException | None = None) -> BaseException:
    """Remove the tracebacks of `error` and its causes: local variables of their frames hold headers and bodies.

    Args:
        error: An error of the transport.
        handled: The exception that the caller was handling before the call (`sys.exception()`); it stays as it is.
    """
    for one in _chain(error, handled):
        one.__traceback__ = None
    return error


def without_locals(error: BaseException, handled: BaseException | None = None) -> BaseException:
    """Replace the tracebacks of `error` and its causes by ones without local variables; files, lines and functions stay.

    It does not clear the frames themselves, because that would close a coroutine which still runs.

    Args:
        error: An error of a credentials provider, whose variables hold keys.
        handled: As for `without_tracebacks`.
    """
    for one in _chain(error, handled):
        one.__traceback__ = _without_frames(one.__traceback__)
    return error


def _without_frames(traceback: TracebackType | None) -> TracebackType | None:
    entries = []
    while traceback is not None:
        entries.append((traceback.tb_frame.f_code, traceback.tb_lineno))
        traceback = traceback.tb_next
    replaced: TracebackType | None = None
    for code, line in reversed(entries):
        frames: list[FrameType] = []
        empty = compile("capture()", code.co_filename, "exec").replace(co_name=code.co_name, co_qualname=code.co_qualname)
        exec(empty, {"capture": lambda frames=frames: frames.append(sys._getframe(1))}, {})  # noqa: S102, SLF001 - our own text
        replaced = TracebackType(replaced, frames[0], -1, line)
    return replaced


def _chain(error: BaseException, handled: BaseException | None) -> Iterator[BaseException]:
    left, seen = [error], {id(handled)}
    while left:
        one = left.pop()
        if id(one) not in seen:  # causes and contexts may form a cycle
            seen.add(id(one))
            yield one
            left += [other for other in (one.__cause__, one.__context__) if other is not None]
            left += one.exceptions if isinstance(one, BaseExceptionGroup) else ()
