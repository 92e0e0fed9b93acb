# SPDX-License-Identifier: Apache-2.0
"""Charts and maps: read without scripts, reached by keyboard, each point the way to its proof."""
import re

import pytest
from selenium.webdriver.common.keys import Keys
from walk import find, find_all, pair, press, text, wait


def focus(browser, element):
    browser.execute_script("arguments[0].focus()", element)


def focused(browser):
    return browser.switch_to.active_element


def opened_map(browser, desk):
    pair(browser, desk, "South Korea", "Vietnam")
    if not find_all(browser, "#map"):
        pytest.skip("the outlines of countries or the table of places are missing: make map gazetteer")
    wait(browser, lambda _: find_all(browser, "#map path.land"))
    return find(browser, "#map")


def test_points_of_a_chart_lead_to_their_sentences(browser, quiet_desk):
    pair(browser, quiet_desk, "Incheon", "Hai Phong")
    points = find_all(browser, ".chart svg a")
    names = [point.get_attribute("aria-label") for point in points]
    assert len(points) > 1 and any("14,800" in name for name in names)
    value = names[-1].split(": ")[-1]
    assert not find(browser, ".chart table").is_displayed()
    assert len(find_all(browser, ".chart .axis text")) > 4, "both axes say what they measure"
    focus(browser, points[-1])
    assert focused(browser) == points[-1]
    press(browser, Keys.ENTER)
    wait(browser, lambda _: "/sources/" in browser.current_url)
    assert value in find(browser, "article .asked").text
    assert not [line for line in browser.get_log("browser") if line["level"] == "SEVERE"]


def test_the_map_is_enlarged_and_moved_by_keyboard(browser, quiet_desk):
    frame = opened_map(browser, quiet_desk)
    assert all(mark.get_attribute("aria-label") for mark in find_all(browser, "#map [role=button]"))

    def scale():
        style = find(browser, "#map .leaflet-proxy").get_attribute("style")
        return float(re.search(r"scale\(([\d.]+)\)", style)[1])

    def place():
        return find(browser, "#map [role=button][class*=mark-]").rect["x"]

    before = scale()
    focus(browser, frame)
    press(browser, "-")
    wait(browser, lambda _: scale() < .6 * before)
    wait(browser, lambda _: not find_all(browser, "#map .leaflet-zoom-anim"))
    press(browser, "+")
    wait(browser, lambda _: scale() > .9 * before)
    left = place()
    press(browser, Keys.ARROW_RIGHT)
    wait(browser, lambda _: place() < left - 20)
    assert not [line for line in browser.get_log("browser") if line["level"] == "SEVERE"]


def test_places_are_told_apart_and_lead_to_their_pages(browser, quiet_desk):
    opened_map(browser, quiet_desk)
    group = find(browser, "#map .mark-several")
    assert "Incheon" in group.get_attribute("aria-label")
    focus(browser, group)
    press(browser, Keys.ENTER)
    wait(browser, lambda _: "Incheon" in "".join(
        mark.get_attribute("aria-label") for mark in find_all(browser, "#map .mark-place")))
    mark = next(mark for mark in find_all(browser, "#map .mark-place") if "Incheon" in mark.get_attribute("aria-label"))
    focus(browser, mark)
    press(browser, Keys.ENTER)
    wait(browser, lambda _: focused(browser).tag_name == "a" and find_all(browser, ".leaflet-popup"))
    outline = browser.execute_script("return getComputedStyle(arguments[0]).outlineStyle", focused(browser))
    assert outline != "none", "where one is can be seen"
    press(browser, Keys.ESCAPE)
    wait(browser, lambda _: not find_all(browser, ".leaflet-popup"))
    assert focused(browser) == mark
    press(browser, " ")
    wait(browser, lambda _: focused(browser).tag_name == "a")
    press(browser, Keys.ENTER)
    wait(browser, lambda _: "/parties/" in browser.current_url)
    assert find(browser, "h1").text == "Incheon"


def test_without_javascript_figures_stand_in_a_table_and_places_in_a_list(browser, quiet_desk):
    pair(browser, quiet_desk, "Incheon", "Hai Phong")
    address = browser.current_url
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(address)
    assert find(browser, ".chart table").is_displayed() and not find_all(browser, ".chart svg")
    assert not find_all(browser, "#map") or not find(browser, "#map").is_displayed()
    assert "Hai Phong" in find(browser, "section[aria-labelledby=places] li").text
    find(browser, ".chart table a").click()
    wait(browser, lambda _: "/sources/" in browser.current_url)
    assert "12,900" in text(browser)
