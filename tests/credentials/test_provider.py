"""Provider for the `credentials` argument of a client."""

from __future__ import annotations

from typing import Any

import pytest

from tencentkit import Credentials
from tencentkit.errors import RequestInvalid
from tests.conftest import Kind
from tests.scripted import result


def test_async_get_is_refused(kind: Kind) -> None:
    """`get` is for threads; the coroutine method is `get_async`."""

    class Wrong:
        async def get(self) -> Credentials:
            raise AssertionError

    with pytest.raises(RequestInvalid, match="has an async get"):
        kind.client(credentials=Wrong())


@pytest.mark.parametrize("value", [7, "AKID", [], Credentials], ids=repr)
def test_other_values_are_refused(make_client: Any, value: Any) -> None:
    """The constructor of the client names the argument."""
    with pytest.raises(RequestInvalid, match="credentials"):
        make_client(result(), credentials=value)
