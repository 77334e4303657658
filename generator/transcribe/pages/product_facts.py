"""What the pages of a whole product add to a document: rates that an action's own page does not state, and the codes of all actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..unknown import Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...spec.document import Document
    from .api_category_page import CategoryPage
    from .error_codes_page import CodesPage


def add_rates(document: Document, category: CategoryPage) -> None:
    """Give an action the rate of its category page. Where its own page states another one, that one stays, and `overlay.yaml` decides."""
    for path, item in document["paths"].items():
        operation, action = item["post"], path.removeprefix("/")
        rate = category.rates.get(action)
        if rate is None or operation.get("x-tc-rate-limit") == rate.value:
            continue
        operation["x-tc-source"].append(
            {"kind": "page", "title": "API Category", "updated": category.updated or "", "sha256": category.sha256}
        )
        if "x-tc-rate-limit" not in operation:
            operation["x-tc-rate-limit"] = rate.value
            continue
        reason = f"the action's page says {operation['x-tc-rate-limit']}, and the API category {rate.value}"
        unknown = Unknown(category.page, rate.line.number, "rate-limit", reason)
        operation.setdefault("x-tc-unknown", []).append(unknown.entry())


def add_codes(document: Document, pages: Iterable[CodesPage], *, keep_prose: bool) -> None:
    """The codes of a whole product, at the top of the document."""
    codes = {code.code: code for page in pages for code in page.codes}
    if codes:
        document["x-tc-errors"] = [
            {"code": code.code, "description": code.description} if keep_prose and code.description else {"code": code.code}
            for code in codes.values()
        ]
