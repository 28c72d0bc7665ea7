"""The ``claims`` command as a person meets it: help, extraction, errors that say what to do, the everyday questions."""

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from claims_pipeline.cli import _COMMANDS, cli
from tests.conftest import ROOT, Project

CONTRACT = (
    "article_id field start end text value low high bound noun unit kind is_claim attribute measure modality "
    "attributed_to scope place as_of sentence lang"
)


def claims(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, list(arguments), input=stdin)


@pytest.mark.parametrize("name", _COMMANDS)
def test_every_command_has_help_and_documentation(name: str) -> None:
    result = claims(name, "--help")
    assert result.exit_code == 0 and len(result.output.splitlines()) > 3
    assert f"claims {name}" in (ROOT / "docs" / "commands.md").read_text(encoding="utf8")


def test_extract_reads_json_lines_from_standard_input() -> None:
    article = {
        "id": "a1",
        "lang": "en",
        "title": "Flood kills 12",
        "text": "At least 12 people were killed in Lima on Friday.",
        "published_at": "2024-03-02",
    }
    result = claims("extract", "-", stdin=json.dumps(article) + "\n")
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [list(row) for row in rows] == [CONTRACT.split()] * len(rows)
    body = next(row for row in rows if row["field"] == "text")
    assert (body["value"], body["low"], body["high"], body["bound"], body["attribute"]) == (12, 12, None, "at_least", "killed")
    assert article[body["field"]][body["start"] : body["end"]] == body["text"]


def test_extract_all_prints_what_is_no_claim_too() -> None:
    article = json.dumps({"id": "a", "lang": "en", "text": "On 3 May 2024, 40 soldiers left."})
    every = [json.loads(line) for line in claims("extract", "-", "--all", stdin=article).stdout.splitlines()]
    only = [json.loads(line) for line in claims("extract", "-", stdin=article).stdout.splitlines()]
    assert {row["kind"] for row in every if not row["is_claim"]} == {"date"}
    assert [row["text"] for row in only] == ["40"]


def test_extract_goes_on_after_a_broken_line() -> None:
    lines = '{"id": "a", "lang": "en", "text": "Seven ships sank."}\n{"id": broken\n{"id": "c", "lang": "en", "text": "Nine ships sank."}\n'
    result = claims("extract", "-", stdin=lines)
    assert [json.loads(line)["article_id"] for line in result.stdout.splitlines()] == ["a", "c"]
    assert "line 2" in result.stderr


def test_explain_says_which_rules_fired() -> None:
    result = claims("explain", "More than 200 hostages were taken.", "--lang", "en")
    assert "201 .. ∞  (more_than)" in result.output and "hostages" in result.output and "rules" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract", "absent.jsonl"], "absent.jsonl: no such file"),
        (["run", "absent-folder", "--warehouse", "w.duckdb"], "absent-folder: no such file or folder"),
        (["facts", "--warehouse", "absent.duckdb"], "claims run"),
        (["explain", "Two men left", "--published", "May"], "Write it as 2023-11-06"),
    ],
)
def test_wrong_arguments_name_themselves_and_the_remedy(arguments: list[str], said: str, tmp_path: Path) -> None:
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        result = claims(*arguments)
    finally:
        os.chdir(before)
    assert said in str(result.exception)
    assert not list(tmp_path.iterdir()), "a run that stops at once leaves nothing"


def test_the_everyday_questions_answer(newsroom: Project) -> None:
    facts = newsroom.claims("facts", "hostages")
    assert facts.exit_code == 0 and "hostages" in facts.output
    fact_id = next(word for line in facts.output.splitlines() for word in line.split()[:1] if re.fullmatch(r"f[0-9a-f]{12}", word))
    shown = newsroom.claims("show", fact_id)
    assert shown.exit_code == 0 and fact_id in shown.output
    flags = newsroom.claims("drift", "--relation", "magnitude_slip")
    assert flags.exit_code == 0 and "digits or scale slipped" in flags.output
    found = newsroom.claims("search", "sandera Rusia")
    assert found.exit_code == 0 and "Sandera Rusia" in found.output and "России" in found.output, found.output
    assert "line" in newsroom.claims("rejected").output
