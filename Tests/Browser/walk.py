# SPDX-License-Identifier: Apache-2.0
"""Steps that several walks through the Desk share."""
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait


def find(browser, selector):
    return browser.find_element(By.CSS_SELECTOR, selector)


def find_all(browser, selector):
    return browser.find_elements(By.CSS_SELECTOR, selector)


def link(browser, text):
    return browser.find_element(By.PARTIAL_LINK_TEXT, text)


def button(browser, text):
    return browser.find_element(By.XPATH, f"//button[normalize-space()='{text}']")


def wait(browser, condition, seconds=20):
    # A page that is just being replaced is looked at again.
    return WebDriverWait(browser, seconds, ignored_exceptions=[WebDriverException]).until(condition)


def press(browser, keys):
    """Types keys to whatever has the focus."""
    ActionChains(browser).send_keys(keys).perform()


def text(browser):
    return find(browser, "main").text


def pair(browser, desk, left, right):
    """Opens the page of two parties by the form of the page of relationships."""
    browser.get(f"{desk.address}/pairs")
    find(browser, "main [name=left]").send_keys(left)
    find(browser, "main [name=right]").send_keys(right)
    find(browser, "main [name=right]").submit()
    wait(browser, lambda _: "/pairs/" in browser.current_url)
