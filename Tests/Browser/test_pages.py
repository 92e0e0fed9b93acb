# SPDX-License-Identifier: Apache-2.0
"""Every page is free of faults that axe-core finds, fits a phone, and has its picture taken.

The pictures stand in .build/screenshots afterwards.
"""
import json
import pathlib

import pytest
from conftest import ROOT
from walk import find, find_all

PICTURES = ROOT / ".build" / "screenshots"
WIDTHS = {"desk": (1280, 900), "phone": (390, 844)}
PAGES = ["today", "pairs", "pair", "reader", "enter", "entry", "party", "review", "search", "answer", "add", "briefs", "brief",
         "failure"]


@pytest.fixture(scope="session")
def axe():
    import axe_core_python

    return (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def addresses(quiet_desk):
    """The address of each page, after the parts of the ledger that it shows."""
    def rows(*arguments):
        return [json.loads(line) for line in quiet_desk.entente("show", *arguments, "--format", "ndjson").splitlines()]

    source = next(row for row in rows("sources") if "Become Sister Cities" in row["title"])
    key = source["id"].removeprefix("sha256:")[:16]
    people, agreements = rows("people"), rows("agreements")
    return {
        "today": "/", "pairs": "/pairs", "pair": "/pairs?left=Incheon&right=Hai+Phong", "reader": f"/sources/{key}",
        "enter": f"/sources/{key}/enter", "entry": f"/entries/{agreements[0]['id']}", "party": f"/parties/{people[0]['id']}",
        "review": "/review", "search": "/search?q=port", "answer": "/search?ask=1&q=Who+is+the+mayor+of+Incheon%3F",
        "add": "/add", "briefs": "/briefs", "brief": "/briefs/brief?name=Incheon&name=Hai+Phong&format=html",
        "failure": "/entries/none",
    }


def open_page(browser, desk, addresses, name, width, theme="light", language="en"):
    browser.set_window_size(*WIDTHS[width])
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
        "width": WIDTHS[width][0], "height": WIDTHS[width][1], "deviceScaleFactor": 1, "mobile": width == "phone"})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "features": [{"name": "prefers-color-scheme", "value": theme}]})
    address = addresses[name]
    browser.get(f"{desk.address}{address}{'&' if '?' in address else '?'}lang={language}")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_serious_fault(browser, quiet_desk, addresses, axe, name, width, theme):
    open_page(browser, quiet_desk, addresses, name, width, theme)
    browser.execute_script(axe)
    found = browser.execute_async_script("axe.run().then(arguments[0])")
    faults = [
        f"{fault['id']}: {fault['help']}: {node['html'][:200]}"
        for fault in found["violations"] if fault["impact"] in ("serious", "critical") for node in fault["nodes"][:3]]
    assert found["passes"], "axe-core looked at nothing"
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", ["en", "ko", "vi"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_a_phone(browser, quiet_desk, addresses, name, language):
    open_page(browser, quiet_desk, addresses, name, "phone", language=language)
    width = browser.execute_script("return document.documentElement.scrollWidth")
    assert width <= WIDTHS["phone"][0], f"{width} px"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_pictures(browser, quiet_desk, addresses, name, width):
    import base64

    PICTURES.mkdir(parents=True, exist_ok=True)
    variants = [("light", "en"), ("dark", "en")] + ([("light", "ko"), ("light", "vi")] if name in ("today", "pair") else [])
    for theme, language in variants:
        open_page(browser, quiet_desk, addresses, name, width, theme, language)
        assert find(browser, "h1") and not find_all(browser, "main .missing")
        height = browser.execute_script("return document.documentElement.scrollHeight")
        picture = browser.execute_cdp_cmd("Page.captureScreenshot", {
            "captureBeyondViewport": True,
            "clip": {"x": 0, "y": 0, "width": WIDTHS[width][0], "height": min(height, 4000), "scale": 1}})
        (PICTURES / f"{name}-{width}-{theme}-{language}.png").write_bytes(base64.b64decode(picture["data"]))
