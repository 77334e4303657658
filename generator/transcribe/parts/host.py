"""Parser of endpoint hosts, and comparison of the hosts of examples with the product of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ..facts import Host
from ..problems import quoted
from ..vocabulary import HOST_PATTERN

if TYPE_CHECKING:
    from ..input.lines import SourceLine

_HOST: Final = re.compile(HOST_PATTERN)


def read_host(name: str, line: SourceLine) -> Host:
    """Return the host with its product: `scf.intl.tencentcloudapi.com` belongs to `scf`. Raises `PageRefused` for any other form."""
    if not _HOST.fullmatch(name):
        raise line.refusal("a host like scf.tencentcloudapi.com", f"the host {quoted(name)}")
    return Host(name, name.partition(".")[0])


# Products whose pages show the host of a related product, in all or some examples. The list covers all of the vendor's definitions.
# "xxx" is a placeholder. Any other page whose examples call another product is damaged, or mixed from two pages.
_PLACEHOLDER: Final = "xxx"
_RELATED_PRODUCTS: Final = {
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


def is_other_product(name: str, product: str) -> bool:
    """Return whether the host is not the vendor's, or belongs to an unrelated product."""
    other = name.partition(".")[0]
    if "tencent" not in name and other != _PLACEHOLDER:
        return True
    return (
        other not in {product, _PLACEHOLDER, *_RELATED_PRODUCTS.get(product, ())}
        and product not in name.split(".")
        and not name.endswith(".tencent.cn")
    )


def check_product(name: str, product: str | None, line: SourceLine) -> None:
    """Raise `PageRefused` if an example calls another product. Another root domain or region is valid.

    If the page does not show its own host, nothing is compared.
    """
    if product is not None and is_other_product(read_host(name, line).name, product):
        raise line.refusal(f"a host of the page's product, {product}", f"the host {quoted(name)}")
