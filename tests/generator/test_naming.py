from __future__ import annotations

import keyword
import pkgutil
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tencentkit
import tencentkit_api
from generator import naming
from generator.product.installed import vendor_order, versions
from tencentkit._client import keywords
from tencentkit.product import AsyncioClient, SyncClient
from tests.generator.corpus.definitions import installed

PAGE = Path(__file__).parents[2] / "docs/design/naming.md"
COLUMNS: dict[str, Callable[[str], str]] = {
    "attribute": naming.attribute_name,
    "method": naming.method_name,
    "constant": naming.constant_name,
    "class": naming.class_name,
    "module": naming.module_name,
    "package": naming.package_name,
}


def rows() -> list[tuple[str, str, str]]:
    """Each cell of the page's tables as (column, wire name, Python name)."""
    found: list[tuple[str, str, str]] = []
    columns: list[str] = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            columns = []
        elif not columns:
            columns = cells
        elif not line.startswith("|---"):
            found += [
                (column, cells[0].strip("`"), cell.strip("`")) for column, cell in zip(columns, cells, strict=True) if column in COLUMNS
            ]
    return found


@pytest.mark.parametrize(("column", "wire", "python"), rows())
def test_table(column: str, wire: str, python: str) -> None:
    """Every name in the tables of docs/design/naming.md is what the rule gives."""
    assert COLUMNS[column](wire) == python


def test_table_is_read() -> None:
    """The page has rows for every kind of name, so the test above cannot be empty."""
    assert {column for column, _, _ in rows()} == set(COLUMNS)


@settings(database=None)
@given(st.text(st.characters(codec="ascii"), min_size=1).filter(lambda text: re.search("[A-Za-z0-9]", text) is not None))
@pytest.mark.parametrize("rule", [*COLUMNS.values()], ids=COLUMNS)
def test_identifier(rule: Callable[[str], str], wire: str) -> None:
    """Whatever the wire name, the Python name is a public identifier and no keyword."""
    name = rule(wire)
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert not name.startswith("_")


def test_core_modules() -> None:
    """The rule knows every public module of both packages of the core."""
    names = {found.name for package in (tencentkit, tencentkit_api) for found in pkgutil.iter_modules(package.__path__)}
    assert {name for name in names if not name.startswith("_")} == naming.CORE_MODULES


@pytest.mark.parametrize("name", sorted(naming.CORE_MODULES))
def test_core_module_is_no_product(name: str) -> None:
    """No product has the package of a module of the core."""
    assert naming.package_name(name) == f"{name}_"


@pytest.mark.slow
@pytest.mark.skipif(installed("zh") is None, reason="the definitions are not installed")
def test_packages_of_all_products() -> None:
    """Each product of the definitions has a package of its own, and one shares a name with the core."""
    folder = installed("zh")
    assert folder is not None
    names = {row.service for row in versions(folder)}
    packages = {name: naming.package_name(name) for name in names}
    assert len(set(packages.values())) == len(names)
    assert {name: package for name, package in packages.items() if package != name} == {"as": "as_", "scf": "scf_"}


@pytest.mark.slow
@pytest.mark.skipif(installed("zh") is None, reason="the definitions are not installed")
def test_vendor_order_of_versions() -> None:
    """The vendor states an order for every product, and it is not that of the dates."""
    folder = installed("zh")
    assert folder is not None
    order = vendor_order(folder)
    products: dict[str, list[str]] = {}
    for row in versions(folder):
        products.setdefault(row.folder.parent.name, []).append(row.version)
    assert {name: list(order[name]) for name in products} == products
    older = {name for name, dates in products.items() if dates[0] != max(dates)}
    assert {"antiddos", "es", "monitor", "tke", "vod"} <= older


@pytest.mark.parametrize("name", sorted(naming.RESERVED_ATTRIBUTES))
def test_reserved_attribute(name: str) -> None:
    """A reserved attribute is never given to a field."""
    assert naming.attribute_name(name) == f"{name}_"


@pytest.mark.parametrize("name", ["region", "timeout", "deadline", "headers", "retry", "start", "max_items", "method", "models"])
def test_parameters_are_not_renamed(name: str) -> None:
    """A parameter keeps its plain name, also if a call option or a keyword of a listing has it."""
    assert naming.attribute_name(name) == name


def test_helper_keywords_of_the_client() -> None:
    """The generator and the client know the same own keywords of listings and waiters, and rename them alike."""
    assert {name: tuple(words) for name, words in keywords.HELPER_KEYWORDS.items()} == naming.HELPER_KEYWORDS
    for helper, words in naming.HELPER_KEYWORDS.items():
        for name in (*words, "other"):
            assert naming.helper_parameter(helper, name) == keywords.helper_parameter(helper, name)
            for parameters in ((), words):
                assert naming.helper_keyword(helper, name, parameters) == keywords.helper_keyword(helper, name, parameters)


def test_members_of_clients_are_reserved() -> None:
    """No action gets a method with the name of a public member of the base classes of clients."""
    members = {name for base in (SyncClient, AsyncioClient) for name in dir(base) if not name.startswith("_")}
    assert members <= naming.RESERVED_METHODS
    for action in ("Call", "Close", "Region", "Throttle", "Paginate", "Wait", "WithOptions"):
        assert naming.method_name(action) == f"{naming.snake_case(action)}_"


@pytest.mark.parametrize("rule", [*COLUMNS.values()], ids=COLUMNS)
def test_nothing_to_name(rule: Callable[[str], str]) -> None:
    """A name without letter or digit is refused, not made up."""
    with pytest.raises(ValueError, match="no letter or digit"):
        rule("-_.")


def test_waiter() -> None:
    """A waiter's method says what is waited for."""
    assert naming.waiter_method_name("AsyncEventFinished") == "wait_until_async_event_finished"
