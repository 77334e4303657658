"""Forms of times over all product versions of the vendor's definitions."""

from __future__ import annotations

import pytest

from generator.convert.command import convert
from generator.convert.definitions import read_definitions
from generator.convert.source import read_source
from generator.convert.times import documented_values
from tencentkit_api.times import text_time, unix_time
from tests.generator.corpus.definitions import installed

INSTALLED = [language for language in ("en", "zh") if installed(language) is not None]
"""Languages whose definitions are installed; this project does not contain them."""


@pytest.mark.slow
@pytest.mark.parametrize("language", INSTALLED)
def test_documented_times_convert(language: str) -> None:
    """Each documented value of a field with a documented form is a time, or no time; none raises."""
    folder = installed(language)
    assert folder is not None
    facts = 0
    for source in sorted(path.parent for path in folder.glob("*/v*/api.json")):
        file = read_source(source)[0]
        if language == "en" and "version" not in file.content:
            continue  # ten of 160, which `convert` refuses: they name no version of the format
        definitions = read_definitions(file)
        document = convert(source, definitions.service, definitions.version).document
        shown = documented_values(document)
        for name, schema in document["components"]["schemas"].items():
            for wire, node in schema["properties"].items():
                if (fact := node.get("x-tc-time")) is None:
                    continue
                facts += 1
                for value in shown.get((name, wire), ()):
                    match fact["format"]:
                        case "iso8601":
                            time = text_time(value)
                        case "local":
                            time = text_time(value, fact["offset"])
                        case unit:
                            time = unix_time(value, unit)
                    assert time is None or time.utcoffset() is not None
    assert facts
