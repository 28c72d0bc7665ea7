"""The documentation is true: settings, links, and the project speaks of itself alone."""

import re
import subprocess
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from claims_pipeline.settings import Settings, load
from tests.conftest import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_setting_is_documented_with_its_default() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf8")
    documented = set(re.findall(r"^\| `\[?([a-z_]+)\]?` \|", page, re.MULTILINE))
    assert documented == {f.name for f in fields(Settings)} - {"root"}


def test_the_shipped_settings_load() -> None:
    own = load(ROOT / "claims.toml")
    assert own.root == ROOT and all(Path(p).exists() for p in own.source_paths())


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf8")):
        assert (page.parent / target).exists(), target


def test_dependencies_say_why() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf8")
    declared = tomllib.loads(text)["project"]["dependencies"]
    for requirement in declared:
        line = next(row for row in text.splitlines() if f'"{requirement}"' in row)
        assert "#" in line, f"{requirement} lacks its reason"


def test_the_lock_holds_every_dependency() -> None:
    locked = {row.split("==")[0].lower().replace("_", "-") for row in (ROOT / "requirements.lock").read_text().splitlines() if "==" in row}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    wanted = {re.split(r"[=<>!~\[]", r)[0].lower() for r in project["dependencies"] + project["optional-dependencies"]["dev"]}
    assert wanted <= locked, wanted - locked


def test_the_project_speaks_of_itself_alone() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    files = [ROOT / name for name in listed.stdout.splitlines()] if listed.returncode == 0 else []
    foreign = re.compile("/" + "work/|" + r"\.\./" + "shared|" + "pypi" + r"\.org|files\.python" + "hosted", re.IGNORECASE)
    for file in files:
        if file.is_file() and file.suffix in {".py", ".sql", ".md", ".toml", ".yaml", ".sh", ""}:
            text = file.read_text(encoding="utf8", errors="replace")
            assert not foreign.search(text), f"{file.relative_to(ROOT)}: {foreign.search(text)}"
