"""Views of a client: call options of `with_options`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any
from unittest.mock import AsyncMock, Mock, patch

import pytest

from tencentkit import Credentials, Retry
from tencentkit.errors import DeadlineExceeded, InternalError, RequestInvalid, WaiterFailed
from tencentkit.scf import AsyncClient, Client
from tencentkit_api.scf.models import GetFunctionResponse
from tencentkit_api.unset import UNSET
from tests.conftest import Kind
from tests.scripted import AsyncScript, SyncScript, refusal, result

Make = Callable[..., Any]
EMPTY = result(TotalCount=0, EventList=[])


def test_options_override_settings(stage: Make) -> None:
    """Options of a view override the settings of the client, which keeps its own."""
    made = stage(EMPTY, timeout=7, deadline=50, throttle=None)
    made.list_events()
    made.with_options(region="ap-beijing", timeout=3, deadline=2, language="zh-CN").list_events()
    made.with_options(timeout=None, deadline=None).list_events()
    made.list_events()
    assert made.network.bounds == [(7, 50), (2, 2), (None, None), (7, 50)]
    assert made.network.headers(1)["x-tc-region"] == "ap-beijing"
    assert [made.network.headers(index).get("x-tc-language") for index in range(4)] == [None, "zh-CN", None, None]
    assert {made.network.headers(index)["x-tc-region"] for index in (0, 2, 3)} == {"ap-guangzhou"}


def test_parameters_are_not_options(stage: Make) -> None:
    """`timeout=` of an action is a parameter of the API, whatever the timeout of the view is."""
    made = stage(result(), timeout=7, throttle=None)
    made.run(made.client.with_options(timeout=3).update_function_configuration(function_name="f", timeout=60))
    assert made.network.body() == {"FunctionName": "f", "Timeout": 60}
    assert made.network.bounds[0][0] == 3


def test_view_of_a_view(stage: Make) -> None:
    """A later option wins, headers are merged without regard to case, and UNSET keeps a value."""
    made = stage(EMPTY, throttle=None)
    first = made.with_options(region="ap-beijing", deadline=40, headers={"X-A": "1", "X-B": "1"}, language="zh-CN")
    second = first.with_options(region=UNSET, deadline=20, headers={"x-a": "2", "X-C": "2"}, language=None)
    second.list_events()
    first.list_events()
    later, earlier = made.network.headers(0), made.network.headers(1)
    assert (later["x-tc-region"], made.network.bounds[0][1], "x-tc-language" in later) == ("ap-beijing", 20, False)
    assert [later[name] for name in ("x-a", "x-b", "x-c")] == ["2", "1", "2"]
    assert (earlier["x-a"], "x-c" in earlier, earlier["x-tc-language"]) == ("1", False, "zh-CN")


def test_options_are_copied(stage: Make) -> None:
    """Changing the mapping of headers afterwards changes no view."""
    made = stage(EMPTY)
    headers = {"X-A": "1"}
    view = made.with_options(headers=headers)
    headers["X-A"] = "2"
    view.list_events()
    assert made.network.headers()["x-a"] == "1"


def test_view_shares_the_client(kind: Kind) -> None:
    """A view has the same rate limiter, credentials, hooks and transport, also if the transport is created later."""
    client = kind.client(region="ap-guangzhou")
    view = client.with_options(region="ap-beijing").with_options(deadline=3)
    assert type(view) is type(client)
    assert view._transport is client._transport
    assert view._settings is client._settings
    assert (view.throttle, view.region, client.region) == (client.throttle, "ap-beijing", "ap-guangzhou")
    assert repr(view) == repr(client).replace("ap-guangzhou", "ap-beijing")


@pytest.mark.parametrize("close_view", [True, False])
def test_closing_closes_all_views(stage: Make, close_view: bool) -> None:
    """Closing the client or a view closes all; a view made afterwards says so at its first call."""
    made = stage(EMPTY)
    view = made.with_options(deadline=3)
    closed = view.client if close_view else made.client
    made.run(closed.aclose() if hasattr(closed, "aclose") else closed.close())
    assert made.network.closed
    for each in (made, view, made.with_options(region="ap-beijing"), view.with_options(retry=Retry(attempts=9))):
        with pytest.raises(RequestInvalid, match="client: is closed"):
            each.list_events()


def test_context_manager_of_a_view() -> None:
    """A view is a context manager, too, which closes the client."""
    with Client(region="r", credentials=Credentials("id", "key")).with_options(deadline=3) as view:
        assert view.region == "r"
    with pytest.raises(RequestInvalid, match="is closed"):
        view.list_functions()


def test_view_of_a_subclass() -> None:
    """A view has the attributes of the client's own class, and does not run its constructor again."""

    class Mine(Client):
        def __init__(self, tenant: str, **settings: Any) -> None:
            super().__init__(**settings)
            self.tenant = tenant

    view = Mine("t", region="r", credentials=Credentials("id", "key")).with_options(deadline=3)
    assert (type(view), view.tenant) == (Mine, "t")


