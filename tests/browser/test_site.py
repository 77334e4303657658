from __future__ import annotations

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.conftest import DESKTOP, PHONE, ROOT, Browser

SITE = ROOT / "build" / "site"
MAIN = (
    "index",
    "start",
    "guides/testing",
    "guides/migrating",
    "reference/index",
    "reference/list_async_events",
    "api/index",
    "reliability",
)
ALL = sorted(page.relative_to(SITE).as_posix() for page in SITE.rglob("*.html"))

pytestmark = pytest.mark.timeout(300)


@pytest.mark.parametrize("page", MAIN)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_main_page(page: str, dark: bool, size: tuple[int, int], browser: Browser, site: str) -> None:
    """There is no console message and no external request; the page fits the screen and has the preferred colours."""
    browser.console_messages(), browser.hosts()
    browser.open(f"{site}/{page}.html", size=size, dark=dark)
    shown = browser.run("return document.body.getAttribute('data-md-color-scheme')")
    assert shown == ("slate" if dark else "default")
    assert browser.run("return document.documentElement.scrollWidth") <= size[0]
    browser.screenshot(f"{page.replace('/', '-')}-{'dark' if dark else 'light'}-{'phone' if size == PHONE else 'desktop'}")
    assert browser.console_messages() == []
    assert browser.hosts() == {"127.0.0.1"}


def test_no_external_requests(browser: Browser, site: str) -> None:
    """No page of the site has a console message, an external request or content wider than a phone."""
    browser.console_messages(), browser.hosts()
    wide = []
    for page in ALL:
        browser.open(f"{site}/{page}", size=PHONE)
        if browser.run("return document.documentElement.scrollWidth") > PHONE[0]:
            wide.append(page)
    assert browser.console_messages() == []
    assert browser.hosts() == {"127.0.0.1"}
    assert not wide


def test_search(browser: Browser, site: str) -> None:
    """The search uses the index that is built with the site."""
    browser.open(f"{site}/index.html")
    field = browser.driver.find_element(By.CSS_SELECTOR, ".md-search__input")
    browser.run("document.querySelector('label[for=__search]').click()")
    field.send_keys("retention throttled")
    found = WebDriverWait(browser.driver, 60).until(
        lambda driver: driver.find_elements(By.CSS_SELECTOR, ".md-search-result__item a.md-search-result__link")
    )
    assert found
    browser.screenshot("search")
    assert browser.console_messages() == []
    assert browser.hosts() == {"127.0.0.1"}


def test_tabs_of_an_example(browser: Browser, site: str) -> None:
    """The sync tab comes first; one click shows the async example."""
    browser.open(f"{site}/reference/list_async_events.html")
    seen = "[...document.querySelectorAll('.tabbed-block')].filter(one => one.offsetParent)"
    shown = f"return {seen}.map(one => one.innerText.includes('await')).join()"
    assert browser.run(shown) == "false"
    browser.driver.find_elements(By.CSS_SELECTOR, ".tabbed-labels label")[1].click()
    assert browser.run(shown) == "true"


def test_colour_switch(browser: Browser, site: str) -> None:
    """The button in the header switches to dark, regardless of the system preference."""
    browser.open(f"{site}/index.html")
    browser.driver.find_element(By.CSS_SELECTOR, "form[data-md-component=palette] label:not([hidden])").click()
    assert browser.run("return document.body.getAttribute('data-md-color-scheme')") == "slate"
    browser.run("localStorage.clear()")
