"""The examples of docs/commands.md run as they stand there, in order, and answer what they show."""

import re
import shlex
import shutil

import pytest

from tests.conftest import ROOT, Project

BLOCKS = re.findall(r"^```console\n(.*?)^```", (ROOT / "docs" / "commands.md").read_text(encoding="utf8"), re.MULTILINE | re.DOTALL)
EXAMPLES = [part.split("\n", 1) for block in BLOCKS for part in block.split("$ ") if part.strip()]


def shown(said: str) -> re.Pattern[str]:
    """What an example shows as a pattern: "…" is anything, also whole lines."""
    return re.compile(".*?".join(re.escape(part.strip()) for part in said.split("…")), re.DOTALL)


@pytest.fixture(scope="module")
def own(newsroom: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    copy = Project(tmp_path_factory.mktemp("documented") / "copy")
    shutil.copytree(newsroom.folder, copy.folder)
    return copy


def test_the_examples_answer_what_they_show(own: Project) -> None:
    assert len(EXAMPLES) >= 8
    for command, said in EXAMPLES:
        program, *arguments = shlex.split(command)
        assert program == "claims"
        result = own.claims(*arguments)
        assert result.exit_code == 0, f"{command}\n{result.output}{result.exception!r}"
        assert shown(said).search(result.output), f"{command}\n{result.output}"


def test_the_examples_show_what_differs() -> None:
    assert shown("a …\nend\n").search("a 1\nb\nend\n") and not shown("a …\nend\n").search("a 1\nb\n")
