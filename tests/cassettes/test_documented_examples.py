"""Documented examples: the documented input returns the documented output."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tencentkit.testing import FakeScf
from tests.cassettes.conftest import CassetteClients

pytestmark = [pytest.mark.vcr, pytest.mark.scripted]

SPEC = json.loads((Path(__file__).parents[2] / "spec/scf/2018-04-16/openapi.json").read_text(encoding="utf-8"))


def example(action: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the documented parameters and the documented content of the envelope."""
    operation = SPEC["paths"][f"/{action}"]["post"]
    parameters, expected = (
        part["content"]["application/json"]["examples"]["Example1"]["value"]
        for part in (operation["requestBody"], operation["responses"]["200"])
    )
    return parameters, expected["Response"]


def reply_with_example(action: str) -> Any:
    """Return a function that makes the fake reply with the documented output."""

    def prepare(fake: FakeScf) -> None:
        fake.reply_next(action, body=json.dumps({"Response": example(action)[1]}).encode())

    return prepare


def test_list_async_events(clients: CassetteClients) -> None:
    """The example of ListAsyncEvents, as parameters of the method and as fields of the result."""
    parameters, expected = example("ListAsyncEvents")
    assert parameters == {"FunctionName": "helloworld", "Qualifier": "1", "Offset": 0, "Limit": 20}
    client = clients.client(reply_with_example("ListAsyncEvents"))
    page = clients.kind.run(client.list_async_events(function_name="helloworld", qualifier="1", offset=0, limit=20))
    assert page.to_dict() == expected
    assert (page.total_count, page.event_list[1].status, page.event_list[1].end_time) == (2, "RUNNING", "")
    assert page.meta.request_id == "26c5f1a9-ebd4-407e-83d7-ae8001cca644"


def test_get_async_event_status(clients: CassetteClients) -> None:
    """The example of GetAsyncEventStatus, whose status "abc" is not a known value and is kept."""
    parameters, expected = example("GetAsyncEventStatus")
    client = clients.client(reply_with_example("GetAsyncEventStatus"))
    status = clients.kind.run(client.get_async_event_status(invoke_request_id=parameters["InvokeRequestId"]))
    assert status.to_dict() == expected
    assert (status.result.status, status.result.status_code) == ("abc", 0)
