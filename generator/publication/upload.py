"""Upload of one wheel with twine, in this process."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path

from ..product.stages import StageFailed
from ..release.index import PublishedState
from .published import PublishedWheels


def publish(wheel: Path, published: PublishedWheels) -> bool:
    """Upload a wheel unless the index has it. Return whether it was uploaded.

    The settings of twine are in the environment: TWINE_REPOSITORY_URL, TWINE_USERNAME and TWINE_PASSWORD.

    Raises:
        StageFailed: The index has other bytes of this name, refuses the upload or does not list the file after it.
        IndexReadError: The index cannot be read.
    """
    index = published.index
    if index is None:
        raise StageFailed("TWINE_CHECK_URL is not set")
    state = index.published_states([wheel])[wheel]
    if state is PublishedState.DIFFERENT:
        raise StageFailed(f"{wheel.name} is already published with different content")
    if state is PublishedState.ABSENT:
        _upload(wheel)
        if index.published_states([wheel])[wheel] is not PublishedState.IDENTICAL:
            raise StageFailed(f"{wheel.name} was uploaded, but the index does not list it")
    published.keep(wheel)
    return state is PublishedState.ABSENT


def _upload(wheel: Path) -> None:
    import requests
    from twine.commands.upload import upload
    from twine.exceptions import TwineException
    from twine.settings import Settings

    settings = Settings(
        repository_url=os.environ["TWINE_REPOSITORY_URL"],
        username=os.environ["TWINE_USERNAME"],
        password=os.environ["TWINE_PASSWORD"],
        non_interactive=True,
        disable_progress_bar=True,
    )
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            upload(settings, [str(wheel)])
    except (requests.RequestException, TwineException) as error:
        raise StageFailed(f"the upload of {wheel.name} failed: {error}") from None
