"""What a page would say if its form had not lost it, or if it were not damaged there: reported, never guessed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .json_types import JsonObject
    from .problems import PageRefused


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact that the page does not give: which one, the line to look at, and why.

    `fact` is one of "host", "region", "required", "rate-limit", "error-text" or "Example1.request", "Example1.response" and so on.
    """

    page: str
    line: int
    fact: str
    reason: str

    @classmethod
    def because(cls, fact: str, problem: PageRefused) -> Unknown:
        """The fact that would have been there but for this problem."""
        return cls(problem.page, problem.line, fact, f"found {problem.found}; expected {problem.expected}")

    def entry(self) -> JsonObject:
        """As it stands in `x-tc-unknown`: without the page, whose digest stands in `x-tc-source`."""
        return {"fact": self.fact, "line": self.line, "reason": self.reason}

    def warning(self, action: str) -> str:
        """One line of JSON, for standard error."""
        return json.dumps({"warning": "unknown", "page": self.page, "action": action, **self.entry()}, ensure_ascii=False)
