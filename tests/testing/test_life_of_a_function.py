"""The life of a function against the fake, by either client, in process and over a socket."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from tencentkit import Credentials
from tencentkit.errors import ResourceNotFound, TimedOut, WaiterTimeout
from tencentkit.scf import FunctionError, code_from_path, models
from tencentkit.testing import FakeScf, ManualClock, serve
from tests.conftest import Kind

Open = Callable[..., Any]


@pytest.fixture(params=["in process", "over a socket"])
def scf(request: pytest.FixtureRequest, kind: Kind, fake: FakeScf) -> Iterator[Any]:
    """A client of the kind at hand."""
    common = {"clock": fake.clock, "credentials": Credentials(*fake.credentials), "throttle": None}
    if request.param == "in process":
        yield kind.client(transport=kind.pick(fake.transport, fake.async_transport)(), **common)
        return
    with serve(fake) as server:
        yield kind.client(base_url=server.url, **common)
        kind.close_clients()


@pytest.fixture
def fake() -> FakeScf:
    """A fake without a function."""
    return FakeScf(clock=ManualClock(), deploy_time=5)


def test_a_function_is_made_changed_published_run_and_deleted(kind: Kind, fake: FakeScf, scf: Any, tmp_path: Path) -> None:
    """Each step is seen by the next one, and what takes the service a while takes the clock a while."""
    run = kind.run
    (tmp_path / "index.py").write_text("def main_handler(event, context): ...\n")
    code = code_from_path(tmp_path)
    run(scf.create_function(function_name="hello", code=code, runtime="Python3.10", description="greets", memory_size=256))
    assert run(scf.get_function(function_name="hello")).status == "Creating"
    made = run(scf.wait_until_function_active(function_name="hello"))
    assert (made.status, made.runtime, made.memory_size, made.description) == ("Active", "Python3.10", 256, "greets")
    assert made.code_size > 100
    assert [each.function_name for each in kind.listed(scf.paginate(scf.list_functions))] == ["hello"]

    run(scf.update_function_configuration(function_name="hello", timeout_=60, environment={"Variables": [{"Key": "a", "Value": "b"}]}))
    assert run(scf.get_function(function_name="hello")).status == "Updating"
    changed = run(scf.wait_until_function_active(function_name="hello"))
    assert (changed.timeout, changed.memory_size, changed.environment.variables[0].value) == (60, 256, "b")
    assert changed.mod_time > changed.add_time
    run(scf.update_function_code(function_name="hello", code=code, handler="other.main_handler"))
    assert run(scf.wait_until_function_active(function_name="hello")).handler == "other.main_handler"

    version = run(scf.publish_version(function_name="hello", description="first")).function_version
    assert run(scf.get_function(function_name="hello", qualifier=version)).status == "Publishing"
    assert run(scf.wait_until_version_published(function_name="hello", qualifier=version)).function_version == "1"
    run(scf.update_function_configuration(function_name="hello", timeout_=9, publish="TRUE"))
    versions = run(scf.list_version_by_function(function_name="hello"))
    assert versions.function_version == ["$LATEST", "1", "2"]
    assert [each.description for each in versions.versions] == ["", "first", ""]
    assert run(scf.get_function(function_name="hello", qualifier="1")).timeout == 60

    run(scf.create_alias(function_name="hello", name="live", function_version="1"))
    run(scf.update_alias(function_name="hello", name="live", function_version="2", description="newest"))
    alias = run(scf.get_alias(function_name="hello", name="live"))
    assert (alias.function_version, alias.description) == ("2", "newest")
    assert [each.name for each in kind.listed(scf.paginate(scf.list_aliases, function_name="hello"))] == ["live"]
    assert run(scf.get_function(function_name="hello", qualifier="live")).timeout == 9

    run(scf.wait_until_function_active(function_name="hello"))
    fake.set_handler("hello", lambda event: {"hello": event.get("name", "nobody")}, takes=0.25)
    ran = run(scf.run_function(function_name="hello", payload={"name": "you"}, qualifier="live", log=True))
    assert (ran.json(), ran.duration) == ({"hello": "you"}, 0.25)
    assert ran.request_id in ran.log

    run(scf.delete_alias(function_name="hello", name="live"))
    run(scf.delete_function(function_name="hello", qualifier="1"))
    assert run(scf.list_version_by_function(function_name="hello")).total_count == 2
    run(scf.delete_function(function_name="hello"))
    with pytest.raises(ResourceNotFound):
        run(scf.get_function(function_name="hello"))
    assert run(scf.list_functions()).total_count == 0
    fake.expect.called("delete_function", times=2)


def test_a_started_function_is_an_event_until_it_ends(kind: Kind, fake: FakeScf, scf: Any) -> None:
    """Its id is listed and waited for; it ends as its code did, or as somebody ended it."""
    run = kind.run
    asked: list[Any] = []
    fake.function("hello").handler(asked.append, takes=2)
    started = run(scf.start_function(function_name="hello", payload=[1, "ä"]))
    [event] = kind.listed(scf.paginate(scf.list_async_events, function_name="hello"))
    assert (event.invoke_request_id, event.status, event.qualifier) == (started, "RUNNING", "$LATEST")
    assert run(scf.wait_until_async_event_finished(invoke_request_id=started)).result.status == "FINISHED"
    assert asked == [[1, "ä"]]

    fake.set_handler("hello", lambda event: event["missing"])
    failed = run(scf.start_function(function_name="hello"))
    assert run(scf.get_async_event_status(invoke_request_id=failed)).result.status == "FAILED"

    fake.set_handler("hello", lambda _: None, takes=2)
    ended = run(scf.start_function(function_name="hello"))
    run(scf.terminate_async_event(function_name="hello", invoke_request_id=ended))
    assert run(scf.get_async_event_status(invoke_request_id=ended)).result.status == "ABORTED"
    run(scf.delete_function(function_name="hello"))
    fake.add_function("hello")
    assert run(scf.list_async_events(function_name="hello")).total_count == 0  # another function of the same name


def test_what_a_function_raises_is_its_failure(kind: Kind, fake: FakeScf, scf: Any) -> None:
    """As is a result that JSON cannot carry; the call itself was well."""
    wrong: dict[str, Callable[[Any], Any]] = {
        "KeyError: 'name'": lambda event: event["name"],
        "TypeError: Object of type set is not JSON serializable": lambda _: {1},
        "UnicodeEncodeError: what UTF-8 cannot carry": lambda _: "\ud800",
        "SystemExit: 3": lambda _: sys.exit(3),
        "ValueError: Out of range float values are not JSON compliant": lambda _: float("nan"),
    }
    hello = fake.function("hello")
    for says, handler in wrong.items():
        hello.handler(handler)
        with pytest.raises(FunctionError) as caught:
            kind.run(scf.run_function(function_name="hello", log=True))
        assert says.partition(":")[0] in str(caught.value)
        assert caught.value.run.text == ""
        assert says.partition(":")[0] in caught.value.run.log
    told = kind.run(scf.invoke_function(function_name="hello")).result
    assert told.invoke_result
    fake.expect.nothing_refused()


def test_namespaces_hold_functions_apart(kind: Kind, fake: FakeScf, scf: Any) -> None:
    """A function is found in its own namespace only, and a namespace goes when it is empty."""
    run = kind.run
    run(scf.create_namespace(namespace="prod", description="for customers"))
    run(scf.create_function(function_name="hello", namespace="prod", code={"ZipFile": "YQ=="}))
    run(scf.update_namespace(namespace="prod", description="for all"))
    found = kind.listed(scf.paginate(scf.list_namespaces, search_key=[{"Key": "Description", "Value": "all"}]))
    assert [(each.name, each.description) for each in found] == [("prod", "for all")]
    assert [each.name for each in run(scf.list_namespaces(orderby="Name", order="DESC")).namespaces] == ["prod", "default"]
    assert run(scf.list_functions()).total_count == 0
    assert run(scf.list_functions(namespace="prod")).total_count == 1
    run(scf.delete_function(function_name="hello", namespace="prod"))
    run(scf.delete_namespace(namespace="prod"))
    assert run(scf.list_namespaces()).total_count == 1


def test_a_wait_that_is_too_short_says_what_it_saw(kind: Kind, fake: FakeScf) -> None:
    """Time passes by the fake's clock alone: what is not ready in time is a `WaiterTimeout`."""
    slow = FakeScf(clock=fake.clock, deploy_time=3600)
    scf = kind.client(
        transport=kind.pick(slow.transport, slow.async_transport)(), clock=slow.clock, credentials=Credentials(*slow.credentials)
    )
    kind.run(scf.create_function(function_name="hello", code={"ZipFile": "YQ=="}))
    with pytest.raises(WaiterTimeout) as caught:
        kind.run(scf.wait_until_function_active(function_name="hello", timeout=20))
    assert caught.value.result.status == "Creating"
    slow.travel(3600)
    assert kind.run(scf.wait_until_function_active(function_name="hello")).status == "Active"


