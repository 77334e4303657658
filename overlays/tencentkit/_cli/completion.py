"""Completion scripts for bash, zsh and fish. They hold every name, so the shell never starts Python at TAB."""

from __future__ import annotations

from .parser import completion_parser


def script(shell: str) -> str:
    """Return the completion script for a shell.

    Raises:
        ImportError: shtab is not installed.
    """
    try:
        import shtab
    except ModuleNotFoundError as error:
        raise ImportError("completion needs shtab: pip install 'tencentkit[cli]'", name="shtab") from error
    return shtab.complete(completion_parser(), shell)
