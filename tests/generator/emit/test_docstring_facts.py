"""Docstrings: facts without descriptions, and text that is safe in source."""

from __future__ import annotations

import ast
from typing import Any

import pytest
from openapi_python_client.parser import GeneratorData

from generator.emit.docstring import docstring, prose
from generator.emit.field import FieldView
from generator.emit.field_description import argument_description, attribute_description

assert GeneratorData  # the import of `field` needs the parser


def field(*, required: bool = False, array: bool = False, **facts: Any) -> FieldView:
    """Return a field of kind string."""
    example = facts.pop("example", None)
    return FieldView("name", "Name", "string", array, required, False, None, facts, example)  # noqa: FBT003


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (field(), "Optional, `str`."),
        (field(required=True, example="web"), "Required, `str`. Example: `web`."),
        (field(array=True, items={"x-tc-known-values": ["A", "B"]}), "Optional, list of `str`. Known values: `A`, `B`."),
        (field(description="Name of it.", example="web"), "Name of it."),
    ],
)
def test_argument_is_never_empty(given: FieldView, expected: str) -> None:
    """A parameter without a description states what the facts say."""
    assert argument_description(given) == expected


def test_object_names_its_fields() -> None:
    """The first attributes of an object, and the number of the others."""
    placement = FieldView("place", "Place", "object", False, True, False, "Place", {}, holds=("a", "b", "c", "d", "e", "f"))  # noqa: FBT003
    assert argument_description(placement) == "Required, `Place` (`a`, `b`, `c`, `d`, 2 more)."


def test_attribute_leaves_type_to_annotation() -> None:
    """An attribute without facts has no docstring."""
    assert (attribute_description(field()), attribute_description(field(example="web"))) == ("", "Example: `web`.")


@pytest.mark.parametrize(
    "text",
    [
        'says """so"""',
        "ends with \\",
        'ends with "',
        'a""""',
        'a\\"',
        "C:\\new\\x",
        "\u4e2d\u6587\u3002" * 200,
        "a" * 400,
        "a\x00b\u202ec",
        "`<FunctionName>` \\N{DASH}",
    ],
)
@pytest.mark.parametrize("indent", [0, 8])
def test_any_text_is_safe(text: str, indent: int) -> None:
    """The source compiles without a warning, has the text, and breaks lines also between ideographs."""
    source = docstring(prose(text), indent)
    shown = ast.literal_eval(source)
    assert "".join(shown.split()) == "".join(text.replace("\x00", "").replace("\u202e", "").split())
    assert all(len(line) <= 120 or "a" * 120 in line for line in source.splitlines())
