"""Facts that a page does not show or contradicts. They are reported, never guessed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .json_types import JsonObject
    from .problems import PageRefused


@dataclass(frozen=True, slots=True)
class UnknownFact:
    """Missing fact of a page, with its line and the reason.

    `fact` is for example "host", "region", "required", "rate-limit", "error-text", "Example1.request" or "Example1.response".
    """

    page: str
    line: int
    fact: str
    reason: str

    @classmethod
    def from_refusal(cls, fact: str, problem: PageRefused) -> UnknownFact:
        """Return the unknown fact for an example that was refused."""
        return cls(problem.page, problem.line, fact, f"found {problem.found}; expected {problem.expected}")

    def entry(self) -> JsonObject:
        """Return the entry of `x-tc-unknown`. It omits the page, which `x-tc-source` identifies by its digest."""
        return {"fact": self.fact, "line": self.line, "reason": self.reason}

    def warning(self, action: str) -> str:
        """Return the warning for standard error: one line of JSON."""
        return json.dumps({"warning": "unknown", "page": self.page, "action": action, **self.entry()}, ensure_ascii=False)
