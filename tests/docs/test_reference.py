"""Reference pages that the generator writes."""

from __future__ import annotations

import asyncio
import json
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from generator.emit.document import OpenApiDocument
from generator.reference.command import pages_of
from generator.reference.example import example_of
from tencentkit.testing import FakeScf, ManualClock
from tencentkit.testing._fake.installed_products import installed_product
from tencentkit.testing._service.service_error import ServiceError
from tests.docs.samples import ROOT, blocks_of, prepare

DOCUMENT = OpenApiDocument.read(ROOT / "spec/scf/2018-04-16/openapi.json")
OPERATIONS = {str(operation["operationId"]): operation for operation in DOCUMENT.operations}
PAGES = pages_of(DOCUMENT)


def test_page_per_action() -> None:
    """Each action has one page, and the index links to it."""
    from tencentkit_api.scf.actions import ACTIONS

    assert len(PAGES) == len(ACTIONS) + 1
    for name in PAGES:
        assert name == "index.md" or f"]({name})" in PAGES["index.md"]


@pytest.mark.parametrize("action", OPERATIONS)
def test_examples_run(action: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sync and the async example send the documented request and return the documented response."""
    from generator.reference.page import page_name

    example = example_of(DOCUMENT, OPERATIONS[action])
    page = PAGES[page_name(action)]
    programs = [block.text for block in blocks_of(page) if block.kind == "python"]
    assert programs == [example.sync, example.asynchronous]
    response = example.response or {"Response": {"RequestId": "undocumented"}}
    try:
        installed_product("scf").emulated.validator.check_request(action, example.request, ())
    except ServiceError as error:
        pytest.fail(f"the page does not allow the documented request: {error.message}")
    for program in programs:
        clock = ManualClock()
        fake = FakeScf(clock=clock)
        prepare(monkeypatch, fake, clock)
        fake.reply_next(action, body=json.dumps(response).encode())
        names: dict[str, Any] = {"__name__": "__main__"}
        with pytest.warns(DeprecationWarning, match="is deprecated") if OPERATIONS[action].get("deprecated") else nullcontext():
            exec(compile(program, page_name(action), "exec"), names)  # noqa: S102 - our own text
        assert fake.calls[0].parameters == example.request
        assert names["result"].to_dict() == response["Response"]
    # Unset the loop that `asyncio.run` has closed, for later tests in this process.
    asyncio.set_event_loop(None)


@pytest.mark.parametrize("action", OPERATIONS)
def test_page_contains_the_spec(action: str) -> None:
    """Every parameter, result field, error code and the rate limit appear."""
    from generator.naming import attribute_name
    from generator.reference.page import page_name

    page, operation = PAGES[page_name(action)], OPERATIONS[action]
    for wire, schema in DOCUMENT.schemas[f"{action}Request"].get("properties", {}).items():
        assert f"| `{attribute_name(wire)}` | `{wire}` |" in page
        if "maximum" in schema:
            assert f"At most {schema['maximum']}." in page
    for wire in DOCUMENT.schemas[f"{action}Response"]["properties"]:
        assert f"| `{wire}` |" in page
    for error in operation.get("x-tc-errors", []):
        assert f"| `{error['code']}` | `{error['code'].partition('.')[0]}` |" in page
    if "x-tc-rate-limit" in operation:
        assert f"{operation['x-tc-rate-limit']} requests per second" in page