def test_a_call_ends_at_its_deadline_while_the_function_runs(kind: Kind, fake: FakeScf) -> None:
    """A function that takes longer than the caller waits has run all the same."""
    ran: list[Any] = []
    fake.function("hello").handler(ran.append, takes=3)
    scf = kind.client(
        transport=kind.pick(fake.transport, fake.async_transport)(), clock=fake.clock, credentials=Credentials(*fake.credentials)
    )
    with pytest.raises(TimedOut):
        kind.run(scf.run_function(function_name="hello", timeout=1))
    assert ran == [{}]


def test_a_run_that_takes_too_long_fails(fake: FakeScf) -> None:
    """It is ended when the function's Timeout is over."""
    fake.function("hello").handler(lambda _: "late", takes=3.5)
    with fake.client() as scf, pytest.raises(FunctionError, match="more than 3 seconds") as caught:
        scf.run_function(function_name="hello")
    assert caught.value.run.duration == 3
    assert sum(fake.clock.sleeps) == 3  # type: ignore[attr-defined]


def test_a_function_may_call_another(fake: FakeScf) -> None:
    """The code that a test gives may use a client of the same fake."""
    with fake.client() as scf:
        fake.function("inner").handler(lambda event: event * 2)
        fake.function("outer").handler(lambda event: scf.run_function(function_name="inner", payload=event).json() + 1)
        assert scf.run_function(function_name="outer", payload=20).json() == 41
    assert [call.parameters and call.parameters["FunctionName"] for call in fake.calls] == ["inner", "outer"]


