"""Initial `overlay.yaml` of a product, to be edited by hand."""

from __future__ import annotations

import json

from ..spec.document import Document
from ..spec.view import mapping, operations

_HEAD = """\
# Facts of {title} that no source states, and corrections of facts. `python -m generator product` wrote this file once; it is yours.
# Replace `[]` by actions. Each states its reason twice: in a comment for the editor of this file, and in `description` for programs:
#
#   - target: $.paths['/DoThis'].post
#     description: The console of the vendor requires a region here.
#     update: {{x-tc-region: {{required: true, only: []}}}}
overlay: 1.0.0
info:
  title: {title}
  version: 1.0.0
extends: {facts}

"""
_READS = """\
  # By convention of the API these actions change nothing, so a call is retryable after any failure.
  - target: $.paths[{paths}].post
    description: Describe actions are read-only.
    update:
      x-tc-read-only: true
"""


def skeleton(facts: Document, source: str) -> str:
    """Return an overlay for these facts from the file `source`."""
    info = mapping(facts, "info")
    head = _HEAD.format(title=json.dumps(f"{info.get('title')} {info.get('version')}"), facts=source)
    reads = [operation.name for operation in operations(facts) if operation.name.startswith("Describe")]
    if not reads:
        return f"{head}actions: []\n"
    return f"{head}actions:\n{_READS.format(paths=', '.join(_quoted(f'/{name}') for name in reads))}"


def _quoted(name: str) -> str:
    return f"'{name}'"
