"""Providers that fail: no local variable is visible, no task of the user is touched, and wrappers keep working."""

from __future__ import annotations

import asyncio
import traceback

import pytest

from tencentkit import CallableCredentials, Credentials
from tencentkit.errors import CredentialsMissing
from tests.conftest import Kind
from tests.scripted import AsyncScript, SyncScript, refusal, result

SECRET = "canary-secret"


def shown(error: BaseException) -> str:
    """Return what a printer of local variables shows of the library's frames and of the provider's."""
    printed = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    return printed.partition("_resolve.py")[2]


@pytest.mark.parametrize("raised", [None, SystemExit(3), RuntimeError("down")], ids=["wrong type", "exit", "error"])
def test_no_variable_is_visible(kind: Kind, raised: BaseException | None) -> None:
    """Neither a result of the wrong type nor a variable of the provider is visible."""

    class Vault:
        def get(self) -> Credentials:
            key = SECRET[:6] + SECRET[6:]
            if raised is not None:
                raise raised
            return ("AKID", key)  # type: ignore[return-value]

    client = kind.client(credentials=Vault(), transport=kind.pick(SyncScript, AsyncScript)([result()]), throttle=None)
    with pytest.raises((CredentialsMissing, SystemExit)) as caught:
        kind.run(client.list_async_events(function_name="f"))
    assert SECRET not in shown(caught.value)


def test_error_without_a_message(kind: Kind) -> None:
    """An error whose `__str__` fails is still one typed error."""

    class OddError(Exception):
        def __str__(self) -> str:
            raise IndexError

    def function() -> Credentials:
        raise OddError

    client = kind.client(credentials=function, transport=kind.pick(SyncScript, AsyncScript)([result()]), throttle=None)
    with pytest.raises(CredentialsMissing, match=r"failed with .*OddError: <exception str"):
        kind.run(client.list_async_events(function_name="f"))


async def test_background_task_survives() -> None:
    """A task of the user that hands its error to the provider goes on: its frame is not cleared."""
    pending: list[asyncio.Future[Credentials]] = []

    async def fail() -> Credentials:
        raise RuntimeError("down")

    async def refresh() -> None:
        while True:
            await asyncio.sleep(0)
            while pending:
                future = pending.pop()
                try:
                    future.set_result(await fail())
                except RuntimeError as error:
                    future.set_exception(error)

    class Vault:
        def get(self) -> Credentials:
            raise NotImplementedError

        async def get_async(self) -> Credentials:
            pending.append(asyncio.get_running_loop().create_future())
            return await pending[-1]

    from tencentkit.scf import AsyncClient

    task = asyncio.create_task(refresh())
    client = AsyncClient(region="ap-guangzhou", credentials=Vault(), transport=AsyncScript([result()]), throttle=None)
    for _ in range(2):
        with pytest.raises(CredentialsMissing, match="down"):
            await client.list_async_events(function_name="f")
    assert not task.done()
    task.cancel()


def test_wrapper_reports_refusal(kind: Kind) -> None:
    """A wrapper with the methods of our providers receives the budget and the refused credentials."""
    fetched: list[int] = []
    refused: list[Credentials] = []

    def function() -> Credentials:
        fetched.append(1)
        return Credentials("id", f"key{len(fetched)}", "token")

    inner = CallableCredentials(function)

    class Logged:
        def get(self, budget: float | None = None) -> Credentials:
            return inner.get(budget)

        async def get_async(self, budget: float | None = None) -> Credentials:
            return await inner.get_async(budget)

        def refuse(self, credentials: Credentials) -> None:
            refused.append(credentials)
            inner._cached = None

    script = kind.pick(SyncScript, AsyncScript)([refusal("AuthFailure.TokenFailure"), result()])
    client = kind.client(credentials=Logged(), transport=script, throttle=None)
    assert kind.run(client.list_async_events(function_name="f")).meta.attempts == 2
    assert [one.secret_key for one in refused] == ["key1"]
