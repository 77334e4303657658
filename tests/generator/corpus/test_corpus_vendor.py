from __future__ import annotations

import pytest

from tests.generator.corpus.definitions import installed
from tests.generator.corpus.measure import measure, sample

INSTALLED = [language for language in ("en", "zh") if installed(language) is not None]
"""The vendor's definitions are not ours to publish: nothing is collected where they are not installed."""


@pytest.mark.parametrize("form", ["text", "pipe", "html"])
@pytest.mark.parametrize("language", INSTALLED)
def test_sample(language: str, form: str) -> None:
    """Of a fixed sample of the vendor's actions, at most one page in fifty is not read whole and right."""
    folder = installed(language)
    assert folder is not None
    tally = measure(sample(folder, 8, seed=6), language, form)
    assert tally.right >= tally.pages * 0.98, tally.failures
