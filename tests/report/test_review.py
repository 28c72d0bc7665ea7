"""Review sheets in a real browser: judge, export, read back; the figures that the judgements give."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest

from claims_pipeline.errors import ClaimsError
from claims_pipeline.report import judged
from tests.conftest import Project
from tests.report.test_browser import browser  # noqa: F401


@pytest.fixture(scope="module")
def own(newsroom: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the newsroom that labels are read into."""
    copy = Project(tmp_path_factory.mktemp("review") / "copy")
    shutil.copytree(newsroom.folder, copy.folder)
    return copy


@pytest.fixture(scope="module")
def page(own: Project) -> Path:
    made = own.claims("review", "facts", "--sample", "8", "--multi-outlet", "--out", "sheet.html")
    assert made.exit_code == 0, made.output + repr(made.exception)
    return own.folder / "sheet.html"


def test_the_seed_alone_draws_the_sample(own: Project, page: Path) -> None:
    def drawn(*more: str) -> list[str]:
        own.claims("review", "facts", "--sample", "8", "--multi-outlet", "--out", "again.html", *more)
        return [part.split('"')[0] for part in (own.folder / "again.html").read_text(encoding="utf8").split('data-fact="')[1:]]

    first = drawn()
    assert len(first) == 8 and first == drawn() and first != drawn("--seed", "1")
    text = page.read_text(encoding="utf8")
    assert 'http-equiv="Content-Security-Policy" content="default-src \'none\'' in text
    assert "src=" not in text.replace("default-src", "").replace("style-src", "").replace("script-src", "").replace("img-src", "")


@pytest.mark.browser
def test_judged_in_a_browser_and_read_back(own: Project, page: Path, browser: Any, tmp_path: Path) -> None:  # noqa: F811
    browser.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    browser.get_log("browser")
    browser.get(page.as_uri())
    assert browser.get_log("browser") == []
    items = browser.find_elements("css selector", ".item")
    assert len(items) == 8
    marks = browser.execute_script("return [...document.querySelectorAll('.own [data-claim]')].map(c => c.querySelectorAll('mark').length)")
    assert marks and set(marks) == {1}, "each claim shows its number"
    browser.find_element("id", "by").send_keys("Ana")
    large = max(items, key=lambda i: len(i.find_elements("css selector", ".own [data-claim]")))
    for item in items:
        if item != large:
            click(browser, item.find_element("css selector", ".verdict input[value=pure]"))
    odd = large.find_elements("css selector", ".own [data-claim]")[0]
    click(browser, odd.find_element("css selector", ".is-odd"))
    assert large.find_element("css selector", ".verdict input[value=impure]").is_selected(), "an odd claim makes the fact impure"
    for near in browser.find_elements("css selector", ".near"):
        click(browser, near.find_element("css selector", "input[value=two]"))
    one = browser.find_elements("css selector", ".near")[0]
    click(browser, one.find_element("css selector", "input[value=one]"))
    assert browser.find_element("id", "progress").text == "8 of 8 judged"
    browser.refresh()
    assert browser.find_element("id", "progress").text == "8 of 8 judged", "what was entered survives a reload"
    click(browser, browser.find_element("id", "export"))
    exported = tmp_path / "review-facts-ledger-0.json"
    for _ in range(100):
        if exported.exists():
            break
        time.sleep(0.1)
    raw = json.loads(exported.read_text(encoding="utf8"))
    assert raw["judged_by"] == "Ana" and [len(i["odd"]) for i in raw["items"]].count(1) == 1

    said = own.claims("review", "read", str(exported), "--out", "labels.jsonl")
    assert said.exit_code == 0, said.output + repr(said.exception)
    assert "Pure        7 of 8 (0.88)" in said.output and "Missed      1 of " in said.output
    labels = [json.loads(line) for line in (own.folder / "labels.jsonl").read_text().splitlines()]
    ident = odd_of(raw)
    against = [pair for pair in labels if ident in (pair["claim_a"], pair["claim_b"])]
    assert against and not any(pair["same"] for pair in against) and any(pair["same"] for pair in labels)
    with duckdb.connect(str(own.ledger), read_only=True) as con:
        assert con.execute("SELECT count(*), any_value(judged_by) FROM fact_labels").fetchone() == (len(labels), "Ana")
    again = own.claims("review", "read", str(exported), "--out", "labels.jsonl")
    assert again.output == said.output, "reading a sheet twice counts it once"

    from claims_pipeline.facts.fit import labels_of

    read = labels_of(own.ledger, own.folder / "labels.jsonl")
    assert sorted(read.same.tolist()) == sorted(pair["same"] for pair in labels)


