"""Generated tables: actions, fields, waiters and schemas equal the spec."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from generator.spec.observations import documented_form
from tencentkit_api.action import Action, Timeline, Waiter
from tencentkit_api.model import Model
from tencentkit_api.scf import actions, models

SPEC = documented_form(json.loads((Path(__file__).parents[2] / "spec/scf/2018-04-16/openapi.json").read_text(encoding="utf-8")))
OPERATIONS: dict[str, dict[str, Any]] = {path["post"]["operationId"]: path["post"] for path in SPEC["paths"].values()}
SCHEMAS: dict[str, dict[str, Any]] = SPEC["components"]["schemas"]


def wire_name(model: type[Model], attribute: str | None) -> str | None:
    return next((field.wire for field in model.FIELDS if field.name == attribute), None)


def follow(model: type[Model], path: tuple[str, ...]) -> str:
    wires: list[str] = []
    for attribute in path:
        field = next(field for field in model.FIELDS if field.name == attribute)
        wires.append(field.wire)
        if field.model is not None:
            model = getattr(models, field.model)
    return ".".join(wires)


def test_every_action_is_listed() -> None:
    """Every action of the spec is in `ACTIONS`, sorted by name; service, version and host are right."""
    assert [action.name for action in actions.ACTIONS] == sorted(OPERATIONS)
    assert (SPEC["info"]["title"], SPEC["info"]["version"]) == (actions.SERVICE, actions.VERSION)
    assert f"https://{actions.HOST}" == SPEC["servers"][0]["url"]


@pytest.mark.parametrize("action", actions.ACTIONS, ids=lambda action: action.name)
def test_action(action: Action) -> None:
    """Each action equals the spec."""
    operation = OPERATIONS[action.name]
    assert (action.service, action.version) == (actions.SERVICE, operation["x-tc-version"])
    assert action.rate_limit == operation.get("x-tc-rate-limit")
    assert action.read_only == operation.get("x-tc-read-only", False)
    assert {"required": action.region_required, "only": [*action.regions]} == operation["x-tc-region"]
    assert list(action.errors) == [error["code"] for error in operation.get("x-tc-errors", ())]


@pytest.mark.parametrize("action", actions.ACTIONS, ids=lambda action: action.name)
def test_paging(action: Action) -> None:
    """The pagination of each action names the properties of the spec."""
    found = None
    if action.paging is not None:
        request, response = (getattr(models, f"{action.name}{end}") for end in ("Request", "Response"))
        paging = action.paging
        found = {
            "offset": wire_name(request, paging.offset),
            "limit": wire_name(request, paging.limit),
            "maximum": paging.maximum,
            "total": wire_name(response, paging.total),
            "items": wire_name(response, paging.items),
        }
        row = next(field for field in response.FIELDS if field.name == paging.items)
        item = getattr(models, row.model)
        found |= {"key": wire_name(item, paging.key)} if paging.key else {}
        found |= {"time": timeline(paging.time, request, item)} if paging.time else {}
        found |= {"offset-cap": {"rows": paging.cap, "error": paging.cap_error}} if paging.cap else {}
    assert found == OPERATIONS[action.name].get("x-tc-pagination")


def timeline(time: Timeline, request: type[Model], item: type[Model]) -> dict[str, Any]:
    interval = next(field for field in request.FIELDS if field.name == time.interval)
    bounds = getattr(models, str(interval.model))
    return {
        "item": wire_name(item, time.item),
        "format": time.format,
        "interval": {"property": interval.wire, "start": wire_name(bounds, time.start), "end": wire_name(bounds, time.end)},
        "newest-first": {wire_name(request, name): value for name, value in time.newest_first},
        "oldest-first": {wire_name(request, name): value for name, value in time.oldest_first},
        "reach": time.reach,
    }


def test_waiters() -> None:
    """Each waiter of the spec is generated, and its paths name the same properties."""
    found = {name: row for name, row in vars(actions).items() if isinstance(row, Waiter)}
    wanted = [(name, waiter) for name, operation in OPERATIONS.items() for waiter in operation.get("x-tc-waiters", ())]
    assert len(found) == len(wanted) > 0
    for action, waiter in wanted:
        row = next(row for row in found.values() if row.name == waiter["name"])
        response = getattr(models, f"{action}Response")
        acceptors = []
        for acceptor in row.acceptors:
            facts: dict[str, Any] = {"state": acceptor.state}
            facts |= {"path": follow(response, acceptor.path), "values": [*acceptor.values]} if acceptor.path else {}
            facts |= {"error": acceptor.error} if acceptor.error else {}
            acceptors.append(facts)
        assert {"name": row.name, "interval": row.interval, "acceptors": acceptors} == waiter


@pytest.mark.parametrize("schema", SCHEMAS)
def test_fields(schema: str) -> None:
    """The fields of each model equal the properties of the spec."""
    fields = getattr(models, schema).FIELDS
    properties = SCHEMAS[schema]["properties"]
    assert [field.wire for field in fields] == list(properties)
    for field in fields:
        facts = properties[field.wire]
        items = facts.get("items", facts)
        assert field.array == (facts.get("type") == "array")
        assert field.kind == items.get("type", "object")
        assert field.model == items.get("$ref", "/").rpartition("/")[2] or not field.model
        assert field.required == (field.wire in SCHEMAS[schema].get("required", ()))
        assert field.secret == bool(facts.get("x-tc-secret"))
        assert field.nullable == facts.get("x-tc-nullable", False)
        assert (field.default or None) == (facts.get("x-tc-default") or None)
        assert (field.minimum, field.maximum) == (items.get("minimum"), items.get("maximum"))
        assert list(field.known_values) == items.get("x-tc-known-values", [])


def test_schemas() -> None:
    """schemas.json, which the fake validates with, has every schema with the same properties."""
    found = json.loads(files("tencentkit_api.scf").joinpath("schemas.json").read_text(encoding="utf-8"))
    assert {name: list(schema["properties"]) for name, schema in found.items()} == {
        name: list(schema["properties"]) for name, schema in SCHEMAS.items()
    }
    assert {name: schema.get("required") for name, schema in found.items()} == {
        name: schema.get("required") for name, schema in SCHEMAS.items()
    }


def test_examples() -> None:
    """examples.json, with which the fake responds, has the first documented response of each action, without its request id."""
    found = json.loads(files("tencentkit_api.scf").joinpath("examples.json").read_text(encoding="utf-8"))
    assert found.keys() == set(OPERATIONS)
    for name, operation in OPERATIONS.items():
        first = next(iter(operation["responses"]["200"]["content"]["application/json"]["examples"].values()))["value"]["Response"]
        assert found[name] == {field: value for field, value in first.items() if field != "RequestId"}
