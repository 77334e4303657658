"""What is not read at all: HTML, and pages of the older API 2.0. Both are recognised, to be refused by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .lines import Line

_EXPECTED: Final = "a page of API 3.0 as text, with or without pipes in its tables"
# Above the first numbered heading only: below it, an example may hold anything.
_HTML: Final = re.compile(r"<(?:!doctype|html|head|body|table|div)\b", re.IGNORECASE)
_HEADING: Final = re.compile(r"\W*\d{1,2}\.")


def refuse_other_forms(lines: Sequence[Line]) -> None:
    """Raise `PageRefused` for a page whose form is not read."""
    for line in lines:
        if _HEADING.match(line.text):
            break
        if _HTML.match(line.text):
            raise line.refused(_EXPECTED, "HTML form, which is not read yet")
    legacy = next((line for line in lines if "api.qcloud.com" in line.text), None)
    if legacy is not None and not any("tencentcloudapi.com" in line.text for line in lines):
        raise legacy.refused(_EXPECTED, "a page of API 2.0 (host api.qcloud.com)")