def click(browser: Any, element: Any) -> None:  # noqa: F811
    """Below the bar that stays at the top, as a reader scrolls."""
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def odd_of(raw: dict[str, Any]) -> str:
    return str(next(item["odd"][0] for item in raw["items"] if item["odd"]))


@pytest.mark.browser
def test_flags_judged_in_a_browser(own: Project, browser: Any, tmp_path: Path) -> None:  # noqa: F811
    own.claims("review", "flags", "--sample", "5", "--out", "flags.html")
    browser.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    browser.get_log("browser")
    browser.get((own.folder / "flags.html").as_uri())
    items = browser.find_elements("css selector", ".item")
    assert len(items) == 5 and browser.get_log("browser") == []
    for item in items[:3]:
        click(browser, item.find_element("css selector", ".verdict input[value=wanted]"))
    click(browser, items[3].find_element("css selector", ".reason option[value=wrong_link]"))
    click(browser, browser.find_element("id", "export"))
    exported = tmp_path / "review-flags-ledger-0.json"
    for _ in range(100):
        if exported.exists():
            break
        time.sleep(0.1)
    said = own.claims("review", "read", str(exported))
    assert "Flags       4 of 5 judged" in said.output and "Wanted      3 of 4 (0.75)" in said.output
    assert "Not wanted  1 wrong link" in said.output
    with duckdb.connect(str(own.ledger), read_only=True) as con:
        assert con.execute("SELECT count(*) FILTER (wanted), count(*) FROM flag_labels").fetchone() == (3, 4)


def fact(verdict: str | None, odd: list[str], near: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    return {"fact_id": "f", "verdict": verdict, "claims": ["c", "a", "b"], "odd": odd, "near": near or [], "note": None}


def test_pairs_of_a_judged_fact() -> None:
    assert judged.pairs(fact("pure", [])) == {("a", "b"): (True, 0.5), ("a", "c"): (True, 0.5), ("b", "c"): (True, 0.5)}
    assert judged.pairs(fact("impure", ["b"])) == {("a", "c"): (True, 0.5), ("b", "c"): (False, 0.5), ("a", "b"): (False, 0.5)}
    assert judged.pairs(fact("impure", [])) == judged.pairs(fact("unsure", [])) == judged.pairs(fact(None, [])) == {}
    beside = [{"fact_id": "n", "verdict": "one", "claims": ["x"]}, {"fact_id": "m", "verdict": "unsure", "claims": ["y"]}]
    found = judged.pairs(fact("impure", ["b"], beside))
    assert found["a", "x"] == found["c", "x"] == (True, 0.5) and ("b", "x") not in found and ("a", "y") not in found


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kind": "facts", "items": [{}]}', "<!doctype html>"])
def test_a_file_that_is_no_sheet_names_itself(tmp_path: Path, text: str) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(text)
    with pytest.raises(ClaimsError, match=r"sheet .*wrong\.json"):
        judged.read([file])
    with pytest.raises(ClaimsError, match="No such file"):
        judged.read([tmp_path / "absent.json"])


def test_a_sheet_of_another_ledger_gives_no_labels(own: Project, tmp_path: Path) -> None:
    item = fact("pure", [])
    file = tmp_path / "foreign.json"
    file.write_text(json.dumps({"kind": "facts", "judged_by": None, "exported_at": "2024-01-02T03:04:05.000Z", "items": [item]}))
    said = own.claims("review", "read", str(file))
    assert "Left out    3 labels" in said.output and "Pure        1 of 1" in said.output


def test_labels_outlive_a_rebuild() -> None:
    from claims_pipeline.warehouse.schema import KEPT

    assert {"fact_labels", "flag_labels"} <= KEPT


def test_a_sample_of_nothing_and_a_folder_that_is_not_there(own: Project) -> None:
    assert "Give 1 or more" in str(own.claims("review", "flags", "--sample", "0").exception)
    assert "existing folder" in str(own.claims("review", "flags", "--out", "absent/x.html").exception)