def test_a_function_may_delete_itself(fake: FakeScf) -> None:
    """What runs goes on, and its event can be asked for."""
    with fake.client() as scf:
        fake.function("once").handler(lambda _: scf.delete_function(function_name="once").meta.attempts)
        event = scf.start_function(function_name="once")
        assert scf.get_async_event_status(invoke_request_id=event).result.status == "FINISHED"
    assert fake.functions() == []


def test_an_image_is_the_code_that_was_given(fake: FakeScf) -> None:
    """A function tells the image that it runs, and the one that it was given last."""
    image = models.ImageConfig(image_type="personal", image_uri="ccr.example/a/b:1")
    with fake.client() as scf:
        scf.create_function(function_name="boxed", code=models.Code(image_config=image))
        assert scf.wait_until_function_active(function_name="boxed").image_config.image_uri == "ccr.example/a/b:1"
        scf.update_function_code(function_name="boxed", code=models.Code(image_config=attrs.evolve(image, image_uri="ccr.example/a/b:2")))
        assert scf.get_function(function_name="boxed").image_config.image_uri == "ccr.example/a/b:2"


def test_what_on_says_wins_over_the_state(fake: FakeScf) -> None:
    """An answer that a test gave stands, whatever has been created."""
    fake.add_function("hello")
    fake.on("list_functions", returns={"TotalCount": 0, "Functions": []})
    fake.on("Invoke", returns=lambda _: {"Result": None})
    with fake.client() as scf:
        assert scf.list_functions().total_count == 0
        scf.get_function(function_name="hello")


@pytest.mark.parametrize("wrong", [-1.0, float("inf"), float("nan")])
def test_times_that_can_never_be_are_refused(wrong: float, fake: FakeScf) -> None:
    """For a deployment and for a run alike."""
    with pytest.raises(ValueError, match="ready at last"):
        FakeScf(deploy_time=wrong)
    with pytest.raises(ValueError, match="a run ends"):
        fake.set_handler("hello", lambda _: None, takes=wrong)


def test_a_handler_may_take_the_context(fake: FakeScf) -> None:
    """A function's own code gets what the service tells it of its run; a default that only keeps a value is left alone."""
    with fake.client() as scf:
        scf.create_namespace(namespace="prod")
        fake.function("hello", namespace="prod")

        def main_handler(event: Any, context: Any) -> Any:
            return [event, context]

        fake.set_handler("hello", main_handler, namespace="prod")
        run = scf.run_function(function_name="hello", namespace="prod", payload=7)
        assert run.json() == [
            7,
            {
                "request_id": run.request_id,
                "function_name": "hello",
                "function_version": "$LATEST",
                "namespace": "prod",
                "memory_limit_in_mb": 128,
                "time_limit_in_ms": 3000,
            },
        ]
        started: list[Any] = []
        fake.set_handler("hello", lambda _, context=None: started.append(context["request_id"]), namespace="prod")
        assert [scf.start_function(function_name="hello", namespace="prod")] == started
        fake.set_handler("hello", lambda _, number=5: number, namespace="prod")
        assert scf.run_function(function_name="hello", namespace="prod").json() == 5
        fake.set_handler("hello", max, namespace="prod")  # its signature cannot be read
        assert scf.run_function(function_name="hello", namespace="prod", payload=[1, 3]).json() == 3


def test_a_handler_is_a_plain_function(fake: FakeScf) -> None:
    """What nobody could call, or would have to await, is refused where it is said."""

    async def handler(_: Any) -> None: ...

    for wrong in (handler, {"hello": "you"}):
        with pytest.raises(TypeError, match="plain function"):
            fake.function("hello" if wrong is handler else "other").handler(wrong)  # type: ignore[arg-type]
