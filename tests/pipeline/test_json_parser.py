"""JSON parsers: the faster parser of the extra `fast` gives the same outcome as the standard library."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tencentkit._pipeline import envelope as _envelope

ODD = [
    *("NaN", "-Infinity", "1e400", "-0", "-0.0", "1.0", "1e5", "01", "[1,]", "", "{}{}", "nu", "\x00", "\ufeff1", " 1 ", "1\n"),
    *('{"a":1,"a":2}', '"\\ud800"', '"\\ud83d\\ude00"', '{"a":"\x01"}', '"\u2028"', "9" * 30, "9" * 4000, "9" * 5000, "1e-400"),
    *("18446744073709551616", "-9223372036854775809", "0.1", "123456789.123456789123456789", "[" * 1500 + "]" * 1500, "[" * 100_000),
]


def both(body: bytes, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return the outcome of each parser: the value, or the class of the error."""
    pytest.importorskip("msgspec")
    results: list[Any] = []
    for least in (0, 1 << 40):
        monkeypatch.setattr(_envelope, "_LARGE", least)
        try:
            value = _envelope.parse(body)
        except (ValueError, RecursionError) as error:
            results.append(type(error))
        else:
            # With the repr, because 1 == 1.0 == True.
            results.append((value, repr(value) if len(body) < 10_000 else ""))
    return results


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_unusual_json(text: str, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Huge numbers, duplicate keys, deep nesting, byte order marks and invalid JSON give the same outcome."""
    fast, plain = both(text.encode(encoding), monkeypatch)
    assert fast == plain


def test_invalid_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken UTF-8, encoded surrogates and an empty body give the same outcome."""
    for body in (b'"\xff"', b'"\xed\xa0\x80"', b"", b"\xff\xfe", b'{"\xc3": 1}'):
        fast, plain = both(body, monkeypatch)
        assert fast == plain, body


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@settings(database=None, deadline=None, max_examples=100)
@given(value=_VALUES, ascii_only=st.booleans(), spoilt=st.none() | st.integers(0, 1000))
def test_any_json(value: Any, ascii_only: bool, spoilt: int | None) -> None:
    """Random JSON gives the same outcome, also with one character removed."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    if spoilt is not None:
        at = spoilt % len(text)
        text = text[:at] + text[at + 1 :]
    with pytest.MonkeyPatch.context() as monkeypatch:
        fast, plain = both(text.encode("utf-8", "surrogatepass"), monkeypatch)
    assert fast == plain
