"""What a page must give, compared with what the transcriber read from it."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.transcribe.facts import PageFacts
from generator.transcribe.pages.data_types_page import DataType as ReadType

from .definitions import Action, DataType
from .style import Style
from .writer import shown, typed

_INVISIBLE = re.compile("[\u200b\ufeff\u2060\x01-\x08\x0b\x0e-\x1b]")


@dataclass(slots=True)
class Verdict:
    """The differences of one page, and how its examples fared."""

    differences: list[str] = field(default_factory=list)
    examples: int = 0
    read: int = 0


def compare(facts: PageFacts, action: Action, style: Style, lost: Collection[str] = ()) -> Verdict:
    """Every fact of the page against the definitions and the style that it was written from; what its form has lost must be unknown."""
    verdict = Verdict()
    yes = style.region[0] in {"Yes", "是"}
    for what, got, expected in (
        ("action", facts.action, action.name),
        ("version", facts.version, action.version),
        ("host", facts.host.name if facts.host else None, style.host),
        ("rate", facts.rate_limit, style.rate),
        ("updated", facts.updated, style.updated),
        ("region", (facts.region.required, facts.region.only), (yes, style.region[2])),
        ("errors", [(one.code, _words(one.description)) for one in facts.errors], [(code, _words(text)) for code, text in style.codes]),
        (
            "inputs",
            [(one.name, str(one.type), one.required, _words(one.description)) for one in facts.inputs],
            [(one.name, typed(one), one.required, _words(*shown(one.document, style))) for one in action.inputs],
        ),
        (
            "outputs",
            [(one.name, str(one.type), _words(one.description)) for one in facts.outputs[:-1]],
            [(one.name, typed(one), _words(*shown(one.document, style))) for one in action.outputs[:-1]],
        ),
    ):
        if what in lost and (got is not None or what not in {one.fact for one in facts.unknown}):
            verdict.differences.append(f"{what}: lost, and yet {got!r}")
        elif got != expected and what not in lost:
            verdict.differences.append(f"{what}: {_first(got, expected)}")
    verdict.differences += _examples(facts, action, verdict)
    return verdict


def compare_type(read: ReadType | None, type_: DataType, style: Style) -> list[str]:
    """Every fact of a data type against its definition."""
    if read is None:
        return ["type: lost"]
    required = type_.used_in_requests
    got = [(one.name, str(one.type), one.required, _words(one.description)) for one in read.fields]
    expected = [(one.name, typed(one), one.required if required else None, _words(*shown(one.document, style))) for one in type_.fields]
    differences = [] if got == expected else [f"fields: {_first(got, expected)}"]
    if _words(read.description) != _words(*shown(type_.document, style)):
        differences.append(f"description: {read.description[:200]!r}")
    return differences


def _examples(facts: PageFacts, action: Action, verdict: Verdict) -> Iterator[str]:
    verdict.examples = len(action.samples)
    if len(facts.examples) != len(action.samples):
        yield f"examples: {len(facts.examples)} != {len(action.samples)}"
        return
    for example, sample in zip(facts.examples, action.samples, strict=True):
        verdict.read += example.request is not None and example.response is not None
        if example.response is not None and example.response != _json(sample.output):
            yield f"example response: {_words(example.title)}"
        if example.request is not None and _leaves(example.request) != _leaves(_request(sample.input)):
            yield f"example request: {_words(example.title)}"


def _json(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return None


def _request(text: str) -> Any:
    """An independent reading of a request: the JSON of its body, or the flat pairs of its address."""
    if not text.lstrip().startswith("http"):
        start = text.find("{")
        return _json(text[start:]) if start >= 0 else {}
    pairs = {}
    for pair in re.split(r"\s*&(?=[A-Za-z][\w.]*=|\s*<)", text.partition("?")[2]):
        key, equals, value = pair.strip().partition("=")
        if equals and "<" not in key:
            pairs[key.strip()] = value.strip()
    return {
        key: value
        for key, value in pairs.items()
        if key not in {"Action", "Version", "Region", "Timestamp", "Nonce", "SecretId", "Signature"}
    }


def _leaves(value: Any, path: str = "") -> dict[str, str]:
    """Flat pairs as in a GET address, whatever the nesting; numbers and words are compared as text."""
    if isinstance(value, dict):
        return {key: leaf for name, item in value.items() for key, leaf in _leaves(item, f"{path}.{name}" if path else name).items()}
    if isinstance(value, list):
        return {key: leaf for number, item in enumerate(value) for key, leaf in _leaves(item, f"{path}.{number}").items()}
    return {path: (json.dumps(value) if isinstance(value, bool | float | None) else str(value)).casefold().removesuffix(".0")}


def _words(*texts: str) -> str:
    return " ".join(_INVISIBLE.sub("", " ".join(texts)).split())


def _first(got: Any, expected: Any) -> str:
    if isinstance(got, list) and isinstance(expected, list):
        for ours, theirs in zip(got, expected, strict=False):
            if ours != theirs:
                return f"{ours!r} != {theirs!r}"[:400]
        longer = got if len(got) > len(expected) else expected
        return f"{len(got)} != {len(expected)}: {longer[min(len(got), len(expected))]!r}"[:400]
    return f"{got!r} != {expected!r}"[:300]
