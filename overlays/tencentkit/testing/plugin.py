"""The pytest plugin: a fake SCF as a fixture, in process or on loopback, and cassettes.

Installed with `tencentkit[testing]`, pytest finds it by itself (`-p no:tencentkit` leaves it out). It imports nothing of
the fake before a test asks for a fixture.

| fixture | gives |
|---|---|
| `fake_scf` | a `FakeScf` on `scf_clock`, so that waits take no time; `fake_scf.client()` calls it |
| `scf_clock` | the `ManualClock` of `fake_scf` |
| `scf_server` | a running `FakeServer` on 127.0.0.1 by the real clock; `.url` to call, `.fake` to seed and to ask |
| `scf_cassette` | a `Cassette` for this test: replayed, or recorded with `--scf-record` |

`@pytest.mark.scf(…)` gives `FakeScf` other arguments. A scripted fault that no call has met fails the test at its end, and a
test that failed shows the calls that came.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from ._cassettes import Cassette
    from ._clock import ManualClock
    from ._fake.fake import FakeScf
    from ._servers.loopback import FakeServer

_FAKES = pytest.StashKey["list[FakeScf]"]()
_FAILED = pytest.StashKey[bool]()
_MARK = "scf"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that records."""
    group = parser.getgroup("tencentkit")
    group.addoption("--scf-record", action="store_true", help="record the cassettes of the chosen tests from the real service")


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line("markers", f"{_MARK}(**settings): arguments of the FakeScf behind `fake_scf` and `scf_server`")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show a failed test's calls beside its output."""
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
        for fake in item.stash.get(_FAKES, []):
            from ._fake.expectations import listed

            report.sections.append(("calls to the fake SCF", listed(fake.calls)))
    return report


@pytest.fixture
def scf_clock() -> ManualClock:
    """The clock of `fake_scf`, which moves by waits and by `advance`."""
    from . import ManualClock

    return ManualClock()


@pytest.fixture
def fake_scf(request: pytest.FixtureRequest, scf_clock: ManualClock) -> Iterator[FakeScf]:
    """A fake SCF in this process, by a clock that waits in no time."""
    fake = _made(request, clock=scf_clock)
    yield fake
    _judge(request, fake)


@pytest.fixture
def scf_server(request: pytest.FixtureRequest) -> Iterator[FakeServer]:
    """A fake SCF on a port of 127.0.0.1, by the real clock, for a program that is not in this process."""
    from . import serve

    fake = _made(request)
    with serve(fake) as server:
        yield server
    _judge(request, fake)


@pytest.fixture
def scf_cassette(request: pytest.FixtureRequest) -> Iterator[Cassette]:
    """The conversation of this test, in `cassettes/<module>/<test>.json` beside its file."""
    from . import Cassette

    path = Path(request.path)
    name = re.sub(r"[^\w.,=-]+", "_", request.node.name)
    file = path.parent / "cassettes" / path.stem.removeprefix("test_") / f"{name}.json"
    cassette = Cassette(file, mode="record" if request.config.getoption("--scf-record") else "replay")
    yield cassette
    # A test that failed has not said all that it had to say: its cassette is neither written nor judged.
    if request.node.stash.get(_FAILED, False):
        return
    cassette.close()


def _judge(request: pytest.FixtureRequest, fake: FakeScf) -> None:
    # One failure a test is enough.
    if not request.node.stash.get(_FAILED, False):
        fake.expect.faults_met()


def _made(request: pytest.FixtureRequest, **settings: Any) -> FakeScf:
    from . import FakeScf

    for mark in reversed(list(request.node.iter_markers(_MARK))):
        if mark.args:
            raise pytest.UsageError(f"the mark {_MARK!r} takes named arguments only, those of FakeScf")
        settings |= mark.kwargs
    fake = FakeScf(**settings)
    request.node.stash.setdefault(_FAKES, []).append(fake)
    return fake
