"""Single flight: results and errors of a shared fetch."""

from __future__ import annotations

import socket

import pytest

from tencentkit._concurrency.single_flight import InFlight
from tencentkit.errors import CredentialsMissing


@pytest.mark.parametrize("error", [socket.gaierror(-2, "Name or service not known"), CredentialsMissing("none", broken=True)], ids=type)
def test_each_waiter_gets_its_own_error(error: Exception) -> None:
    """Waiters share no error: each has only the context of its own waiter; a foreign error keeps the frames of the fetch."""

    def fetch() -> str:
        raise error

    shared = InFlight.in_thread(fetch, "DNS lookup")
    caught: list[BaseException] = []
    for handled in (KeyError("first"), KeyError("second")):
        try:
            raise handled
        except KeyError:
            with pytest.raises(type(error)) as info:
                shared.wait(5)
        assert str(info.value) == str(error)
        assert info.traceback[-1].name == ("fetch" if isinstance(error, OSError) else "wait")
        caught.append(info.value)
    first, second = caught
    assert first is not second
    chain = [second.__context__, getattr(second.__context__, "__context__", None)]
    assert not [one for one in chain if one is not None and "first" in str(one)]
