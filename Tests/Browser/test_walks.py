# SPDX-License-Identifier: Apache-2.0
"""The main ways through the Desk, walked in a real browser. All people in these tests are invented."""
import json

import pytest
from conftest import Desk, ROOT, run
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from walk import button, find, find_all, link, pair, press, text, wait

NEWS = """Incheon and Hai Phong sign on cold storage

INCHEON, November 20, 2025 - Incheon Mayor Seo Min-jae met Hai Phong People's Committee Chairwoman Pham Thu Hang at \
Incheon City Hall on November 20, 2025. Incheon and Hai Phong signed a memorandum of understanding on cold storage.
"""


def sources(desk):
    return [json.loads(line) for line in desk.entente("show", "sources", "--format", "ndjson").splitlines()]


def source(desk, words):
    """The address of the page whose title holds `words`."""
    found = next(row["id"] for row in sources(desk) if words in (row["title"] or ""))
    return f"{desk.address}/sources/{found.removeprefix('sha256:')[:16]}"


def test_pasted_text_is_read_and_stands_on_the_page_of_the_pair(browser, desk):
    browser.get(f"{desk.address}/add")
    browser.execute_script("document.getElementById('text').value = arguments[0]", NEWS)
    button(browser, "Add").click()
    # The page follows the work without being loaded again.
    wait(browser, lambda _: find_all(browser, "#job li a"), 60)
    wait(browser, lambda _: find(browser, "#job .done").text == "1/1")
    assert find(browser, "#job li a").text == "Incheon and Hai Phong sign on cold storage"
    pair(browser, desk, "Incheon", "Hai Phong")
    assert "cold storage" in text(browser)


def test_dropped_files_are_read_one_by_one(browser, desk):
    files = [ROOT / "Samples" / "corpus" / "pages" / f"g0{number}.html" for number in (1, 2)]
    browser.get(f"{desk.address}/add")
    find(browser, "#files").send_keys("\n".join(map(str, files)))
    button(browser, "Add").click()
    wait(browser, lambda _: len(find_all(browser, "#job li a")) == 2, 60)
    pair(browser, desk, "Portugal", "Ghana")
    assert find_all(browser, "article.entry")


def test_highlights_and_entries_lead_to_each_other(browser, quiet_desk):
    browser.get(source(quiet_desk, "Become Sister Cities"))
    mark = find(browser, "article .mark[href*='#entry-']")
    target = mark.get_attribute("href").split("#")[1]
    mark.click()
    assert browser.switch_to.active_element.get_attribute("id") == target
    find(browser, f"#{target} a.number").click()
    place = browser.current_url.split("#")[1]
    assert find(browser, f"[id='{place}']").is_displayed()
    assert find_all(browser, "details.furniture summary"), "what is not the article is folded away, but there"


def test_selected_words_become_the_proof_of_an_entry(browser, desk):
    browser.get(source(desk, "Become Sister Cities"))
    browser.execute_script("""
        const node = [...document.querySelectorAll("article [data-start]")]
            .map((segment) => segment.firstChild).find((text) => text && text.data.includes("30 scholarships"));
        const start = node.data.indexOf("30 scholarships");
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + "30 scholarships".length);
        document.getSelection().removeAllRanges();
        document.getSelection().addRange(range);""")
    wait(browser, lambda _: find(browser, "#take").is_displayed())
    find(browser, "#take").click()
    wait(browser, lambda _: "/enter" in browser.current_url)
    link(browser, "programme").click()
    wait(browser, lambda _: "kind=programme" in browser.current_url)
    assert find(browser, "#quote").get_attribute("value") == "30 scholarships"
    find(browser, "[name=description]").send_keys("scholarships for students of the sister city")
    find(browser, "form.stack").submit()
    wait(browser, lambda _: "/entries/" in browser.current_url)
    assert "scholarships for students of the sister city" in text(browser)
    assert "30 scholarships" in find(browser, ".proof q").text


