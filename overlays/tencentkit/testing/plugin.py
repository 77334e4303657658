"""Pytest plugin with fixtures for the fake SCF, in process or on loopback, and for cassettes.

Pytest loads it from the installed `tencentkit[testing]`; `-p no:tencentkit` disables it. It imports the fake when a test
requests a fixture.

| Fixture | Value |
|---|---|
| `fake_scf` | `FakeScf` on `scf_clock`, so that waits take no time; `fake_scf.client()` calls it |
| `scf_clock` | `ManualClock` of `fake_scf` |
| `scf_server` | running `FakeServer` on 127.0.0.1 with the system clock; it has `url` and `fake` |
| `scf_cassette` | `Cassette` of this test: replayed, or recorded with `--scf-record` |

`@pytest.mark.scf(…)` sets arguments of `FakeScf`. A scripted fault that is still pending at the end fails the test. The report of a
failed test lists its calls.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ._dependencies import testing_extra

if TYPE_CHECKING:
    from ._cassettes import Cassette
    from ._clock import ManualClock
    from ._fake.fake import FakeScf
    from ._servers.loopback import FakeServer

__all__ = [
    "fake_scf",
    "pytest_addoption",
    "pytest_configure",
    "pytest_runtest_makereport",
    "scf_cassette",
    "scf_clock",
    "scf_server",
]

_FAKES = pytest.StashKey["list[FakeScf]"]()
_FAILED = pytest.StashKey[bool]()
_MARK = "scf"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option `--scf-record`."""
    group = parser.getgroup("tencentkit")
    group.addoption("--scf-record", action="store_true", help="record the cassettes of the selected tests from the real service")


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark."""
    config.addinivalue_line("markers", f"{_MARK}(**settings): arguments of the FakeScf behind `fake_scf` and `scf_server`")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add the recorded calls to the report of a failed test."""
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
        for fake in item.stash.get(_FAKES, []):
            from ._fake.expectations import format_calls

            report.sections.append(("calls to the fake SCF", format_calls(fake.calls)))
    return report


@pytest.fixture
def scf_clock() -> ManualClock:
    """Return the clock of `fake_scf`, which waits and `advance` move."""
    from ._clock import ManualClock

    return ManualClock()


@pytest.fixture
def fake_scf(request: pytest.FixtureRequest, scf_clock: ManualClock) -> Iterator[FakeScf]:
    """Return a fake SCF in this process, with a manual clock."""
    fake = _create(request, clock=scf_clock)
    yield fake
    _check_faults(request, fake)


@pytest.fixture
def scf_server(request: pytest.FixtureRequest) -> Iterator[FakeServer]:
    """Return a fake SCF on a port of 127.0.0.1, with the system clock, for programs in other processes."""
    from ._servers.serve import serve

    fake = _create(request)
    with serve(fake) as server:
        yield server
    _check_faults(request, fake)


@pytest.fixture
def scf_cassette(request: pytest.FixtureRequest) -> Iterator[Cassette]:
    """Return the cassette of this test: `cassettes/<module>/<test>.json` beside its file."""
    from ._cassettes import Cassette

    path = Path(request.path)
    name = re.sub(r"[^\w.,=-]+", "_", request.node.name)
    file = path.parent / "cassettes" / path.stem.removeprefix("test_") / f"{name}.json"
    cassette = Cassette(file, mode="record" if request.config.getoption("--scf-record") else "replay")
    yield cassette
    # The calls of a failed test may be incomplete: neither write nor check its cassette.
    if request.node.stash.get(_FAILED, False):
        return
    cassette.close()


def _check_faults(request: pytest.FixtureRequest, fake: FakeScf) -> None:
    # A failed test needs no second failure.
    if not request.node.stash.get(_FAILED, False):
        fake.expect.faults_met()


def _create(request: pytest.FixtureRequest, **settings: Any) -> FakeScf:
    with testing_extra():
        from ._fake.fake import FakeScf

    for mark in reversed(list(request.node.iter_markers(_MARK))):
        if mark.args:
            raise pytest.UsageError(f"the mark {_MARK!r} accepts only keyword arguments, those of FakeScf")
        settings |= mark.kwargs
    fake = FakeScf(**settings)
    request.node.stash.setdefault(_FAKES, []).append(fake)
    return fake
