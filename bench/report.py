"""Pages of results: replace the section that a benchmark writes."""

from __future__ import annotations

import re
from pathlib import Path


def replace_section(page: Path, name: str, text: str) -> None:
    """Replace the text between the markers of `name`; append both if the page has no such markers."""
    begin, end = f"<!-- {name}: written by `python -m bench` -->", f"<!-- end of {name} -->"
    section = f"{begin}\n{text.strip()}\n{end}"
    content = page.read_text(encoding="utf-8") if page.exists() else ""
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    content = pattern.sub(lambda _: section, content) if pattern.search(content) else f"{content.rstrip()}\n\n{section}\n".lstrip()
    page.write_text(content, encoding="utf-8")
