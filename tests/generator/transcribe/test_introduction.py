from __future__ import annotations

import pytest

from tests.generator.transcribe.pages import LIST, after, document, edited, read


@pytest.mark.parametrize(
    ("sentence", "rate"),
    [
        ("A maximum of 20 requests can be initiated per second for this API.", 20),
        ("A maximum of 1 request can be initiated per second for this API.", 1),
        ("Default API request frequency limit: 100 times/second.", 100),
        ("API request frequency limit: 5 times/second.", 5),
        ("Default API request rate limit: 10000 requests/second.", 10000),
        ("The default limit on the requests made to the API is 1,000 requests per second.", 1000),
        ("At most 40 calls each second.", 40),
        ("默认接口请求频率限制：20次/秒。", 20),
        ("A maximum of 20 calls/second (1,200 calls/minute) was allowed.\nNow it is 50 requests per second.", 50),
        ("It takes a second.", None),
    ],
)
def test_rate_limit(sentence: str, rate: int | None) -> None:
    """The last sentence about requests a second is the rate limit, in any wording."""
    page = edited(LIST, "Rate limit: at most 20 requests a second.", sentence)
    assert read(page).rate_limit == rate
    operation = document(page)["paths"]["/ListAsyncEvents"]["post"]
    assert operation.get("x-tc-rate-limit") == rate


@pytest.mark.parametrize(
    ("sentence", "host"),
    [
        ("Domain name for API request: scf.tencentcloudapi.com.", "scf.tencentcloudapi.com"),
        ("API request domain name: scf.intl.tencentcloudapi.com", "scf.intl.tencentcloudapi.com"),
        ("接口请求域名： scf.tencentcloudapi.com 。", "scf.tencentcloudapi.com"),
        ("The endpoint to send requests to: https://scf.tencentcloudapi.com/.", "scf.tencentcloudapi.com"),
    ],
)
def test_host(sentence: str, host: str) -> None:
    """The first sentence of the description section states the host, in any wording."""
    page = read(edited(LIST, "API request domain: scf.tencentcloudapi.com.", sentence))
    assert (page.host.name, page.host.product) == (host, "scf")


def test_description() -> None:
    """The description is its section without the host, rate limit and advertisement."""
    page = edited(
        LIST,
        "List the asynchronous",
        "API Description\n  1. One.\n  2. Two.\n\nFor example: scf.ap-shanghai-fsi.tencentcloudapi.com.\nList the asynchronous",
    )
    description = read(page).description
    assert description.startswith("API Description\n1. One.\n2. Two.\n\nFor example: scf.ap-shanghai-fsi")
    assert description.endswith("poll GetAsyncEventStatus instead.")


def test_text_below_the_advertisement() -> None:
    """Text below the three lines of the advertisement belongs to the description."""
    assert "instead.\n\nTwo\nThree\nAPI Explorer signs" in read(after(LIST, "Try it", "One", "Two", "Three")).description
