"""Redaction: strings that hide their value, and tracebacks without local variables."""

from __future__ import annotations

from collections.abc import Iterator


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


def masked(secret_id: str) -> str:
    """Return the repr of a secret id that its owner recognises and that others cannot use."""
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
    """Clear the local variables in the tracebacks of `error` and its causes; files, lines and functions stay.

    Args:
        error: An error of a credentials provider, whose variables hold keys.
        handled: As for `without_tracebacks`.
    """
    from traceback import clear_frames

    for one in _chain(error, handled):
        clear_frames(one.__traceback__)
    return error


def _chain(error: BaseException, handled: BaseException | None) -> Iterator[BaseException]:
    left, seen = [error], {id(handled)}
    while left:
        one = left.pop()
        if id(one) not in seen:  # causes and contexts may form a cycle
            seen.add(id(one))
            yield one
            left += [other for other in (one.__cause__, one.__context__) if other is not None]
