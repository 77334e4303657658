from __future__ import annotations

from tests.generator.transcribe.pages import LIST, edited, unknown


def test_extreme_json() -> None:
    """Deeply nested JSON, half a surrogate pair and oversized numbers are left out and reported."""
    for value in ("[" * 60_000, '"\\ud800"', "9" * 5000, "1e999", "NaN"):
        assert "JSON" in unknown(edited(LIST, '"TotalCount": 2,', f'"TotalCount": {value},')).reason
