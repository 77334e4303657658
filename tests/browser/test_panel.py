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


def until(browser: Browser, seen: Callable[[], Any]) -> Any:
    return WebDriverWait(browser.driver, 60).until(lambda _: seen())


def test_calls_and_refusals_show_as_they_happen(server: FakeServer, browser: Browser) -> None:
    """Without a reload: newest first, refusals with their reason, and only those where the reader asks for them."""
    browser.complaints(), browser.hosts()
    browser.open(f"{server.url}/_fake/")
    until(browser, lambda: text(browser, "#link") == "live")
    assert "No call has come yet" in text(browser, "#no-calls")
    call(server)
    until(browser, lambda: text(browser, "#total") == "1")
    call(server, "nobody")
    until(browser, lambda: text(browser, "#refused") == "1")
    rows = [row.text for row in browser.driver.find_elements(By.CSS_SELECTOR, "#calls tr")]
    assert "ResourceNotFound.Function" in rows[0]
    assert '{"FunctionName":"helloworld"}' in rows[1]
    assert "AKID" not in browser.driver.page_source
    browser.driver.find_element(By.ID, "only-refused").click()
    assert [row.is_displayed() for row in browser.driver.find_elements(By.CSS_SELECTOR, "#calls tr")] == [True, False]
    browser.driver.find_element(By.ID, "only-refused").click()
    browser.screenshot("fake-light-desktop")
    assert browser.complaints() == []
    assert browser.hosts() == {"127.0.0.1"}


def test_a_person_can_break_seed_and_travel(server: FakeServer, browser: Browser) -> None:
    """The three forms do what they say, and the page shows what came of it."""
    browser.complaints()
    browser.open(f"{server.url}/_fake/", dark=True)
    until(browser, lambda: browser.driver.find_elements(By.CSS_SELECTOR, "#break option"))
    Select(browser.driver.find_element(By.CSS_SELECTOR, "#break select")).select_by_visible_text("internal error")
    assert "not known" in text(browser, "#says")
    browser.driver.find_element(By.CSS_SELECTOR, "#break button").click()
    until(browser, lambda: "failure InternalError" in text(browser, "#pending"))
    assert "InternalError" in call(server)
    until(browser, lambda: not browser.driver.find_elements(By.CSS_SELECTOR, "#pending li"))
    name = browser.driver.find_element(By.CSS_SELECTOR, "#start input[name=function]")
    name.clear()
    name.send_keys("<img src=x onerror=alert(1)>")
    browser.driver.find_element(By.CSS_SELECTOR, "#start input[name=runs_for]").send_keys("20")
    browser.driver.find_element(By.CSS_SELECTOR, "#start button").click()
    until(browser, lambda: text(browser, "#running") == "1")
    assert "<img src=x onerror=alert(1)>" in text(browser, "#events tr")
    assert not browser.driver.find_elements(By.CSS_SELECTOR, "#events img")
    browser.screenshot("fake-dark-desktop")
    browser.driver.find_element(By.CSS_SELECTOR, "#travel button").click()
    until(browser, lambda: text(browser, "#running") == "0")
    assert text(browser, "#ended") == "4"
    browser.driver.find_element(By.CSS_SELECTOR, "#travel button[data-seconds='259200']").click()
    until(browser, lambda: text(browser, "#ended") == "0" or "FINISHED" in text(browser, "#events"))
    assert browser.complaints() == []


def test_a_wrong_order_is_said(server: FakeServer, browser: Browser) -> None:
    """What the fake refuses stands on the page, as a sentence."""
    browser.open(f"{server.url}/_fake/")
    until(browser, lambda: text(browser, "#link") == "live")
    field = browser.driver.find_element(By.CSS_SELECTOR, "#break input[name=times]")
    browser.run("arguments[0].removeAttribute('min')", field)
    field.clear()
    field.send_keys("0")
    browser.driver.find_element(By.CSS_SELECTOR, "#break button").click()
    until(browser, lambda: "at least once" in text(browser, "#problem"))
    browser.complaints()  # the browser itself notes the HTTP 400


def test_the_page_can_be_read_on_a_phone(server: FakeServer, browser: Browser) -> None:
    """Nothing is wider than the screen."""
    for index in range(3):
        call(server, f"function-with-a-long-name-{index}")
    browser.open(f"{server.url}/_fake/", size=PHONE)
    until(browser, lambda: text(browser, "#total") == "3")
    assert browser.run("return document.documentElement.scrollWidth") <= PHONE[0]
    browser.screenshot("fake-light-phone")


def test_the_page_says_when_the_fake_is_gone(browser: Browser) -> None:
    """A reader sees that what is shown is old."""
    with serve(FakeScf(), panel=True) as server:
        browser.open(f"{server.url}/_fake/")
        until(browser, lambda: text(browser, "#link") == "live")
    until(browser, lambda: text(browser, "#link") == "lost")
    browser.complaints()  # the browser itself notes the lost connection


def test_what_a_program_creates_shows_until_it_is_deleted(server: FakeServer, browser: Browser) -> None:
    """Without a reload, and ready as soon as its time is up."""
    browser.open(f"{server.url}/_fake/")
    until(browser, lambda: text(browser, "#deployed") == "helloworld Active $LATEST")
    browser.complaints()  # of the page before, whose server has gone
    with server.fake.client(transport=None, base_url=server.url) as scf:
        scf.create_function(function_name="made", code={"ZipFile": "YQ=="})
        until(browser, lambda: "made Active $LATEST" in text(browser, "#deployed"))
        scf.delete_function(function_name="made")
    until(browser, lambda: "made" not in text(browser, "#deployed"))
    assert browser.complaints() == []
