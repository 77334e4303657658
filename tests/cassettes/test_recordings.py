"""The cassette files: each belongs to a test, and none contains a secret."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pytest_recording.plugin import get_default_cassette_name

from tencentkit.testing import SECRET_ID, SECRET_KEY
from tests.cassettes.cassette_format import REQUEST_HEADERS, RESPONSE_HEADERS
from tests.cassettes.conftest import RECORDINGS

FILES = sorted(RECORDINGS.rglob("*.yaml"))
ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_cassettes_match_tests() -> None:
    """There is exactly one file for each test."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "vcr", "-p", "no:cacheprovider", "tests/cassettes"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    expected = set()
    for line in listed.splitlines():
        if match := re.fullmatch(r"tests/cassettes/test_(\w+)\.py::(test_.+)", line):
            expected.add(f"{match[1]}/{get_default_cassette_name(None, match[2])}.yaml")
    assert {str(path.relative_to(RECORDINGS)) for path in FILES} == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cassette_content(path: Path) -> None:
    """Headers are from the allow-list; no key, id, token or signature is in the file; the host is the service's."""
    text = path.read_text(encoding="utf-8")
    found = re.findall(rf"{SECRET_ID}|{SECRET_KEY}|AKID\w{{16,}}|TC3-HMAC|Signature=|[Tt]oken|[Cc]ookie|127\.0\.0\.1", text)
    assert not found
    for interaction in yaml.safe_load(text)["interactions"]:
        assert interaction["request"]["uri"] == "https://scf.tencentcloudapi.com/"
        assert set(interaction["request"]["headers"]) == set(REQUEST_HEADERS)
        assert set(interaction["response"]["headers"]) <= set(RESPONSE_HEADERS)
        assert interaction["request"]["body"].count("\n") >= 3 or interaction["request"]["body"] == "{}\n"
