"""The service saying no."""

from __future__ import annotations


class Refusal(Exception):
    """A request that the fake answers with `Response.Error`; it never leaves the fake.

    Args:
        code: Error code, as the documentation writes it.
        message: For people; it never quotes a header that holds a secret.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message
