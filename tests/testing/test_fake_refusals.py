"""What the actions with state refuse, and with which code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tencentkit.testing import FakeScf, ManualClock
from tencentkit.testing._service.action_table import ACTIONS
from tencentkit.testing._service.error_codes import DOCUMENTED, WANTED, code_for

Ask = Callable[..., Any]
OLD = {"ListAsyncEvents", "GetAsyncEventStatus"}
"""The two with a page: `test_fake_actions` holds what they refuse."""
F = {"FunctionName": "helloworld"}
COMMON = {"InvalidParameterValue", "UnknownParameter", "MissingParameter"}
CODE = {"ZipFile": "YQ=="}
NEW = {"FunctionName": "new", "Code": CODE}
ALIAS = {**F, "Name": "live"}
LONG = "x" * 1001
WEIGHTS = {"AdditionalVersionWeights": [{"Version": "$LATEST", "Weight": 1.5}]}

REFUSED: dict[str, list[tuple[dict[str, Any], str]]] = {
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
_NOWHERE = "ResourceNotFound.Namespace"
_OF_A_FUNCTION = ("InvalidParameterValue.FunctionName", "InvalidParameterValue.Namespace", _NOWHERE)
# What each refuses of a function's name that is empty, a namespace that is, and a namespace that is not there.
NAMED: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "CreateAlias": ({"Name": "new", "FunctionVersion": "1"}, "InvalidParameterValue", "InvalidParameterValue", "ResourceNotFound.Function"),
    "DeleteAlias": ({"Name": "live"}, "InvalidParameterValue", "InvalidParameterValue", "ResourceNotFound.Function"),
    "DeleteFunction": ({}, *_OF_A_FUNCTION),
    "GetAlias": ({"Name": "live"}, *_OF_A_FUNCTION),
    "GetFunction": ({}, *_OF_A_FUNCTION),
    "Invoke": ({}, "InvalidParameter.FunctionName", "InvalidParameterValue", "ResourceNotFound.Function"),
    "InvokeFunction": ({}, "InvalidParameter.FunctionName", "InvalidParameterValue", "ResourceNotFound.Function"),
    "ListAliases": ({}, *_OF_A_FUNCTION),
    "ListVersionByFunction": ({}, *_OF_A_FUNCTION),
    "PublishVersion": ({}, "InvalidParameterValue.FunctionName", "InvalidParameterValue", _NOWHERE),
    "TerminateAsyncEvent": ({"InvokeRequestId": "ended"}, "InvalidParameterValue", "InvalidParameterValue", _NOWHERE),
    "UpdateAlias": ({"Name": "live", "FunctionVersion": "1"}, "InvalidParameterValue", "InvalidParameterValue", _NOWHERE),
    "UpdateFunctionCode": (CODE, *_OF_A_FUNCTION),
    "UpdateFunctionConfiguration": ({}, *_OF_A_FUNCTION),
}
for _action, (_rest, _name, _empty, _nowhere) in NAMED.items():
    REFUSED[_action] += [
        ({**_rest, "FunctionName": "nobody"}, "ResourceNotFound.Function"),
        ({**_rest, "FunctionName": ""}, _name),
        ({**_rest, **F, "Namespace": ""}, _empty),
        ({**_rest, **F, "Namespace": "nowhere"}, _nowhere),
    ]
NAMES = [f"{action}-{number}-{code}" for action, rows in REFUSED.items() for number, (_, code) in enumerate(rows)]
CASES = [(action, parameters, code) for action, rows in REFUSED.items() for parameters, code in rows]


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
def test_what_the_service_refuses_is_refused(action: str, parameters: dict[str, Any], code: str, ask: Ask, fake: FakeScf) -> None:
    """By the code that the action's list has for it, and nothing has changed."""
    before = fake.functions(), fake.events()
    assert ask(action, parameters) == code
    assert (fake.functions(), fake.events()) == before


def test_every_action_with_state_has_its_codes_and_its_refusals() -> None:
    """What each may answer is asked of it above, and beside that only what is common to all actions."""
    assert set(REFUSED) == set(ACTIONS) - OLD
    assert set(DOCUMENTED) == set(ACTIONS)
    for action, rows in REFUSED.items():
        assert {code for _, code in rows} - COMMON == DOCUMENTED[action], action


def test_a_fault_without_a_code_of_its_own_is_told_by_its_class() -> None:
    """No action answers a code that its list does not have."""
    told = {(action, code_for(action, fault)) for action in ACTIONS for fault in WANTED}
    assert not [(action, code) for action, code in told if "." in code and code not in DOCUMENTED[action]]


def test_filters_pages_and_orders_of_functions(clock: ManualClock, sign: Any, read: Any) -> None:
    """What a listing leaves out it leaves out of the total, too, and pages neither repeat nor lose one."""
    fake = FakeScf(clock=clock, deploy_time=0)
    with fake.client(throttle=None) as scf:
        for number in range(45):
            clock.advance(1)
            scf.create_function(
                function_name=f"f{number:02}", code=CODE, description="odd" if number % 2 else "even", role=f"r{number % 3}"
            )
        names = [f"f{number:02}" for number in range(45)]

        def listed(**more: Any) -> list[str]:
            return [each.function_name for each in scf.paginate(scf.list_functions, **more)]

        assert listed() == names
        assert listed(orderby="FunctionName", order="DESC") == names[::-1]
        assert listed(orderby="AddTime", limit=7) == names
        assert listed(search_key="f1") == names[10:20]
        assert listed(description="odd") == names[1::2]
        roles = [{"Name": "Role", "Values": ["r0", "r1"]}, {"Name": "Status", "Values": ["Active"]}]
        assert listed(filters=roles) == [name for number, name in enumerate(names) if number % 3 < 2]
        assert scf.list_functions(filters=[{"Name": "VpcId", "Values": ["vpc-1"]}]).total_count == 0
        assert scf.list_functions(limit=0).total_count == 45