def test_a_correction_survives_reading_everything_again(browser, desk):
    pair(browser, desk, "Incheon", "Hai Phong")
    find(browser, "article.kind-engagement h4 a").click()
    wait(browser, lambda _: "/entries/" in browser.current_url)
    address = browser.current_url
    find(browser, ".edit details summary").click()
    find(browser, "#c-field option[value=title]").click()
    value = find(browser, "#c-value")
    assert value.get_attribute("value") in find(browser, "h1").text, "a correction begins with what stands there"
    value.clear()
    value.send_keys("A name that the desk gave")
    find(browser, "form[action$='/correct'] button").click()
    wait(browser, lambda _: "A name that the desk gave" in find(browser, "h1").text)
    desk.entente("reread")
    browser.get(address)
    assert find(browser, "h1").text == "A name that the desk gave"
    assert "Test Reader" in find(browser, "section[aria-labelledby=corrections]").text


def test_two_records_are_joined_and_parted_again(browser, desk):
    people = [json.loads(line) for line in desk.entente("show", "people", "--format", "ndjson").splitlines()]
    one, other = people[0], people[1]
    browser.get(f"{desk.address}/parties/{one['id']}")
    find_all(browser, ".edit details summary")[1].click()
    find(browser, "#j-other").send_keys(other["id"])
    find(browser, "form[action$='/join'] button.main").click()
    wait(browser, lambda _: find_all(browser, "section[aria-labelledby=judgements] li form"))
    assert other["name"] in find(browser, "section[aria-labelledby=names]").text
    find(browser, "section[aria-labelledby=judgements] li form button").click()
    wait(browser, lambda _: find_all(browser, "section[aria-labelledby=judgements] li.undone"))
    assert other["name"] not in find(browser, "section[aria-labelledby=names]").text


def test_the_queue_is_worked_off_by_keyboard(browser, desk):
    browser.get(f"{desk.address}/review")
    before = len(find_all(browser, ".queue .item"))
    assert before > 1
    press(browser, "j")
    first = browser.switch_to.active_element
    assert "item" in first.get_attribute("class")
    press(browser, "j")
    assert browser.switch_to.active_element != first
    press(browser, "k")
    assert browser.switch_to.active_element == first
    press(browser, "r")
    wait(browser, lambda _: len(find_all(browser, ".queue .item")) == before - 1)
    assert find_all(browser, "section[aria-labelledby=decisions] li:not(.undone)")
    press(browser, "u")
    wait(browser, lambda _: len(find_all(browser, ".queue .item")) == before)


def test_a_question_is_answered_with_its_sentence_or_not_at_all(browser, quiet_desk):
    browser.get(f"{quiet_desk.address}/search")
    find(browser, "#q").send_keys("Where was the Yellow Sea Ports Summit held in 2022?")
    button(browser, "Ask").click()
    wait(browser, lambda _: find_all(browser, "section.answers .answer"))
    assert find(browser, "section.answers .answer").text == "Incheon"
    find(browser, "section.answers .proof a").click()
    wait(browser, lambda _: "/entries/" in browser.current_url)
    find(browser, ".proof a").click()
    wait(browser, lambda _: "/sources/" in browser.current_url)
    assert find_all(browser, "article .asked"), "the words that prove it are marked in the page"
    browser.get(f"{quiet_desk.address}/search?ask=1&q=Who+is+the+mayor+of+Reykjavik%3F")
    assert "not stated" in find(browser, "section.answers").text.lower()


def test_words_are_found_without_their_accents_and_filters_stand_in_the_address(browser, quiet_desk):
    browser.get(f"{quiet_desk.address}/search?q=hai+phong&kind=agreement&since=2022&until=2022")
    rows = find_all(browser, "section[aria-labelledby=hits] li")
    assert rows and all("2022" in row.find_element(By.TAG_NAME, "time").text for row in rows)
    pair(browser, quiet_desk, "Incheon", "Hai Phong")
    find(browser, "details.filter summary").click()
    find(browser, "#kind option[value=agreement]").click()
    find(browser, "details.filter button").click()
    wait(browser, lambda _: "kind=agreement" in browser.current_url)
    assert not find_all(browser, "article.kind-engagement") and find_all(browser, "article.kind-agreement")


def test_the_brief_is_previewed_and_printed(browser, quiet_desk):
    pair(browser, quiet_desk, "Incheon", "Hai Phong")
    find(browser, ".actions a.button").click()
    wait(browser, lambda _: "/briefs/" in browser.current_url)
    assert "Who they are" in find(browser, "body").text
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    assert len(printed["data"]) > 50_000


