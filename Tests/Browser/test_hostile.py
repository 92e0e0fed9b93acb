# SPDX-License-Identifier: Apache-2.0
"""A page that tries everything to be run is opened in a real browser, where nothing of it runs."""
import urllib.request

import pytest
from conftest import Desk, run
from selenium.common.exceptions import NoAlertPresentException
from walk import find

TRIES = """<script>window.broken = 1; alert(1)</script>"><img src=x onerror="window.broken = 2; alert(2)"> \
<svg onload="window.broken = 3"></svg><a href="javascript:alert(4)">here</a> {{title}} <iframe srcdoc="<script>alert(5)</script>">"""
PAGE = f"""Incheon and Hai Phong sign {TRIES}

INCHEON, November 20, 2025 - Incheon Mayor Seo Min-jae met Hai Phong Chairwoman Pham Thu Hang {TRIES} at Incheon City \
Hall on November 20, 2025. Incheon and Hai Phong signed a memorandum of understanding on cold storage.
"""


@pytest.fixture(scope="module")
def hostile_desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "page <img src=x onerror=alert(6)>.txt").write_text(PAGE)
    run("add", "--ledger", folder / "ledger.sqlite", folder / "page <img src=x onerror=alert(6)>.txt")
    desk = Desk(folder / "ledger.sqlite")
    yield desk
    desk.stop()


def test_nothing_of_a_hostile_page_runs(browser, hostile_desk):
    import json
    source = json.loads(hostile_desk.entente("show", "sources", "--format", "ndjson").splitlines()[0])["id"]
    key = source.removeprefix("sha256:")[:16]
    for path in ["/", "/pairs/Incheon/Hai%20Phong", f"/sources/{key}", f"/sources/{key}/enter", f"/sources/{key}/snapshot",
                 "/review", "/search?q=%3Cscript%3Ealert(7)%3C/script%3E", "/search?q=Incheon",
                 "/briefs/pair/Incheon/Hai%20Phong"]:
        with urllib.request.urlopen(hostile_desk.address + path) as answer:
            policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        browser.get(hostile_desk.address + path)
        with pytest.raises(NoAlertPresentException):
            browser.switch_to.alert  # noqa: B018
        assert browser.execute_script("return window.broken") is None, path
        assert browser.execute_script("return document.querySelectorAll('img, iframe, [onerror], [onload]').length") == 0
    browser.get(f"{hostile_desk.address}/sources/{key}")
    assert "<script>window.broken" in find(browser, "main").text, "what was tried is there as text"
