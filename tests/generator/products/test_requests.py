from __future__ import annotations

import importlib.util
import json
from importlib.metadata import version
from pathlib import Path

import pytest

import tencentkit
import tencentkit_api
from tests.generator.products.arguments import drawn
from tests.generator.products.comparison import compare

SPEC = Path(__file__).parents[3] / "spec/scf/2018-04-16/openapi.json"
SCHEMAS = json.loads(SPEC.read_bytes())["components"]["schemas"]
ACTIONS = [path[1:] for path in json.loads(SPEC.read_bytes())["paths"]]


@pytest.mark.skipif(importlib.util.find_spec("tencentcloud") is None, reason="the group vendor is not installed")
@pytest.mark.timeout(300)
def test_requests_equal_the_vendors() -> None:
    """For each action of SCF our client sends what the vendor's SDK sends for the same arguments, and signs it rightly."""
    assert version("tencentcloud-sdk-python-scf")
    paths = [Path(str(package.__file__)).parents[1] for package in (tencentkit, tencentkit_api)]
    assert compare(SPEC, "tencentkit_api.scf", paths, ("scf", "v20180416"), ACTIONS) == {
        "equal": len(ACTIONS),
        "different": [],
        "unsupported": [],
        "partial": [],
    }


def test_arguments_are_whole() -> None:
    """The arguments that are compared hold everything required, and a seed gives the same again."""
    for action in ACTIONS:
        body = drawn(SCHEMAS, action, 1)
        assert body == drawn(SCHEMAS, action, 1)
        assert set(SCHEMAS[f"{action}Request"].get("required", ())) <= body.keys()
    assert any(isinstance(value, list) for action in ACTIONS for value in drawn(SCHEMAS, action, 1).values())
