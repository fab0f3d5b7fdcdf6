"""The page in a real browser, with JavaScript and without, by keyboard, and as wide as a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.config import Config
from tests.web.live import served

pytest.importorskip("selenium")

from selenium.webdriver import Chrome, ChromeOptions, Keys
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (BROWSER and DRIVER), reason="chromium or chromedriver is not installed")
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
OFFLINE = ["--disable-background-networking", "--disable-component-update", "--lang=fr"]
PATIENCE = 20


def browser(profile: Path, *, javascript: bool = True, width: int = 1280) -> Chrome:
    options = ChromeOptions()
    options.binary_location = BROWSER or ""
    for argument in [*QUIET, *OFFLINE, f"--user-data-dir={profile}"]:
        options.add_argument(argument)
    content = {} if javascript else {"profile.managed_default_content_settings.javascript": 2}
    options.add_experimental_option("prefs", {"intl.accept_languages": "fr", **content})
    opened = Chrome(options, Service(DRIVER))
    # A window may be no narrower than 500 pixels, whatever its size is said to be.
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    opened.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    return opened


@pytest.fixture(scope="module")
def address(corpus: Config) -> Iterator[str]:
    assert corpus.file is not None
    with served(corpus.file, DEPECHE_SERVER_WORKERS="1") as running:
        yield running


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    opened = browser(tmp_path_factory.mktemp("profile"))
    yield opened
    opened.quit()


def titles(page: Chrome) -> list[str]:
    return [element.text for element in page.find_elements(By.CSS_SELECTOR, ".hit h2")]


def wait_for(page: Chrome, selector: str) -> None:
    WebDriverWait(page, PATIENCE).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, selector))


def test_a_reader_types_words_and_ticks_a_value(page: Chrome, address: str) -> None:
    page.get(address)
    assert page.find_element(By.TAG_NAME, "html").get_attribute("lang") == "fr"
    page.find_element(By.ID, "q").send_keys("ukraine", Keys.ENTER)
    wait_for(page, "mark")
    assert len(titles(page)) == 2
    page.find_element(By.CSS_SELECTOR, "input[name=organisation][value=otan]").click()
    wait_for(page, ".active li")
    assert titles(page) == ["Sommet : l’Ukraine obtient des avions"]
    assert page.current_url == f"{address}/?q=ukraine&organisation=otan"


def test_the_slash_key_finds_the_box_and_the_back_button_finds_the_list(page: Chrome, address: str) -> None:
    page.get(f"{address}/?q=ukraine&organisation=otan")
    page.find_element(By.TAG_NAME, "body").send_keys("/")
    assert page.switch_to.active_element.get_attribute("id") == "q"
    page.switch_to.active_element.send_keys("russie", Keys.ENTER)
    WebDriverWait(page, PATIENCE).until(lambda driver: "q=russie" in driver.current_url)
    page.back()
    WebDriverWait(page, PATIENCE).until(lambda driver: "q=ukraine" in driver.current_url)
    assert page.find_element(By.CSS_SELECTOR, "input[name=organisation][value=otan]").is_selected()


def test_the_box_completes_names_by_keyboard(page: Chrome, address: str) -> None:
    page.get(address)
    page.find_element(By.ID, "q").send_keys("zelen")
    wait_for(page, "#suggestions [role=option]")
    assert "Zelensky" in page.find_element(By.CSS_SELECTOR, "#suggestions [role=option]").text
    page.find_element(By.ID, "q").send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    wait_for(page, "mark")
    assert len(titles(page)) == 2


def test_a_box_ticked_by_keyboard_keeps_the_focus_where_it_was(page: Chrome, address: str) -> None:
    page.get(f"{address}/?q=ukraine")
    box = page.find_element(By.CSS_SELECTOR, "input[name=country][value=ru]")
    page.execute_script("arguments[0].scrollIntoView({block: 'center'}); arguments[0].focus()", box)
    box.send_keys(Keys.SPACE)
    wait_for(page, ".active li")
    held = page.switch_to.active_element
    assert (held.get_attribute("name"), held.get_attribute("value")) == ("country", "ru")
    held.send_keys(Keys.SPACE)
    WebDriverWait(page, PATIENCE).until(lambda driver: driver.current_url == f"{address}/?q=ukraine")
    assert page.switch_to.active_element.get_attribute("value") == "ru"


def test_arrows_go_through_a_list_and_the_button_applies(page: Chrome, address: str) -> None:
    page.get(f"{address}/?q=ukraine")
    page.execute_script("document.querySelector('select[name=sort]').focus()")
    page.switch_to.active_element.send_keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    assert page.current_url == f"{address}/?q=ukraine"
    page.find_element(By.CSS_SELECTOR, ".settings .apply").send_keys(Keys.ENTER)
    WebDriverWait(page, PATIENCE).until(lambda driver: "sort=oldest" in driver.current_url)


def test_the_second_key_of_a_reader_without_a_pointer_may_lead_to_the_filters(page: Chrome, address: str) -> None:
    page.get(f"{address}/?q=ukraine")
    page.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB, Keys.TAB)
    assert page.switch_to.active_element.text == "Aller aux filtres"
    page.switch_to.active_element.send_keys(Keys.ENTER)
    page.switch_to.active_element.send_keys(Keys.TAB)
    assert page.switch_to.active_element.get_attribute("type") == "checkbox"


def test_completions_say_what_they_count(page: Chrome, address: str) -> None:
    page.get(address)
    page.find_element(By.ID, "q").send_keys("ukr")
    wait_for(page, "#suggestions [role=option]")
    counts = [each.text for each in page.find_elements(By.CSS_SELECTOR, "#suggestions .count")]
    assert counts[0] == "Pays · 2 articles"
    assert any("paragraphe" in count for count in counts[1:])


def test_paper_shows_what_was_asked_and_found_and_no_filters(page: Chrome, address: str) -> None:
    page.get(f"{address}/?q=ukraine&country=ua")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        hidden = [page.find_element(By.CSS_SELECTOR, each) for each in (".facets", ".settings", ".box button", "nav")]
        shown = [page.find_element(By.CSS_SELECTOR, each) for each in ("#q", ".active", ".hit")]
        assert [each.is_displayed() for each in (*hidden, *shown)] == [False] * 4 + [True] * 3
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_nothing_is_wider_than_a_phone(tmp_path: Path, address: str) -> None:
    phone = browser(tmp_path, width=390)
    try:
        long = "anticonstitutionnellement" * 8
        paths = ["/", "/?q=ukraine&organisation=otan", "/aide"]
        paths += [f"/?q={long}", f"/?q={long}&country={long}", f"/?sort={long}", f"/?source={long}"]
        phone.get(f"{address}/?q=ukraine")
        article = phone.find_element(By.CSS_SELECTOR, ".hit h2 a").get_attribute("href") or ""
        paths += ["/?q=ukraine+niger+avions+norvège", article.removeprefix(address)]
        for path in paths:
            phone.get(address + path)
            assert phone.execute_script("return [innerWidth, document.documentElement.scrollWidth]") == [390, 390], path
    finally:
        phone.quit()


def test_everything_works_without_javascript(tmp_path: Path, address: str) -> None:
    plain = browser(tmp_path, javascript=False)
    try:
        plain.get(f"{address}/?q=ukraine")
        plain.find_element(By.CSS_SELECTOR, "input[name=organisation][value=otan]").click()
        plain.find_element(By.CSS_SELECTOR, "button.apply").click()
        wait_for(plain, ".active li")
        assert titles(plain) == ["Sommet : l’Ukraine obtient des avions"]
        plain.find_element(By.CSS_SELECTOR, ".active a").click()
        WebDriverWait(plain, PATIENCE).until(lambda driver: len(titles(driver)) == 2)
        plain.find_element(By.CSS_SELECTOR, ".hit h2 a").click()
        wait_for(plain, "article .matched")
    finally:
        plain.quit()