@pytest.mark.parametrize("code, word", [("ko", "오늘"), ("vi", "Hôm nay")])
def test_the_desk_speaks_the_language_that_is_chosen_and_goes_on_doing_so(browser, quiet_desk, code, word):
    browser.get(quiet_desk.address)
    find(browser, f"footer a[hreflang={code}]").click()
    wait(browser, lambda _: find(browser, "html").get_attribute("lang") == code)
    assert find(browser, "h1").text == word
    browser.get(f"{quiet_desk.address}/review")
    assert find(browser, "html").get_attribute("lang") == code
    find(browser, "footer a[hreflang=en]").click()
    wait(browser, lambda _: find(browser, "html").get_attribute("lang") == "en")


def test_text_size_width_and_theme_change_at_once_and_stay(browser, quiet_desk):
    browser.get(source(quiet_desk, "Become Sister Cities"))
    background = browser.execute_script("return getComputedStyle(document.body).backgroundColor")
    size = browser.execute_script("return getComputedStyle(document.querySelector('article .block-body')).fontSize")
    find(browser, ".preferences button[name=theme][value=dark]").click()
    find(browser, ".preferences button[name=size][value=large]").click()
    wait(browser, lambda _: browser.execute_script(
        "return getComputedStyle(document.body).backgroundColor") != background)
    browser.refresh()
    assert find(browser, "html").get_attribute("data-theme") == "dark"
    assert size != browser.execute_script(
        "return getComputedStyle(document.querySelector('article .block-body')).fontSize")


@pytest.mark.parametrize("path", ["/", "/pairs", "/review", "/search?q=port", "/add", "/briefs"])
def test_pages_read_without_javascript(browser, quiet_desk, path):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(quiet_desk.address + path)
    assert find(browser, "main h1").is_displayed()


def test_the_keyboard_reaches_everything_and_shows_where_it_is(browser, quiet_desk):
    browser.get(quiet_desk.address)
    press(browser, Keys.TAB)
    skip = browser.switch_to.active_element
    assert skip.get_attribute("class") == "skip" and skip.rect["x"] >= 0, "the skip link is seen when it is reached"
    press(browser, Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "main"
    reached = set()
    for _ in range(120):
        press(browser, Keys.TAB)
        element = browser.switch_to.active_element
        if element.tag_name == "body":
            break
        style = browser.execute_script(
            "const s = getComputedStyle(arguments[0]); return [s.outlineStyle, s.boxShadow, s.borderColor]", element)
        assert style[0] != "none" or style[1] != "none", f"{element.tag_name} {element.text} hides its focus"
        reached.add(element.get_attribute("href") or element.get_attribute("name"))
    assert reached >= {f"{quiet_desk.address}/?lang=ko", "theme"}


def test_a_viewer_reads_and_is_refused_an_edit(browser, read_ledger, tmp_path):
    import shutil

    ledger = tmp_path / "ledger.sqlite"
    shutil.copy(read_ledger, ledger)
    for name, role in [("Vera Lund", "viewer"), ("Edda Holm", "editor"), ("Ada Berg", "admin")]:
        run("accounts", "add", name, "--role", role, "--ledger", ledger, text="correct horse battery\n")
    desk = Desk(ledger)
    try:
        browser.get(f"{desk.address}/review")
        assert "/sign-in" in browser.current_url
        find(browser, "#name").send_keys("Vera Lund")
        find(browser, "#password").send_keys("wrong words")
        find(browser, "#password").submit()
        wait(browser, lambda _: find_all(browser, "[role=alert]"))
        for field, value in [("#name", "Vera Lund"), ("#password", "correct horse battery")]:
            find(browser, field).clear()
            find(browser, field).send_keys(value)
        find(browser, "#password").submit()
        wait(browser, lambda _: "/review" in browser.current_url)
        assert not find_all(browser, ".queue .item form")
        # Also where somebody asks without the form.
        status = browser.execute_async_script("""
            const done = arguments[0];
            const token = document.querySelector("[name=token]").value;
            fetch("/add", {method: "POST", body: new URLSearchParams({token, text: "x"})}).then((r) => done(r.status));""")
        assert status == 403
        cookie = next(cookie for cookie in browser.get_cookies() if cookie["httpOnly"])
        assert cookie["sameSite"] in ("Lax", "Strict")
        button(browser, "Sign out").click()
        wait(browser, lambda _: "/sign-in" in browser.current_url)
        browser.get(desk.address)
        assert "/sign-in" in browser.current_url
    finally:
        desk.stop()
