"""Pytest plugin with fixtures for fakes of products, in process or on loopback, and for cassettes.

Pytest loads it from the installed `tencentkit[testing]`; `-p no:tencentkit` disables it. It imports the fake when a test
requests a fixture.

| Fixture | Value |
|---|---|
| `fake_product` | function: `fake_product("cvm")` is a `FakeProduct` on `fake_clock` |
| `fake_server` | function: `fake_server("cvm", "vpc")` is a running `FakeServer` on 127.0.0.1 with fakes of these products |
| `fake_clock` | `ManualClock` of these fakes and of `fake_scf` |
| `fake_scf` | `FakeScf` on `scf_clock`, so that waits take no time; `fake_scf.client()` calls it |
| `scf_clock` | the same as `fake_clock` |
| `scf_server` | running `FakeServer` on 127.0.0.1 with the system clock; it has `url` and `fake` |
| `scf_cassette` | `Cassette` of this test: replayed, or recorded with `--scf-record` |

`@pytest.mark.scf(…)` sets arguments of `FakeScf`. A scripted fault that is still pending at the end fails the test. The report of a
failed test lists its calls.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from ._dependencies import testing_extra

if TYPE_CHECKING:
    from ._cassettes import Cassette
    from ._clock import ManualClock
    from ._fake.fake import FakeScf
    from ._fake.fake_product import FakeProduct
    from ._servers.loopback import FakeServer

__all__ = [
    "fake_clock",
    "fake_product",
    "fake_scf",
    "fake_server",
    "pytest_addoption",
    "pytest_configure",
    "pytest_runtest_makereport",
    "scf_cassette",
    "scf_clock",
    "scf_server",
]

_FAKES = pytest.StashKey["list[FakeProduct]"]()
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

            report.sections.append((f"calls to the fake {_title(fake)}", format_calls(fake.calls)))
    return report


@pytest.fixture
def fake_clock() -> ManualClock:
    """Return the clock of the fakes in this process, which waits and `advance` move."""
    from ._clock import ManualClock

    return ManualClock()


@pytest.fixture
def fake_product(request: pytest.FixtureRequest, fake_clock: ManualClock) -> Iterator[Callable[..., FakeProduct]]:
    """Return a function that creates a fake of a product in this process; its arguments are those of `FakeProduct`."""
    fakes: list[FakeProduct] = []

    def create(product: str | ModuleType | type[Any], **settings: Any) -> FakeProduct:
        fakes.append(_fake_product(request, product, **{"clock": fake_clock, **settings}))
        return fakes[-1]

    yield create
    for fake in fakes:
        _check_faults(request, fake)


@pytest.fixture
def fake_server(request: pytest.FixtureRequest) -> Iterator[Callable[..., FakeServer[FakeProduct]]]:
    """Return a function that starts a server of products on a port of 127.0.0.1, with the system clock, until the test ends."""
    from ._servers.serve import serve

    fakes: list[FakeProduct] = []
    with ExitStack() as servers:

        def start(*products: str | ModuleType | type[Any], **settings: Any) -> FakeServer[FakeProduct]:
            first, *more = (_fake_product(request, product, **settings) for product in products)
            fakes.extend((first, *more))
            return servers.enter_context(serve(first, *more))

        yield start
    for fake in fakes:
        _check_faults(request, fake)


@pytest.fixture
def scf_clock(fake_clock: ManualClock) -> ManualClock:
    """Return the clock of `fake_scf`, which waits and `advance` move."""
    return fake_clock


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


def _check_faults(request: pytest.FixtureRequest, fake: FakeProduct) -> None:
    # A failed test needs no second failure.
    if not request.node.stash.get(_FAILED, False):
        fake.expect.faults_met()


def _title(fake: FakeProduct) -> str:
    return "SCF" if fake.service == "scf" else f"{fake.service} {fake.version}"


def _fake_product(request: pytest.FixtureRequest, product: str | ModuleType | type[Any], **settings: Any) -> FakeProduct:
    with testing_extra():
        from ._fake.fake_product import FakeProduct

    fake = FakeProduct(product, **settings)
    request.node.stash.setdefault(_FAKES, []).append(fake)
    return fake


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
