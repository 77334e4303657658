"""Initial `overlay.yaml` of a product, to be edited by hand. It has no actions: `convert` infers what a product needs."""

from __future__ import annotations

import json

from ..spec.document import Document
from ..spec.view import mapping

_HEAD = """\
# Facts of {title} that no source states, and corrections of facts. `python -m generator product` wrote this file once; it is yours.
# Append actions; `python -m generator inferred FILE` lists the facts that rules infer. Each action states its reason twice: in a
# comment for the editor of this file, and in `description` for programs:
#
#   - target: $.paths['/DoThis'].post
#     description: The console of the vendor requires a region here.
#     update: {{x-tc-region: {{required: true, only: []}}}}
overlay: 1.0.0
info:
  title: {title}
  version: 1.0.0
extends: {facts}

actions:
"""


def skeleton(facts: Document, source: str) -> str:
    """Return an overlay for these facts from the file `source`."""
    info = mapping(facts, "info")
    return _HEAD.format(title=json.dumps(f"{info.get('title')} {info.get('version')}"), facts=source)
