from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from tencentkit import Credentials
from tencentkit.errors import ResourceNotFound, WaiterTimeout
from tencentkit.scf import code_from_path, models
from tencentkit.testing import FakeScf, ManualClock
from tests.conftest import Kind


@pytest.fixture
def fake() -> FakeScf:
    """A fake without a function."""
    return FakeScf(clock=ManualClock(), deploy_time=5)


def test_function_lifecycle(kind: Kind, fake: FakeScf, scf: Any, tmp_path: Path) -> None:
    """Each step sees the result of the previous one, and deployments take time on the clock."""
    run = kind.run
    (tmp_path / "index.py").write_text("def main_handler(event, context): ...\n")
    code = code_from_path(tmp_path)
    run(scf.create_function(function_name="hello", code=code, runtime="Python3.10", description="greets", memory_size=256))
    assert run(scf.get_function(function_name="hello")).status == "Creating"
    created = run(scf.wait_until_function_active(function_name="hello"))
    assert (created.status, created.runtime, created.memory_size, created.description) == ("Active", "Python3.10", 256, "greets")
    assert created.code_size > 100
    assert [each.function_name for each in kind.listed(scf.paginate(scf.list_functions))] == ["hello"]

    run(scf.update_function_configuration(function_name="hello", timeout=60, environment={"Variables": [{"Key": "a", "Value": "b"}]}))
    assert run(scf.get_function(function_name="hello")).status == "Updating"
    changed = run(scf.wait_until_function_active(function_name="hello"))
    assert (changed.timeout, changed.memory_size, changed.environment.variables[0].value) == (60, 256, "b")
    assert changed.mod_time > changed.add_time
    run(scf.update_function_code(function_name="hello", code=code, handler="other.main_handler"))
    assert run(scf.wait_until_function_active(function_name="hello")).handler == "other.main_handler"

    version = run(scf.publish_version(function_name="hello", description="first")).function_version
    assert run(scf.get_function(function_name="hello", qualifier=version)).status == "Publishing"
    assert run(scf.wait_until_version_published(function_name="hello", qualifier=version)).function_version == "1"
    run(scf.update_function_configuration(function_name="hello", timeout=9, publish="TRUE"))
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
    fake.set_handler("hello", lambda event: {"hello": event.get("name", "world")}, takes=0.25)
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


def test_namespaces(kind: Kind, fake: FakeScf, scf: Any) -> None:
    """A function is found only in its namespace, and only an empty namespace can be deleted."""
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


def test_waiter_times_out(kind: Kind, fake: FakeScf) -> None:
    """A function that is not active in time raises `WaiterTimeout` with the last result."""
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


def test_container_image(fake: FakeScf) -> None:
    """GetFunction returns the image of the last update."""
    image = models.ImageConfig(image_type="personal", image_uri="ccr.example/a/b:1")
    with fake.client() as scf:
        scf.create_function(function_name="boxed", code=models.Code(image_config=image))
        assert scf.wait_until_function_active(function_name="boxed").image_config.image_uri == "ccr.example/a/b:1"
        scf.update_function_code(function_name="boxed", code=models.Code(image_config=attrs.evolve(image, image_uri="ccr.example/a/b:2")))
        assert scf.get_function(function_name="boxed").image_config.image_uri == "ccr.example/a/b:2"


def test_canned_response_overrides_state(fake: FakeScf) -> None:
    """A canned response replaces the emulated action."""
    fake.add_function("hello")
    fake.on("list_functions", returns={"TotalCount": 0, "Functions": []})
    fake.on("Invoke", returns=lambda _: {"Result": None})
    with fake.client() as scf:
        assert scf.list_functions().total_count == 0
        scf.get_function(function_name="hello")


@pytest.mark.parametrize("wrong", [-1.0, float("inf"), float("nan")])
def test_invalid_durations(wrong: float, fake: FakeScf) -> None:
    """Negative and infinite durations are invalid for deployments and runs."""
    with pytest.raises(ValueError, match="deploy_time must be finite"):
        FakeScf(deploy_time=wrong)
    with pytest.raises(ValueError, match="takes must be finite"):
        fake.set_handler("hello", lambda _: None, takes=wrong)
