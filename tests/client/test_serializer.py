"""Serializer of request bodies: JSON, nesting, models of any size."""

from __future__ import annotations

import json
from typing import Any, ClassVar

import pytest

from tencentkit._client.serializer import encode_parameters, encode_request
from tencentkit.errors import RequestInvalid
from tencentkit.scf import models
from tencentkit_api.model import Field, Model

DATA: list[dict[str, Any]] = [
    {},
    {"": ""},
    {"Name": 'a"b\\c/\n\t\x00\x7f', "é": "ü\u2028\U0001f600"},
    {"Numbers": [0, -1, 2**63, 10**30, 0.1, -0.0, 1e300, 1e-300, True, False, None]},
    {"Nested": {"Lists": [[], [[]], {}, {"a": {"b": [1, {"c": None}]}}], "Tuple": (1, "2")}},
]


@pytest.mark.parametrize("data", DATA, ids=range(len(DATA)))
def test_same_bytes_as_json(data: dict[str, Any]) -> None:
    """The bytes equal those of `json`: no spaces, no escaped letters."""
    assert encode_parameters(data) == json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def test_deep_nesting() -> None:
    """A cyclic or very deep container raises RequestInvalid."""
    itself: dict[str, Any] = {}
    itself["a"] = itself
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    for value in (itself, {"a": deep}):
        with pytest.raises(RequestInvalid):
            encode_parameters(value)


class OneField(Model):
    """Model with one field."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("only", "Only", "string"),)

    def __init__(self, only: Any) -> None:
        self.only = only
        self.extra = {}

    @classmethod
    def from_dict(cls, source: Any) -> Any:
        return cls(source["Only"])


class NoField(OneField):
    """Model without a field."""

    FIELDS: ClassVar[tuple[Field, ...]] = ()


def test_models_of_any_size() -> None:
    """Models of no, one and many fields are serialized; an added attribute is no field."""
    assert encode_request(NoField("x")) == b"{}"
    assert encode_request(OneField("x")) == b'{"Only":"x"}'
    assert encode_request(models.ListAsyncEventsRequest(function_name="f", limit=1)) == b'{"FunctionName":"f","Limit":1}'


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, {}), ("x", {"Only": "x"}), (3, {"Only": 3}), ({"a": [1, None]}, {"Only": {"a": [1, None]}}), (True, None), (1.5, None)],
    ids=str,
)
def test_observed_values_are_sent_back(value: Any, expected: dict[str, Any] | None) -> None:
    """A value of a type that documented responses have is sent as it came; another type is refused."""

    class Widened(OneField):
        FIELDS: ClassVar[tuple[Field, ...]] = (Field("only", "Only", "string", other_kinds=("integer", "object")),)

    if expected is None:
        with pytest.raises(RequestInvalid, match="only: must be a string"):
            encode_request(Widened(value))
    else:
        assert json.loads(encode_request(Widened(value))) == expected


@pytest.mark.parametrize(
    "received",
    [{}, {"Variables": []}, {"Variables": [{}]}, {"Variables": [{"Key": "A"}]}, {"Variables": [{"Key": "A", "Value": "1"}], "New": None}],
    ids=str,
)
def test_response_part_in_request(received: dict[str, Any]) -> None:
    """A part of a response is sent back as it came: what was missing stays out."""
    environment = models.Environment.from_dict(received)
    body = json.loads(encode_request(models.UpdateFunctionConfigurationRequest(function_name="f", environment=environment)))
    assert body["Environment"] == received


def test_nulls_of_a_response_part() -> None:
    """A received null of a nullable field is sent back as null, also for a list; of another field it is refused."""
    nullable = {"ImageType": "personal", "ImageUri": "u", "EntryPoint": None, "ImagePort": None}

    def sent(received: dict[str, Any], **changes: Any) -> Any:
        image = models.ImageConfig.from_dict(received)
        for name, value in changes.items():
            setattr(image, name, value)
        request = models.UpdateFunctionCodeRequest(function_name="f", code=models.Code(image_config=image))
        return json.loads(encode_request(request))["Code"]["ImageConfig"]

    assert sent(nullable) == nullable
    assert sent(nullable, entry_point="now set") == nullable | {"EntryPoint": "now set"}
    with pytest.raises(RequestInvalid, match=r"code\.image_config\.image_uri: must be a string, not None"):
        sent(nullable | {"ImageUri": None})
    with pytest.raises(RequestInvalid, match=r"code\.image_config\.image_uri: is required"):
        sent({"ImageType": "personal"})
