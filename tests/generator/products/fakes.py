"""Products made from definitions at test time, for tests of their fakes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from generator.product.installed import in_folder, vendor_order
from generator.product.project import ProductProject
from generator.spec.document import Document
from tests.generator.products.packages import imported

_PAGING = """
  # Offset and Limit page over the only list of objects.
  - target: $.paths['/{name}'].post
    description: The action pages by Offset and Limit; TotalCount counts all pages.
    update:
      x-tc-read-only: true
      x-tc-pagination: {row}
"""


@contextmanager
def made(folder: Path, definitions: Path, overlay: str = "") -> Iterator[ModuleType]:
    """Convert the definitions of a product, emit its packages, and import its client.

    Args:
        folder: Folder of the project.
        definitions: Folder with the folders of the API versions.
        overlay: Actions at the end of the overlay of the default version; default: rows for plain listings.
    """
    rows = in_folder(definitions, vendor_order(definitions.parent).get(definitions.name, ()))
    project = ProductProject(folder, rows[0].service, tuple(row.version for row in rows))
    for row in rows:
        document = project.convert_definitions(row.version, row.folder, keep_prose=False, report=str)
        file = project.spec(row.version) / "overlay.yaml"
        text = file.read_text(encoding="utf-8") + (overlay if row is rows[0] else "")
        if not overlay and not any("x-tc-pagination" in path["post"] for path in document["paths"].values()):
            text += "".join(_paging_rows(document))
        file.write_text(text, encoding="utf-8")
    project.build()
    project.write(project.emit())
    with imported(folder, project.package) as package:
        yield package


def _paging_rows(document: Document) -> Iterator[str]:
    """Yield overlay actions for the plain listings of a document whose conversion infers no pagination."""
    schemas = document["components"]["schemas"]
    for path in document["paths"]:
        name = path[1:]
        inputs, outputs = (schemas[f"{name}{side}"].get("properties", {}) for side in ("Request", "Response"))
        lists = [field for field, node in outputs.items() if node.get("type") == "array" and "$ref" in node["items"]]
        numbers = [inputs.get("Offset", {}), inputs.get("Limit", {}), outputs.get("TotalCount", {})]
        if len(lists) == 1 and all(node.get("type") == "integer" for node in numbers):
            row: dict[str, Any] = {"offset": "Offset", "limit": "Limit", "total": "TotalCount", "items": lists[0]}
            yield _PAGING.format(name=name, row=json.dumps({**row, "maximum": numbers[1].get("maximum", 20)}))
