"""The encoder that is kept writes what `json` writes, and where a Python has none, `json` itself writes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from tencentkit._client import serializer as _encoding
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
def test_it_writes_what_json_writes(data: dict[str, Any]) -> None:
    """To the byte: without blanks, and with every letter as it is."""
    assert encode_parameters(data) == json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(json.encoder, "c_make_encoder")


def _other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json.encoder, "c_make_encoder", lambda: None)


def _wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json.encoder, "c_make_encoder", lambda **_: lambda *_: ("?",))


@pytest.mark.parametrize("change", [_gone, _other, _wrong])
def test_another_python_falls_back(change: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the encoder in C, with one of other arguments, or one that writes something else."""
    change(monkeypatch)
    assert _encoding._kept_encoder() == _encoding._ENCODER.encode


def test_what_is_nested_too_deeply_is_refused() -> None:
    """Also where the encoder itself would be the first to notice, or a container holds itself."""
    itself: dict[str, Any] = {}
    itself["a"] = itself
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    for wrong in (itself, {"a": deep}):
        with pytest.raises(RequestInvalid):
            encode_parameters(wrong)


class OneField(Model):
    """A model as small as models get, and one without any field below."""

    FIELDS: ClassVar[tuple[Field, ...]] = (Field("only", "Only", "string"),)

    def __init__(self, only: Any) -> None:
        self.only = only
        self.extra = {}

    @classmethod
    def from_dict(cls, source: Any) -> Any:
        return cls(source["Only"])


class NoField(OneField):
    """See `OneField`."""

    FIELDS: ClassVar[tuple[Field, ...]] = ()


def test_models_of_any_size_are_read_whole() -> None:
    """Of no field, of one, of many; an attribute that a subclass adds is no field."""
    assert encode_request(NoField("x")) == b"{}"
    assert encode_request(OneField("x")) == b'{"Only":"x"}'
    assert encode_request(models.ListAsyncEventsRequest(function_name="f", limit=1)) == b'{"FunctionName":"f","Limit":1}'
