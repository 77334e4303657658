"""Error codes of the emulated actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.testing import FakeScf, ManualClock
from tencentkit.testing._service.action_table import ACTIONS
from tencentkit.testing._service.error_codes import CODES_BY_REASON, DOCUMENTED, code_for

Call = Callable[..., Any]
EVENT_ACTIONS = {"ListAsyncEvents", "GetAsyncEventStatus"}  # tested in test_events.py
F = {"FunctionName": "helloworld"}
COMMON = {"InvalidParameterValue", "UnknownParameter", "MissingParameter"}
CODE = {"ZipFile": "YQ=="}
NEW = {"FunctionName": "new", "Code": CODE}
ALIAS = {**F, "Name": "live"}
LONG = "x" * 1001
WEIGHTS = {"AdditionalVersionWeights": [{"Version": "$LATEST", "Weight": 1.5}]}

ERRORS: dict[str, list[tuple[dict[str, Any], str]]] = {
    "CreateFunction": [
        ({**NEW, "FunctionName": "helloworld"}, "ResourceInUse.Function"),
        ({**NEW, "FunctionName": "x"}, "InvalidParameterValue.FunctionName"),
        ({**NEW, "FunctionName": "1up"}, "InvalidParameterValue.FunctionName"),
        ({**NEW, "FunctionName": "new-"}, "InvalidParameterValue.FunctionName"),
        ({**NEW, "FunctionName": "n" * 61}, "InvalidParameterValue.FunctionName"),
        ({**NEW, "Namespace": "nowhere"}, "ResourceNotFound.Namespace"),
        ({**NEW, "Namespace": ""}, "InvalidParameterValue.Namespace"),
        ({**NEW, "Code": {}}, "InvalidParameterValue.Code"),
        ({**NEW, "Code": {**CODE, "DemoId": "demo-1"}}, "InvalidParameterValue.Code"),
        ({**NEW, "Code": {"ZipFile": "not base64"}}, "InvalidParameterValue.ZipFileBase64BinasciiError"),
        ({**NEW, "Code": {"ZipFile": "YQ=ä"}}, "InvalidParameterValue.ZipFileBase64BinasciiError"),
        ({**NEW, "MemorySize": 100}, "InvalidParameterValue.MemorySize"),
        ({**NEW, "Timeout": 901}, "LimitExceeded.Timeout"),
        ({**NEW, "Description": LONG}, "InvalidParameterValue.Description"),
        ({**NEW, "Unknown": 1}, "UnknownParameter"),
        ({"FunctionName": "new"}, "MissingParameter"),
    ],
    "GetFunction": [
        ({}, "InvalidParameterValue.FunctionName"),
        ({**F, "Qualifier": "7"}, "ResourceNotFound.Version"),
    ],
    "ListFunctions": [
        ({"Namespace": "nowhere"}, "ResourceNotFound.Namespace"),
        ({"Namespace": ""}, "InvalidParameterValue.Namespace"),
        ({"Offset": -1}, "InvalidParameterValue.Offset"),
        ({"Limit": -1}, "InvalidParameterValue.Limit"),
        ({"Order": "UP"}, "InvalidParameterValue.Order"),
        ({"Orderby": "Size"}, "InvalidParameterValue"),
        ({"Filters": [{"Name": "Colour", "Values": ["red"]}]}, "InvalidParameterValue"),
        ({"Filters": [{"Name": "Role", "Values": []}] * 11}, "InvalidParameterValue"),
    ],
    "UpdateFunctionCode": [
        ({"FunctionName": "busy", **CODE}, "FailedOperation.FunctionStatusError"),
        ({**F, "ZipFile": "?"}, "InvalidParameterValue.ZipFileBase64BinasciiError"),
        ({**F, **CODE, "Code": {"CosObjectName": "/a.zip"}}, "InvalidParameterValue.Code"),
    ],
    "UpdateFunctionConfiguration": [
        ({"FunctionName": "busy"}, "FailedOperation.UpdateFunctionConfiguration"),
        ({**F, "Runtime": "Go1"}, "InvalidParameterValue.Runtime"),
        ({**F, "MemorySize": 65}, "InvalidParameterValue.MemorySize"),
        ({**F, "Timeout": 0}, "LimitExceeded.Timeout"),
        ({**F, "Description": LONG}, "InvalidParameterValue.Description"),
    ],
    "DeleteFunction": [
        ({**F, "Qualifier": "7"}, "ResourceNotFound.Qualifier"),
        ({**F, "Qualifier": "1"}, "UnsupportedOperation.AliasBind"),
        ({**F, "Qualifier": "$LATEST"}, "InvalidParameterValue.Qualifier"),
    ],
    "PublishVersion": [
        ({"FunctionName": "busy"}, "FailedOperation.PublishVersion"),
        ({**F, "Description": LONG}, "InvalidParameterValue.Description"),
    ],
    "ListVersionByFunction": [
        ({**F, "Order": "asc"}, "InvalidParameterValue.Order"),
        ({**F, "OrderBy": "Name"}, "InvalidParameterValue"),
        ({**F, "Offset": -1}, "InvalidParameterValue"),
    ],
    "CreateAlias": [
        ({**ALIAS, "FunctionVersion": "1"}, "ResourceInUse.Alias"),
        ({**ALIAS, "Name": "2nd", "FunctionVersion": "1"}, "InvalidParameterValue.Name"),
        ({**ALIAS, "Name": "new", "FunctionVersion": "7"}, "ResourceNotFound.FunctionVersion"),
        ({**ALIAS, "Name": "new", "FunctionVersion": "1", "RoutingConfig": WEIGHTS}, "InvalidParameterValue.AdditionalVersionWeights"),
    ],
    "GetAlias": [
        ({**ALIAS, "Name": "dead"}, "ResourceNotFound.Alias"),
    ],
    "ListAliases": [
        ({**F, "Limit": "many"}, "InvalidParameterValue"),
    ],
    "UpdateAlias": [
        ({**ALIAS, "Name": "dead", "FunctionVersion": "1"}, "ResourceNotFound.Alias"),
        ({**ALIAS, "FunctionVersion": "7"}, "ResourceNotFound.FunctionVersion"),
        ({**ALIAS, "FunctionVersion": "1", "RoutingConfig": WEIGHTS}, "InvalidParameterValue.AdditionalVersionWeights"),
    ],
    "DeleteAlias": [({**ALIAS, "Name": "dead"}, "ResourceNotFound.Alias")],
    "CreateNamespace": [
        ({"Namespace": "default"}, "ResourceInUse.Namespace"),
        ({"Namespace": "a b"}, "InvalidParameterValue.NamespaceInvalid"),
        ({"Namespace": "ok", "Description": LONG}, "InvalidParameterValue.Description"),
    ],
    "ListNamespaces": [
        ({"Order": "UP"}, "InvalidParameterValue.Order"),
        ({"SearchKey": [{"Key": "Colour", "Value": "red"}]}, "InvalidParameterValue.SearchKey"),
    ],
    "UpdateNamespace": [
        ({"Namespace": "nowhere", "Description": ""}, "ResourceNotFound.Namespace"),
        ({"Namespace": "default", "Description": LONG}, "InvalidParameterValue.Description"),
    ],
    "DeleteNamespace": [
        ({"Namespace": "nowhere"}, "ResourceNotFound.Namespace"),
        ({"Namespace": "prod"}, "ResourceInUse.Namespace"),
        ({"Namespace": "default"}, "InvalidParameterValue.Namespace"),
        ({"Namespace": ""}, "InvalidParameterValue.NamespaceInvalid"),
    ],
    "Invoke": [
        ({"FunctionName": "busy"}, "FailedOperation.FunctionStatusError"),
        ({**F, "Qualifier": "7"}, "ResourceNotFound.Function"),
        ({**F, "ClientContext": "{"}, "InvalidParameterValue.Param"),
        ({**F, "ClientContext": "[" * 100_000}, "InvalidParameterValue.Param"),
        ({**F, "ClientContext": '"' + "x" * (128 * 1024) + '"', "InvocationType": "Event"}, "InvalidParameterValue.Param"),
        ({**F, "InvocationType": "DryRun"}, "InvalidParameterValue"),
    ],
    "InvokeFunction": [
        ({**F, "Qualifier": "7"}, "ResourceNotFound.Qualifier"),
        ({**F, "Event": ""}, "InvalidParameterValue.Param"),
        ({"FunctionName": "busy"}, "FailedOperation.FunctionStatusError"),
    ],
    "TerminateAsyncEvent": [
        ({**F, "InvokeRequestId": "ended"}, "FailedOperation.AsyncEventStatus"),
        ({**F, "InvokeRequestId": "none"}, "ResourceNotFound.AsyncEvent"),
        ({"FunctionName": "other", "InvokeRequestId": "ended"}, "ResourceNotFound.AsyncEvent"),
    ],
}
_NO_NAMESPACE = "ResourceNotFound.Namespace"
_FUNCTION_CODES = ("InvalidParameterValue.FunctionName", "InvalidParameterValue.Namespace", _NO_NAMESPACE)
# Codes of each action for an empty function name, an empty namespace and a missing namespace.
NAME_CODES: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "CreateAlias": ({"Name": "new", "FunctionVersion": "1"}, "InvalidParameterValue", "InvalidParameterValue", "ResourceNotFound.Function"),
    "DeleteAlias": ({"Name": "live"}, "InvalidParameterValue", "InvalidParameterValue", "ResourceNotFound.Function"),
    "DeleteFunction": ({}, *_FUNCTION_CODES),
    "GetAlias": ({"Name": "live"}, *_FUNCTION_CODES),
    "GetFunction": ({}, *_FUNCTION_CODES),
    "Invoke": ({}, "InvalidParameter.FunctionName", "InvalidParameterValue", "ResourceNotFound.Function"),
    "InvokeFunction": ({}, "InvalidParameter.FunctionName", "InvalidParameterValue", "ResourceNotFound.Function"),
    "ListAliases": ({}, *_FUNCTION_CODES),
    "ListVersionByFunction": ({}, *_FUNCTION_CODES),
    "PublishVersion": ({}, "InvalidParameterValue.FunctionName", "InvalidParameterValue", _NO_NAMESPACE),
    "TerminateAsyncEvent": ({"InvokeRequestId": "ended"}, "InvalidParameterValue", "InvalidParameterValue", _NO_NAMESPACE),
    "UpdateAlias": ({"Name": "live", "FunctionVersion": "1"}, "InvalidParameterValue", "InvalidParameterValue", _NO_NAMESPACE),
    "UpdateFunctionCode": (CODE, *_FUNCTION_CODES),
    "UpdateFunctionConfiguration": ({}, *_FUNCTION_CODES),
}
for _action, (_rest, _name, _empty, _missing) in NAME_CODES.items():
    ERRORS[_action] += [
        ({**_rest, "FunctionName": "missing"}, "ResourceNotFound.Function"),
        ({**_rest, "FunctionName": ""}, _name),
        ({**_rest, **F, "Namespace": ""}, _empty),
        ({**_rest, **F, "Namespace": "nowhere"}, _missing),
    ]
NAMES = [f"{action}-{number}-{code}" for action, rows in ERRORS.items() for number, (_, code) in enumerate(rows)]
CASES = [(action, parameters, code) for action, rows in ERRORS.items() for parameters, code in rows]


@pytest.fixture
def fake(clock: ManualClock) -> FakeScf:
    fake = FakeScf(clock=clock)
    fake.add_function("helloworld", qualifiers=("$LATEST", "1"))
    fake.add_function("other")
    fake.add_function("shop", namespace="prod")
    fake.start_event("helloworld", runs_for=0, invoke_request_id="ended")
    with fake.client() as scf:
        scf.create_alias(function_name="helloworld", name="live", function_version="1")
        scf.create_function(function_name="busy", code=CODE)
    return fake


@pytest.mark.parametrize(("action", "parameters", "code"), CASES, ids=NAMES)
def test_error_code(action: str, parameters: dict[str, Any], code: str, call: Call, fake: FakeScf) -> None:
    """The action returns the code from its list and changes no state."""
    before = fake.functions(), fake.events()
    assert call(action, parameters) == code
    assert (fake.functions(), fake.events()) == before


def test_all_codes_are_tested() -> None:
    """The table above covers every documented code of every action, and besides only common codes."""
    assert set(ERRORS) == set(ACTIONS) - EVENT_ACTIONS
    assert set(DOCUMENTED) == set(ACTIONS)
    for action, rows in ERRORS.items():
        assert {code for _, code in rows} - COMMON == DOCUMENTED[action], action


def test_codes_are_documented() -> None:
    """No action returns a code that its list does not contain."""
    returned = {(action, code_for(action, reason)) for action in ACTIONS for reason in CODES_BY_REASON}
    assert not [(action, code) for action, code in returned if "." in code and code not in DOCUMENTED[action]]
