"""Progress and summary of a run, and the published wheels that it compares with."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from generator.publication.progress import ReleaseProgress, sentence, summary
from generator.publication.published import PublishedWheels
from generator.publication.release import ReleaseOutcome, ReleaseRow
from generator.release.index import Index, PublishedFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ROWS = [
    ReleaseRow("vpc", "", ReleaseOutcome.UNCHANGED, "0.1.0", "0.1.0"),
    ReleaseRow("ecm", "", ReleaseOutcome.PUBLISHED, "0.1.0", "0.2.0", "breaking", {"breaking": 27, "additive": 1}, 274),
    ReleaseRow("sts", "", ReleaseOutcome.PUBLISHED, "", "0.1.0", "", {}, 18),
    ReleaseRow("tke", "", ReleaseOutcome.FAILED, "0.1.0", failed="tests", reasons=["one", "two", "three", "four"]),
]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_summary() -> None:
    """Failures come first, unchanged products are only counted."""
    assert summary(ROWS) == [
        "product  released  version  changes   breaking  tests  outcome",
        "tke      0.1.0     -                                   failed: tests",
        "ecm      0.1.0     0.2.0    breaking  27        274    published",
        "sts      -         0.1.0    first     0         18     published",
        "4 products: 1 failed, 2 published, 1 unchanged",
    ]
    assert summary([]) == ["no products"]


def test_sentences() -> None:
    """Each outcome has one line."""
    assert list(map(sentence, ROWS)) == [
        "unchanged since 0.1.0",
        "published, 0.1.0 -> 0.2.0, breaking, 274 tests passed",
        "published, 0.1.0, first release, 18 tests passed",
        "tests failed: one; two; three (and 1 more)",
    ]


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_progress(stream: type[io.StringIO], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal each product is a plain line; with one, there is a bar, and lines for what changed."""
    output = stream()
    monkeypatch.setattr(sys, "stderr", output)
    monkeypatch.setenv("TERM", "xterm")
    with ReleaseProgress(len(ROWS)) as progress:
        for row in ROWS:
            progress.show(row)
    text = output.getvalue()
    assert "2/4 ecm: published, 0.1.0 -> 0.2.0, breaking, 274 tests passed" in text
    assert ("\x1b[" in text) is (stream is Terminal)
    assert ("vpc: unchanged" in text) is (stream is not Terminal)


@dataclass(frozen=True, slots=True)
class Listing(Index):
    """Index with given files, whose content is their name."""

    published: Mapping[str, bool] = field(default_factory=dict)
    """Whether each file is yanked."""

    def files(self, project: str) -> Mapping[str, PublishedFile]:
        return {name: PublishedFile(name, yanked) for name, yanked in self.published.items()}

    def download(self, file: PublishedFile) -> bytes:
        return file.url.encode()


def test_newest_wheel(tmp_path: Path) -> None:
    """The newest wheel is the highest version that is not yanked, as installers choose; other files do not count."""
    files = {
        "tencentkit_cvm-0.9.0-py3-none-any.whl": False,
        "tencentkit_cvm-0.10.0-py3-none-any.whl": False,
        "tencentkit-cvm-0.12.0.tar.gz": False,
        "tencentkit_cvm-0.11.0-py3-none-any.whl": True,
        "tencentkit_cvm_more-0.13.0-py3-none-any.whl": False,
    }
    found = PublishedWheels(Listing("", "", "", files), tmp_path).find("tencentkit-cvm")
    assert (found.version, found.data) == ("0.10.0", b"tencentkit_cvm-0.10.0-py3-none-any.whl")
    assert found.versions == {"0.9.0", "0.10.0", "0.11.0"}
    # Without an index, the downloads are the published wheels.
    assert PublishedWheels(None, tmp_path).find("tencentkit-cvm").version == "0.10.0"
    assert PublishedWheels(None, tmp_path / "empty").find("tencentkit-cvm").version == ""
