"""Headless Chromium for the tests marked `browser`: fails, and says what is missing, where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Show = Callable[..., Any]


def _installed(*names: str) -> str:
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(f"{names[0]} is not installed: apt-get install chromium chromium-driver, then scripts/test-browser")
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Start the browser and its driver, once for all tests."""
    browser, driver = _installed("chromium", "chromium-browser", "google-chrome"), _installed("chromedriver")
    try:
        from selenium import webdriver
    except ImportError:
        pytest.fail("selenium is not installed: pip install -e '.[browser]'")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    for argument in ("--headless=new", "--disable-gpu", "--hide-scrollbars", *sandbox):
        options.add_argument(argument)
    made = webdriver.Chrome(options, webdriver.ChromeService(driver))
    yield made
    made.quit()


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Show]:
    """Return a function that opens a page from disk, in a window of a size, light or dark; the console stays clean."""

    def opened(page: bytes | str, width: int = 1400, height: int = 900, dark: bool = False) -> Any:
        path = tmp_path / "page.html"
        path.write_bytes(page if isinstance(page, bytes) else page.encode())
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
        chromium.get(path.as_uri())
        return chromium

    yield opened
    complaints = [line["message"] for line in chromium.get_log("browser") if "favicon" not in line["message"]]
    chromium.get("about:blank")
    assert complaints == []


@pytest.fixture(scope="session")
def axe() -> Callable[[Any], list[str]]:
    """Return a function that lists what axe-core finds serious or critical on the page that is shown."""
    place = os.environ.get("CLAIMS_AXE", "")
    if not Path(place).is_file():
        pytest.fail("CLAIMS_AXE does not name axe.min.js: run scripts/test-browser, which fetches axe-core with npm")
    script = Path(place).read_text("utf-8")

    def findings(browser: Any) -> list[str]:
        browser.set_script_timeout(120)
        browser.execute_cdp_cmd("Runtime.evaluate", {"expression": script})
        run = "const done = arguments[arguments.length - 1]; axe.run().then((it) => done(it.violations));"
        found = browser.execute_async_script(run)
        bad = [it for it in found if it["impact"] in ("serious", "critical")]
        return [f"{it['id']}: {it['help']} ({it['nodes'][0]['html'][:120]})" for it in bad]

    return findings


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print what was measured."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{report.nodeid.rpartition('::')[2]}: {name}: {value}")