def test_slots_of_a_subclass() -> None:
    """A view has the values of a subclass's slots, also of private ones; a slot that is not set stays so."""

    class Mine(Client):
        __slots__ = ("__hidden", "later", "tenant")

        def __init__(self, tenant: str, **settings: Any) -> None:
            super().__init__(**settings)
            self.tenant = tenant
            self.__hidden = tenant * 2

        @property
        def hidden(self) -> str:
            return self.__hidden

    view = Mine("t", region="r", credentials=Credentials("id", "key")).with_options(deadline=3).with_options(region="s")
    assert (view.tenant, view.hidden, view.region, hasattr(view, "later")) == ("t", "tt", "s", False)


def overriding(base: Any) -> Any:
    """Return a subclass whose own methods count the calls that pass through them."""

    class Mine(base):  # type: ignore[misc] # any client
        def __init__(self, **settings: Any) -> None:
            super().__init__(**settings)
            self.passed: list[str] = []

        def list_async_events(self, **arguments: Any) -> Any:
            self.passed.append(f"list in {self.region}")
            return super().list_async_events(**arguments)

        def get_function(self, **arguments: Any) -> Any:
            self.passed.append(f"get in {self.region}")
            return super().get_function(**arguments)

    return Mine


@pytest.mark.parametrize("deadline", [UNSET, 30])
def test_overridden_methods(kind: Kind, deadline: Any) -> None:
    """Listings and waiters use the methods of a subclass, in the view that they belong to, and exactly the method that they got."""
    network = kind.pick(SyncScript, AsyncScript)([result(Status="Active", TotalCount=0, EventList=[])])
    settings: dict[str, Any] = {"region": "r", "credentials": Credentials("id", "key"), "throttle": None, "transport": network}
    mine = overriding(kind.pick(Client, AsyncClient))
    client = mine(**settings)
    view = client.with_options(region="ap-beijing", deadline=deadline)
    kind.listed(view.paginate(client.list_async_events, function_name="f"))
    assert kind.run(view.wait_until_function_active(function_name="f", timeout=5)).status == "Active"
    assert client.passed == ["list in ap-beijing", "get in ap-beijing"]
    kind.listed(view.paginate(super(mine, client).list_async_events, function_name="f"))
    assert client.passed == ["list in ap-beijing", "get in ap-beijing"]
    with pytest.raises(RequestInvalid, match=r"functionname: .*; pass function_name="):
        view.paginate(client.list_async_events, functionname="f")


@pytest.mark.parametrize("target", ["object", "class"])
def test_waiter_with_a_mock(kind: Kind, target: str) -> None:
    """A waiter polls a method that a test has replaced by a mock, also one that returns a mock."""
    client = kind.client()
    mocked = client if target == "object" else type(client)
    create = kind.pick(Mock, AsyncMock)
    for response in (Mock(status="Active"), GetFunctionResponse.from_dict({"Status": "Active"})):
        with patch.object(mocked, "get_function", create(side_effect=[response]), create=False) as method:
            assert kind.run(client.with_options(deadline=3).wait_until_function_active(function_name="f", timeout=5)) is response
        assert method.call_count == 1
    with patch.object(type(client), "get_function", autospec=True) as method:
        method.side_effect = [Mock(status="CreateFailed")]
        with pytest.raises(WaiterFailed, match="status is CreateFailed for function_name='f'") as caught:
            kind.run(client.wait_until_function_active(function_name="f", timeout=5))
    assert caught.value.attempts == 0


def test_view_is_cheap() -> None:
    """A view has few objects; making one takes no lock and creates no transport."""
    client = Client(region="ap-guangzhou", credentials=Credentials("id", "key"))
    client.with_options(region="ap-beijing", deadline=5)
    views: list[Any] = [None] * 100
    before = sys.getallocatedblocks()
    for index in range(100):
        views[index] = client.with_options(region="ap-beijing", deadline=5)
    # The view, its attributes, its options and the number of seconds as a float.
    assert sys.getallocatedblocks() - before <= 100 * 6
    assert client._slot.transport is None
    with client._slot.lock:
        client.with_options(retry=Retry(attempts=7), headers={"X-A": "1"})


def test_retry_of_a_view(stage: Make) -> None:
    """`retry=None` sends once; another policy has its own number of attempts."""
    made = stage(refusal("InternalError"), throttle=None)
    for policy, attempts in ((None, 1), (Retry(attempts=2), 2)):
        with pytest.raises(InternalError) as caught:
            made.with_options(retry=policy).list_events()
        assert caught.value.attempts == attempts


