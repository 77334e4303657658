"""`client.wait`: conditions on the responses of any action that reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit._conditions import Condition
from tencentkit.errors import ConnectionFailed, RequestInvalid, ResourceNotFound, WaiterFailed, WaiterTimeout
from tencentkit.scf import AsyncClient, Client, models
from tencentkit_api.action import Action, Deprecated, Streaming
from tencentkit_api.operation import operation
from tests.conftest import Kind
from tests.scripted import refusal, result

Make = Callable[..., Any]
STATUS = "functions[].status is Active"


def functions(*states: str) -> Any:
    return result(Functions=[{"FunctionName": f"f{index}", "Status": state} for index, state in enumerate(states)], TotalCount=len(states))


def wait(made: Any, **options: Any) -> Any:
    return made.run(made.client.wait(made.client.list_functions, **({"until": {"functions[].status": "Active"}} | options)))


@pytest.mark.parametrize("path", ["functions[].status", "Functions[].Status", "Functions[].status"])
def test_all_items_match(stage: Make, path: str) -> None:
    """Names are attributes or wire names; the response is that of the method."""
    made = stage(functions("Active", "Creating"), functions("Active", "Updating"), functions("Active", "Active"))
    response = wait(made, until={path: "Active"}, namespace="default")
    assert isinstance(response, models.ListFunctionsResponse)
    assert [each.status for each in response.functions] == ["Active", "Active"]
    assert made.clock.sleeps == [2.0, 2.0]
    assert made.network.body() == {"Namespace": "default"}


def test_pauses_use_interval(stage: Make) -> None:
    """The pauses have the interval of the caller and end with the timeout."""
    made = stage(functions("Creating"), throttle=None)
    with pytest.raises(
        WaiterTimeout, match=r"^wait\(list_functions\) until functions\[\]\.status is Active: timed out after 5 s for namespace='a'"
    ) as caught:
        wait(made, interval=2, timeout=5, namespace="a")
    assert made.clock.sleeps == [2, 2, pytest.approx(0.5)]
    assert caught.value.result.functions[0].status == "Creating"
    assert [budget for _, budget in made.network.bounds] == [pytest.approx(left) for left in (5, 3, 1, 0.5)]


@pytest.mark.parametrize("values", [["Active", "Updated"], ("Updated", "Active"), {"Active"}])
def test_one_of_several_values(stage: Make, values: Any) -> None:
    """A list, a tuple or a set is any of its values."""
    assert wait(stage(functions("Creating"), functions("Active")), until={"functions[].status": values}).total_count == 1


def test_several_paths_must_match(stage: Make) -> None:
    """The paths of one dict belong together."""
    made = stage(functions("Active"), functions("Active", "Active"))
    assert wait(made, until={"functions[].status": "Active", "total_count": 2}).total_count == 2


def test_empty_list_does_not_match(stage: Make) -> None:
    """An empty or missing list is no success, unless the caller says so."""
    made = stage(functions(), result(), functions("Active"))
    assert wait(made).total_count == 1
    assert wait(stage(functions()), allow_empty=True).total_count == 0
    assert wait(stage(functions("Active"), functions()), until={"total_count": 0}).functions == []


def test_function_decides(stage: Make) -> None:
    """A function of the response may be the condition."""
    made = stage(functions("Active"), functions("Active", "Active"))
    assert wait(made, until=lambda response: len(response.functions) == 2).total_count == 2


@pytest.mark.parametrize(
    ("failure", "rule"),
    [
        ({"functions[].status": ["CreateFailed", "UpdateFailed"]}, "functions[].status is UpdateFailed"),
        (lambda response: response.functions[1].status != "Creating", "<lambda>(response) is true"),
    ],
)
def test_failure_of_one_item(stage: Make, failure: Any, rule: str) -> None:
    """One item in a failure state ends the wait."""
    made = stage(functions("Active", "Creating"), functions("Active", "UpdateFailed"))
    with pytest.raises(WaiterFailed) as caught:
        wait(made, failure=failure)
    assert (caught.value.waiter, caught.value.rule, caught.value.attempts) == (f"wait(list_functions) until {STATUS}", rule, 2)


def test_errors_to_retry(stage: Make) -> None:
    """Error codes of the caller, with their sub-codes, do not end the wait; others do."""
    made = stage(refusal("ResourceNotFound.Function"), functions("Active"))
    assert wait(made, retry_errors="ResourceNotFound").total_count == 1
    with pytest.raises(ResourceNotFound):
        wait(stage(refusal("ResourceNotFound.Function")), retry_errors=["ResourceNotFound.Alias"])


def test_transient_error_continues(stage: Make, caplog: pytest.LogCaptureFixture) -> None:
    """A failed connection does not end the wait."""
    made = stage(ConnectionFailed("connection reset", sent=False), functions("Active"), retry=None)
    assert wait(made).total_count == 1
    assert "a poll of wait(list_functions)" in caplog.text


def test_progress_of_each_response(stage: Make) -> None:
    """`on_progress` receives each response, the last one included."""
    seen: list[Any] = []
    wait(stage(functions("Creating"), functions("Active")), on_progress=seen.append)
    assert [each.functions[0].status for each in seen] == ["Creating", "Active"]


def test_method_of_another_view(stage: Make) -> None:
    """The options of the view that waits apply."""
    made = stage(functions("Active"))
    made.run(made.client.with_options(region="ap-beijing").wait(made.client.list_functions, until={"total_count": 1}))
    assert made.network.headers()["x-tc-region"] == "ap-beijing"


@pytest.mark.parametrize(
    ("until", "message"),
    [
        ({"function[].status": "Active"}, r"function\[\]\.status: the response has no field function; did you mean Functions\?"),
        ({"functions[].state": "Active"}, r"the response has no field state; did you mean status\?"),
        ({"functions[][].status": "Active"}, "Functions is a list of objects, so it takes one pair of brackets"),
        ({"functions[]": "Active"}, r"functions\[\] is an object; add one of its fields: "),
        ({"functions[0]": None}, "is an object; add one of its fields: "),
        ({"functions[].status": []}, "expects no value"),
        ({"functions[].status": {"a": 1}}, "never dict"),
        ({"": "Active"}, "is not a field name"),
        ({"functions[].status.": "Active"}, "has no fields|is not a field name"),
        ({3: "Active"}, "must have texts as paths, not int"),
        (None, "must be a dict of paths and values"),
    ],
)
def test_invalid_conditions(stage: Make, until: Any, message: str) -> None:
    """The client refuses a condition that can never match before the first call."""
    made = stage(functions("Active"))
    for options in ({"until": until}, {"failure": until or {}}):
        with pytest.raises(RequestInvalid, match=message if until else "must"):
            wait(made, **options)
    assert made.network.requests == []


def test_async_condition(stage: Make) -> None:
    """A condition only examines the response."""

    async def later(_: Any) -> bool:
        return True

    with pytest.raises(RequestInvalid, match="until: must be a plain function, not an async one"):
        wait(stage(functions("Active")), until=later)
    with pytest.raises(TypeError, match="an async until"):
        wait(stage(functions("Active")), until=lambda response: (None, later(response))[1])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"intervall": 3}, "intervall: is not a parameter of ListFunctions; did you mean interval?"),
        ({"namespce": "a"}, "namespce: is not a parameter of ListFunctions; did you mean namespace?"),
        ({"timeout": None}, "timeout: must be a number of seconds"),
        ({"timeout": 0}, "timeout: must be above 0 s"),
        ({"interval": 0}, "interval: must be above 0"),
        ({"retry_errors": [3]}, "retry_errors: must be error codes"),
        ({"allow_empty": 1}, "allow_empty: must be True or False"),
        ({"on_progress": 3}, "on_progress: must be callable"),
    ],
)
def test_invalid_options(stage: Make, options: Any, message: str) -> None:
    """Nothing was sent."""
    made = stage(functions("Active"))
    with pytest.raises(RequestInvalid) as caught:
        wait(made, **options)
    assert str(caught.value).startswith(message)
    assert made.network.requests == []


def test_missing_argument_of_method(stage: Make) -> None:
    """The arguments of the method are checked, too."""
    made = stage(functions("Active"))
    with pytest.raises(RequestInvalid, match="invoke_request_id: is required by GetAsyncEventStatus"):
        made.run(made.client.wait(made.client.get_async_event_status, until={"result.status": "FINISHED"}))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("delete_function", "would repeat DeleteFunction, which may write"),
        ("call", "must be a method of this client that sends an action"),
        ("wait_until_function_active", "wait_until_function_active waits itself; call it directly"),
    ],
)
def test_refused_methods(stage: Make, name: str, message: str) -> None:
    """A write would be repeated."""
    made = stage(functions("Active"))
    with pytest.raises(RequestInvalid, match=message):
        made.run(made.client.wait(getattr(made.client, name), until=lambda _: True, function_name="f"))
    assert made.network.requests == []


def test_method_of_another_client(stage: Make) -> None:
    """Its requests would have other settings."""
    made, other = stage(functions("Active")), stage(functions("Active"))
    with pytest.raises(RequestInvalid, match="must be a method of this client"):
        made.run(made.client.wait(other.client.list_functions, until={"total_count": 1}))


def test_repetition_is_harmless(stage: Make) -> None:
    """The caller may say that a repetition of the action does no harm."""
    made = stage(result())
    view = made.client.with_options(idempotent=True)
    made.run(view.wait(view.delete_function, until=lambda _: True, function_name="f"))
    assert made.network.body() == {"FunctionName": "f"}


QUERY = Action("GetAccount", "scf", "2018-04-16", None, read_only=True, region_required=False, regions=(), errors=())


class _Sync(Client):
    @operation(QUERY)
    def get_seconds(self, *, timeout: int = 0, interval: int = 0) -> Any:
        return self.call("GetAccount", {"Timeout": timeout, "Interval": interval}, read_only=True)


class _Async(AsyncClient):
    @operation(QUERY)
    async def get_seconds(self, *, timeout: int = 0, interval: int = 0) -> Any:
        return await self.call("GetAccount", {"Timeout": timeout, "Interval": interval}, read_only=True)


def test_parameter_named_as_option(stage: Make, kind: Kind) -> None:
    """Where the action has a parameter `timeout`, neither is available under that name."""
    base = stage(result(), result(Done=1))
    client = kind.pick(_Sync, _Async)(
        region="ap-guangzhou", credentials=base.client._settings.credentials, transport=base.network, clock=base.clock, rng=lambda: 0.5
    )

    def finished(response: Any) -> bool:
        return "Done" in response

    kind.run(client.wait(client.get_seconds, until=finished, timeout_=7, interval_=8, wait_timeout=30, wait_interval=3))
    assert (base.network.body(), base.clock.sleeps) == ({"Timeout": 7, "Interval": 8}, [3.0])
    with pytest.raises(
        RequestInvalid,
        match=r"timeout: is also a parameter of GetAccount; pass timeout_= .*, or wait_timeout= for the wait$",
    ):
        kind.run(client.wait(client.get_seconds, until=finished, timeout=7))
    with pytest.raises(RequestInvalid, match="wait_interval: must be above 0"):
        kind.run(client.wait(client.get_seconds, until=finished, wait_interval=0))


def test_models_without_names(stage: Make, kind: Kind) -> None:
    """A response without a model takes a function, not paths."""
    base = stage(result())
    client = kind.pick(_Sync, _Async)(region="ap-guangzhou", credentials=base.client._settings.credentials, transport=base.network)
    unknown = QUERY._replace(name="GetNothing")
    method = operation(unknown)(type(client).get_seconds.__wrapped__)
    type(client).get_nothing = method
    with pytest.raises(RequestInvalid, match="until: must be a function of the response, because the response of the method has no model"):
        kind.run(client.wait(client.get_nothing, until={"total": 1}))


def test_deprecated_action_warns(stage: Make, kind: Kind) -> None:
    """The warning comes once, at the line of the wait."""
    base = stage(result(), result(), result(Done=1))
    client = kind.pick(_Sync, _Async)(
        region="ap-guangzhou", credentials=base.client._settings.credentials, transport=base.network, clock=base.clock
    )
    row = QUERY._replace(deprecated=(Deprecated("GetAccount is deprecated"),))
    type(client).get_old = operation(row)(type(client).get_seconds.__wrapped__)
    with pytest.warns(DeprecationWarning, match="GetAccount is deprecated") as caught:
        kind.run(client.wait(client.get_old, until=lambda response: "Done" in response))
    assert len(caught) == 1


def test_stream_has_no_state(stage: Make, kind: Kind) -> None:
    """An action that streams has no final response to poll."""
    base = stage(result())
    client = kind.pick(_Sync, _Async)(region="ap-guangzhou", credentials=base.client._settings.credentials, transport=base.network)
    type(client).get_events = operation(QUERY._replace(stream=Streaming()))(type(client).get_seconds.__wrapped__)
    with pytest.raises(RequestInvalid, match="get_seconds returns a stream of events"):
        kind.run(client.wait(client.get_events, until=lambda _: True))


def test_secret_values_are_hidden() -> None:
    """The description of a condition hides the value of a secret field."""
    condition = Condition("Token", ("token",), ("hunter2",), secret=True)
    assert condition.description == "Token is [hidden]"
