"""Endpoint names: which product does a host belong to?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .facts import Host
from .problems import quoted

if TYPE_CHECKING:
    from .lines import Line

HOST: Final = r"(?:[a-z0-9-]{1,63}\.){1,5}tencentcloudapi\.com"
_HOST: Final = re.compile(HOST)


def read_host(name: str, line: Line) -> Host:
    """`scf.intl.tencentcloudapi.com` -> product `scf`. Raises `PageRefused` for any other kind of host."""
    if not _HOST.fullmatch(name):
        raise line.refused("a host like scf.tencentcloudapi.com", f"the host {quoted(name)}")
    return Host(name, name.partition(".")[0])


# The pages of these products show, throughout or in places, the host of the product that they grew out of or share a console with;
# "xxx" is a placeholder. Everywhere else a page whose examples call another product is damaged, or no one page.
_PLACEHOLDER: Final = "xxx"
_KIN: Final = frozenset(
    {
        ("cbs", "ecm"),
        ("csip", "cwp"),
        ("cwp", "yunjing"),
        ("databuddy", "wedata"),
        ("ecm", "vpc"),
        ("iotexplorer", "iotvideo"),
        ("live", "mdp"),
        ("mps", "mdp"),
        ("tcaplusdb", "tcaplus"),
    }
)


def other_product(name: str, product: str) -> bool:
    """Whether this is no host of the vendor's, or that of a product that has nothing to do with the page's."""
    other = name.partition(".")[0] if _HOST.fullmatch(name) else name
    return other not in {product, _PLACEHOLDER} and (product, other) not in _KIN


def check_product(name: str, product: str | None, line: Line) -> None:
    """Raise `PageRefused` if an example calls another product than the page's: its root or region may differ, as on real pages.

    Nothing is compared where the page has lost its own host.
    """
    if product is not None and other_product(read_host(name, line).name, product):
        raise line.refused(f"a host of the page's own product, {product}", f"the host {quoted(name)}")
