"""Initial `overlay.yaml` of a product, without actions, to be edited by hand."""

from __future__ import annotations

import json

from ..spec.document import Document
from ..spec.view import mapping

_HEAD = """\
# Facts of {title} that no source states, and corrections of facts that `convert` infers (`python -m generator inferred FILE`).
# `python -m generator product` wrote this file once; it is yours. An action states its reason twice: in a comment for the editor of
# this file, and in `description` for programs. Example:
#
#   # The service refuses a request without a region.
#   - target: $.paths['/DoThis'].post
#     description: The service requires a region.
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
