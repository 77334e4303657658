"""Error response of the emulated service."""

from __future__ import annotations


class ServiceError(Exception):
    """An error that the fake returns as `Response.Error`; it never leaves the fake.

    Args:
        code: Error code, as documented.
        message: Text for people; it never quotes a header that holds a secret.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message
