from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from tencentkit.errors import TencentkitError
from tencentkit.testing import FakeScf, FakeServer, serve
from tests.browser.conftest import PHONE, Browser

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def server() -> Iterator[FakeServer]:
    fake = FakeScf()
    fake.function("helloworld").many(3, every=60)
    with serve(fake, panel=True) as server:
        yield server


def call(server: FakeServer, name: str = "helloworld") -> str:
    with server.fake.client(transport=None, throttle=None, retry=None, base_url=server.url) as scf:
        try:
            return str(scf.list_async_events(function_name=name).total_count)
        except TencentkitError as error:
            return str(error)


def text(browser: Browser, selector: str) -> str:
    return browser.driver.find_element(By.CSS_SELECTOR, selector).text


def wait_until(browser: Browser, condition: Callable[[], Any]) -> Any:
    return WebDriverWait(browser.driver, 60).until(lambda _: condition())


def test_calls_and_errors(server: FakeServer, browser: Browser) -> None:
    """Calls appear without a reload, newest first; errors have a message and can be filtered."""
    browser.console_messages(), browser.hosts()
    browser.open(f"{server.url}/_fake/")
    wait_until(browser, lambda: text(browser, "#link") == "live")
    assert "No calls yet" in text(browser, "#no-calls")
    call(server)
    wait_until(browser, lambda: text(browser, "#total") == "1")
    call(server, "missing")
    wait_until(browser, lambda: text(browser, "#errors") == "1")
    rows = [row.text for row in browser.driver.find_elements(By.CSS_SELECTOR, "#calls tr")]
    assert "ResourceNotFound.Function" in rows[0]
    assert '{"FunctionName":"helloworld"}' in rows[1]
    assert "AKID" not in browser.driver.page_source
    browser.driver.find_element(By.ID, "only-errors").click()
    assert [row.is_displayed() for row in browser.driver.find_elements(By.CSS_SELECTOR, "#calls tr")] == [True, False]
    browser.driver.find_element(By.ID, "only-errors").click()
    browser.screenshot("fake-light-desktop")
    assert browser.console_messages() == []
    assert browser.hosts() == {"127.0.0.1"}


def test_forms(server: FakeServer, browser: Browser) -> None:
    """The three forms work, and the page shows their effect."""
    browser.console_messages()
    browser.open(f"{server.url}/_fake/", dark=True)
    wait_until(browser, lambda: browser.driver.find_elements(By.CSS_SELECTOR, "#break option"))
    Select(browser.driver.find_element(By.CSS_SELECTOR, "#break select")).select_by_visible_text("internal error")
    assert "may or may not have run" in text(browser, "#fault-description")
    browser.driver.find_element(By.CSS_SELECTOR, "#break button").click()
    wait_until(browser, lambda: "error InternalError" in text(browser, "#pending"))
    assert "InternalError" in call(server)
    wait_until(browser, lambda: not browser.driver.find_elements(By.CSS_SELECTOR, "#pending li"))
    name = browser.driver.find_element(By.CSS_SELECTOR, "#start input[name=function]")
    name.clear()
    name.send_keys("<img src=x onerror=alert(1)>")
    browser.driver.find_element(By.CSS_SELECTOR, "#start input[name=runs_for]").send_keys("20")
    browser.driver.find_element(By.CSS_SELECTOR, "#start button").click()
    wait_until(browser, lambda: text(browser, "#running") == "1")
    assert "<img src=x onerror=alert(1)>" in text(browser, "#events tr")
    assert not browser.driver.find_elements(By.CSS_SELECTOR, "#events img")
    browser.screenshot("fake-dark-desktop")
    browser.driver.find_element(By.CSS_SELECTOR, "#travel button").click()
    wait_until(browser, lambda: text(browser, "#running") == "0")
    assert text(browser, "#ended") == "4"
    browser.driver.find_element(By.CSS_SELECTOR, "#travel button[data-seconds='259200']").click()
    wait_until(browser, lambda: text(browser, "#ended") == "0" or "FINISHED" in text(browser, "#events"))
    assert browser.console_messages() == []


def test_invalid_command(server: FakeServer, browser: Browser) -> None:
    """The page shows the error message of an invalid command."""
    browser.open(f"{server.url}/_fake/")
    wait_until(browser, lambda: text(browser, "#link") == "live")
    field = browser.driver.find_element(By.CSS_SELECTOR, "#break input[name=times]")
    browser.run("arguments[0].removeAttribute('min')", field)
    field.clear()
    field.send_keys("0")
    browser.driver.find_element(By.CSS_SELECTOR, "#break button").click()
    wait_until(browser, lambda: "at least 1" in text(browser, "#problem"))
    browser.console_messages()  # the browser logs the HTTP 400


def test_phone_layout(server: FakeServer, browser: Browser) -> None:
    """Nothing is wider than the screen."""
    for index in range(3):
        call(server, f"function-with-a-long-name-{index}")
    browser.open(f"{server.url}/_fake/", size=PHONE)
    wait_until(browser, lambda: text(browser, "#total") == "3")
    assert browser.run("return document.documentElement.scrollWidth") <= PHONE[0]
    browser.screenshot("fake-light-phone")


def test_lost_connection(browser: Browser) -> None:
    """The page shows that the connection is lost."""
    with serve(FakeScf(), panel=True) as server:
        browser.open(f"{server.url}/_fake/")
        wait_until(browser, lambda: text(browser, "#link") == "live")
    wait_until(browser, lambda: text(browser, "#link") == "lost")
    browser.console_messages()  # the browser logs the lost connection


def test_created_function(server: FakeServer, browser: Browser) -> None:
    """A created function appears without a reload, becomes active, and disappears when deleted."""
    browser.open(f"{server.url}/_fake/")
    wait_until(browser, lambda: text(browser, "#deployed") == "helloworld Active $LATEST")
    browser.console_messages()  # from the previous page, whose server has stopped
    with server.fake.client(transport=None, base_url=server.url) as scf:
        scf.create_function(function_name="created", code={"ZipFile": "YQ=="})
        wait_until(browser, lambda: "created Active $LATEST" in text(browser, "#deployed"))
        scf.delete_function(function_name="created")
    wait_until(browser, lambda: "created" not in text(browser, "#deployed"))
    assert browser.console_messages() == []
