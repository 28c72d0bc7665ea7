"""What all tests share: the sample newsroom run once through Dagster, on the real model."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def _offline() -> None:
    """No test may reach a hub."""
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1")


class Project:
    """A folder with settings of its own, the sample newsroom, and the ``claims`` command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ledger = folder / "out" / "ledger.duckdb"

    def claims(self, *arguments: str, stdin: str | None = None) -> Result:
        """Run ``claims ARGUMENTS`` in the folder; an unexpected exception is raised."""
        from claims_pipeline.cli import cli

        before = Path.cwd()
        os.chdir(self.folder)
        try:
            result = CliRunner().invoke(cli, list(arguments), input=stdin)
        finally:
            os.chdir(before)
        return result


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The sample newsroom after one ``claims run``. Tests only read it."""
    folder = tmp_path_factory.mktemp("newsroom")
    shutil.copytree(ROOT / "data", folder / "data")
    for name in ("claims.toml", "dagster.yaml"):
        shutil.copy(ROOT / name, folder / name)
    project = Project(folder)
    result = project.claims("run", "--quiet")
    assert result.exit_code == 0, result.output + repr(result.exception)
    yield project