def test_retry_quota_is_shared(stage: Make) -> None:
    """Views with equal policies share one quota: a new view for each call does not refill it."""
    made = stage(refusal("InternalError"), throttle=None)
    attempts = []
    for _ in range(4):
        with pytest.raises(InternalError) as caught:
            made.with_options(retry=Retry(attempts=3, quota=60)).list_events()
        attempts.append(caught.value.attempts)
    assert attempts == [3, 3, 1, 1]
    view = made.client.with_options(retry=Retry(attempts=5))
    assert view.with_options(retry=Retry())._settings is made.client._settings


def test_quotas_are_bounded(stage: Make) -> None:
    """A program that makes a new policy for each call does not fill the memory; the client's own quota stays."""
    made = stage(EMPTY)
    for attempts in range(1, 300):
        made.client.with_options(retry=Retry(attempts=attempts))
    kept = made.client._settings.shared.by_retry
    assert len(kept) <= 65
    assert kept[Retry()] is made.client._settings


def test_idempotent_reaches_the_call(kind: Kind) -> None:
    """The declaration is part of the request that the retry loop sees; the default is False."""
    client = kind.client()
    action = client.list_functions.action
    view = client.with_options(idempotent=True)
    assert view.with_options(deadline=3)._request(action, b"{}").idempotent
    assert not client._request(action, b"{}").idempotent
    assert not view.with_options(idempotent=False)._request(action, b"{}").idempotent


def test_language_of_the_client(stage: Make) -> None:
    """`language` of the constructor is the default of all views."""
    made = stage(EMPTY, language="en-US")
    made.list_events()
    made.with_options(language=None).list_events()
    assert [made.network.headers(index).get("x-tc-language") for index in (0, 1)] == ["en-US", None]
    with pytest.raises(RequestInvalid, match="language: must be zh-CN or en-US"):
        stage(EMPTY, language="en")


def test_paginate_uses_the_view(stage: Make) -> None:
    """The listing has the options of the view whose `paginate` is called, whichever the method belongs to."""
    made = stage(EMPTY, throttle=None)
    view = made.with_options(region="ap-beijing", timeout=3)
    for method in (made.client.list_async_events, view.client.list_async_events, made.with_options(deadline=1).client.list_async_events):
        made.listed(view.client.paginate(method, function_name="f"))
        assert made.network.headers()["x-tc-region"] == "ap-beijing"
        assert made.network.bounds[-1] == (3, 300)
    made.listed(made.client.paginate(view.client.list_async_events, function_name="f"))
    assert made.network.headers()["x-tc-region"] == "ap-guangzhou"


def test_paginate_refuses_other_clients(kind: Kind) -> None:
    """A method of another client, an unbound one and a foreign function are refused."""
    here, there = kind.client(), kind.client()
    for method in (there.list_functions, type(here).list_functions, here.get_account, here.run_function, print, None):
        with pytest.raises(RequestInvalid, match=r"must be a method of this client that lists by pages|cannot be listed by pages"):
            here.paginate(method)


def test_deadline_of_a_poll(stage: Make) -> None:
    """A poll has the deadline of the view; one that reaches it counts as failed, and the wait continues."""
    made = stage(result(Result={"Status": "FINISHED", "StatusCode": 0, "InvokeRequestId": "x"}), throttle=None)
    late = DeadlineExceeded("late", deadline=2, elapsed=2, spent={}, wait=0)
    made.network.answers.insert(0, late)
    view = made.with_options(deadline=2, region="ap-beijing").client
    final = made.run(view.wait_until_async_event_finished(invoke_request_id="x", timeout=60))
    assert final.result.status == "FINISHED"
    assert [budget for _, budget in made.network.bounds] == [2, 2]
    assert made.network.headers()["x-tc-region"] == "ap-beijing"


def test_region_is_required(stage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call without a region fails; the environment variable or the view sets one."""
    monkeypatch.delenv("TENCENTCLOUD_REGION", raising=False)
    made = stage(result(), region=None)
    with pytest.raises(RequestInvalid, match=r"region: is required: pass Client\(region=…\) or with_options\(region=…\)"):
        made.list_events()
    made.with_options(region="ap-beijing").list_events()
    assert made.network.headers()["x-tc-region"] == "ap-beijing"
    monkeypatch.setenv("TENCENTCLOUD_REGION", "ap-shanghai")
    made = stage(result(), region=None)
    made.list_events()
    assert made.network.headers()["x-tc-region"] == "ap-shanghai"


@pytest.mark.parametrize("client", [Client, AsyncClient])
def test_signature_is_declared(client: Any) -> None:
    """Help and editors show the options, not the check around them."""
    import inspect

    assert [*inspect.signature(client.with_options).parameters][1:] == [
        "region", "timeout", "deadline", "headers", "retry", "language", "idempotent",
    ]  # fmt: skip
    assert "credentials" in inspect.signature(client).parameters
