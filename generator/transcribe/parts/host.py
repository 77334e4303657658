"""Endpoint names: which product does a host belong to?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..facts import Host
from ..problems import quoted
from ..vocabulary import HOST

if TYPE_CHECKING:
    from ..input.lines import Line

_HOST: Final = re.compile(HOST)


def read_host(name: str, line: Line) -> Host:
    """`scf.intl.tencentcloudapi.com` -> product `scf`. Raises `PageRefused` for any other kind of host."""
    if not _HOST.fullmatch(name):
        raise line.refused("a host like scf.tencentcloudapi.com", f"the host {quoted(name)}")
    return Host(name, name.partition(".")[0])


# The pages of these products show, throughout or in places, the host of the product that they grew out of or work on: all there are
# in the vendor's definitions. "xxx" is a placeholder. Any other page whose examples call another product is damaged, or no one page.
_PLACEHOLDER: Final = "xxx"
_KIN: Final = {
    "batch": {"cvm"},
    "bdrc": {"cbs"},
    "cbs": {"ecm"},
    "cfw": {"cls"},
    "csip": {"cwp"},
    "cwp": {"tcss", "yunjing"},
    "databuddy": {"wedata"},
    "dbbrain": {"cdb"},
    "ecm": {"vpc"},
    "ess": {"essbasic"},
    "iotexplorer": {"iotvideo"},
    "live": {"mdp"},
    "mps": {"mdc", "mdp"},
    "tcaplusdb": {"tcaplus"},
    "trp": {"smop"},
    "vtc": {"vclm"},
}


def other_product(name: str, product: str) -> bool:
    """Whether this is no host of the vendor's, or that of a product that has nothing to do with the page's."""
    other = name.partition(".")[0]
    if "tencent" not in name and other != _PLACEHOLDER:
        return True
    return (
        other not in {product, _PLACEHOLDER, *_KIN.get(product, ())} and product not in name.split(".") and not name.endswith(".tencent.cn")
    )


def check_product(name: str, product: str | None, line: Line) -> None:
    """Raise `PageRefused` if an example calls another product than the page's: its root or region may differ, as on real pages.

    Nothing is compared where the page has lost its own host.
    """
    if product is not None and other_product(read_host(name, line).name, product):
        raise line.refused(f"a host of the page's own product, {product}", f"the host {quoted(name)}")
