"""A real browser opens the page from disk, as a reader does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from claims_pipeline.report.html import write_report

pytestmark = pytest.mark.browser
FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars"),
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail("chromium and chromedriver are needed: apt-get install -y chromium chromium-driver")
        pytest.skip("needs chromium and chromedriver (Debian: chromium, chromium-driver)")
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    window = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield window
    window.quit()


@pytest.fixture(scope="module")
def address(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return write_report(ledger, tmp_path_factory.mktemp("page"), now=datetime(2023, 11, 8, 6)).as_uri()


@pytest.fixture(params=[(1280, "light"), (400, "light"), (400, "dark")], ids=lambda p: f"{p[0]}px {p[1]}")
def shown(request: pytest.FixtureRequest, browser: Any, address: str) -> Any:
    width, scheme = request.param
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    browser.get_log("browser")
    browser.get_log("performance")
    browser.get(address)
    return browser


def test_opens_without_error_and_without_network(shown: Any) -> None:
    assert "Figures in the news" in shown.title
    assert shown.get_log("browser") == []
    asked = [line["message"] for line in shown.get_log("performance") if "Network.requestWillBeSent" in line["message"]]
    assert asked
    assert [m for m in asked if '"url":"http' in m] == []


def test_no_sideways_scroll(shown: Any) -> None:
    wide = shown.execute_script("return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide[0] <= wide[1]
    out = shown.execute_script(
        "const w = innerWidth; return [...document.querySelectorAll('main *')]"
        ".filter(e => !e.closest('.scroll') && !e.closest('svg') && e.getBoundingClientRect().right > w + 0.5)"
        ".map(e => e.outerHTML.slice(0, 80))"
    )
    assert out == []


def test_marks_are_seen(shown: Any) -> None:
    marks = shown.execute_script(
        "return [...document.querySelectorAll('#flags mark')].map(m => {const r = m.getBoundingClientRect(), s = getComputedStyle(m);"
        " return [m.textContent, r.width * r.height, s.backgroundColor, s.color]})"
    )
    assert len(marks) == 14
    assert all(area > 50 for _, area, _, _ in marks)
    assert all(_contrast(ground, ink) > 4.5 for _, _, ground, ink in marks)


def test_text_stands_out_from_the_ground(shown: Any) -> None:
    pairs = shown.execute_script(
        "const ground = getComputedStyle(document.body).backgroundColor;"
        "return [...document.querySelectorAll('h1, .dateline, .kicker, .lead, .under, .said, .reads, .more, td, th, .chip, summary, dd')]"
        ".map(e => [e.className || e.tagName,"
        " getComputedStyle(e.closest('.cause, .fact') || document.body).backgroundColor || ground, getComputedStyle(e).color])"
    )
    assert [(name, ground, ink) for name, ground, ink in pairs if _contrast(ground, ink) < 4.5] == []


def test_drawings_have_a_height_and_stay_in_their_card(shown: Any) -> None:
    boxes = shown.execute_script(
        "return [...document.querySelectorAll('svg.chart')].map(s => {const c = s.closest('.fact').getBoundingClientRect();"
        " return [s.getBoundingClientRect().height,"
        " ...[...s.querySelectorAll('.dot, .level, .date, .off')].map(d => d.getBoundingClientRect())"
        ".map(r => Math.max(c.left - r.left, r.right - c.right))]})"
    )
    assert len(boxes) == 3
    assert all(height >= 150 and max(over) <= 0 for height, *over in boxes)


def test_details_open_without_script(shown: Any) -> None:
    first = shown.find_element("css selector", "details")
    assert not first.find_element("css selector", "li").is_displayed()
    first.find_element("css selector", "summary").click()
    assert first.find_element("css selector", "li").is_displayed()


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.1 between two colours as the browser computes them."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [float(v) / 255 for v in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    r, g, b = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
