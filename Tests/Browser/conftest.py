# SPDX-License-Identifier: Apache-2.0
"""A Desk on the invented pages of this project, and a real browser before it.

What a test changes stays within its own copy of the ledger; a browser without a window is shared.
"""
import os
import pathlib
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("ENTENTE", str(ROOT / ".build" / "release" / "entente"))
# Pages of two relationships are enough, and quick to read.
PAGES = sorted((ROOT / "Samples" / "corpus" / "pages").glob("[bi]*.html"))


def pytest_collection_modifyitems(config, items):
    """Without a browser there is nothing to test."""
    missing = next((name for name in ("chromium", "chromedriver") if shutil.which(name) is None), None)
    reason = f"{missing} is not installed (Debian: chromium, chromium-driver)" if missing else None
    try:
        import selenium  # noqa: F401
    except ImportError:
        reason = reason or "the Python package selenium is not installed"
    if reason:
        for item in items:
            item.add_marker(pytest.mark.skip(reason=reason))


def run(*arguments, environment=None, text=None):
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)], env={**os.environ, **(environment or {})}, input=text,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 0, f"entente {' '.join(map(str, arguments))}: {done.stderr}"
    return done.stdout


class Desk:
    """A running `entente serve` over a ledger."""

    def __init__(self, ledger, *options):
        self.ledger = ledger
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--ledger", str(ledger), "--port", "0", "--allow-private", *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env={**os.environ, "ENTENTE_AUTHOR": "Test Reader"})
        self.address = self.process.stdout.readline().strip().rstrip("/")
        assert self.address.startswith("http://"), "the Desk did not start"

    def entente(self, verb, *arguments, text=None):
        return run(verb, *arguments, "--ledger", self.ledger, text=text)

    def stop(self):
        self.process.terminate()
        assert self.process.wait(20) == 0, "the Desk did not stop cleanly"


@pytest.fixture(scope="session")
def read_ledger(tmp_path_factory):
    ledger = tmp_path_factory.mktemp("corpus") / "ledger.sqlite"
    run("add", "--ledger", ledger, *PAGES)
    return ledger


@pytest.fixture
def desk(read_ledger, tmp_path):
    """A Desk whose ledger the test may change."""
    ledger = tmp_path / "ledger.sqlite"
    shutil.copy(read_ledger, ledger)
    desk = Desk(ledger)
    yield desk
    desk.stop()


@pytest.fixture(scope="session")
def quiet_desk(read_ledger, tmp_path_factory):
    """A Desk for tests that only look."""
    ledger = tmp_path_factory.mktemp("quiet") / "ledger.sqlite"
    shutil.copy(read_ledger, ledger)
    desk = Desk(ledger)
    yield desk
    desk.stop()


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--force-color-profile=srgb",
                     f"--user-data-dir={tmp_path_factory.mktemp('profile')}", "--lang=en"]:
        options.add_argument(argument)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_page_load_timeout(30)
    yield driver
    driver.quit()


@pytest.fixture(autouse=True)
def fresh(request):
    """Every test begins without cookies, in light and at the width of a desk."""
    if "browser" not in request.fixturenames:
        return
    driver = request.getfixturevalue("browser")
    driver.set_window_size(1280, 900)
    driver.get("about:blank")
    driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "light"}]})
