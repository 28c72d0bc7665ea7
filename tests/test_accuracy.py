"""Accuracy is a gate: no figure may fall below the floor that stands beside its data."""

import tomllib

import pytest

from benchmarks import accuracy, newsroom
from tests.conftest import Project


def test_the_extractor_stands_above_its_floors(capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main([]) == 0, capsys.readouterr().out
    floors = tomllib.loads(accuracy.FLOORS.read_text(encoding="utf8"))
    assert {"en", "id"} <= set(floors)


def test_the_sample_ledger_stands_above_its_floors(newsroom_ledger: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert newsroom.main([newsroom_ledger]) == 0, capsys.readouterr().out
    assert len(tomllib.loads(newsroom.FLOORS.read_text(encoding="utf8"))) >= 7


@pytest.fixture
def newsroom_ledger(newsroom: Project) -> str:
    return str(newsroom.ledger)


def test_a_fallen_figure_is_named() -> None:
    fallen = accuracy.below("en", {"value": 0.5, "traps": 0.2}, {"en": {"value": 0.6, "traps": 0.1}})
    assert len(fallen) == 2 and "en value: 0.500, floor 0.600" in fallen[0]


def test_a_floor_only_goes_up() -> None:
    floors = {"en": {"value": 0.9, "traps": 0.01}}
    assert accuracy.raised("en", {"value": 0.8, "traps": 0.05}, floors) == {"value": 0.9, "traps": 0.01}
    assert accuracy.raised("en", {"value": 0.95, "traps": 0.0}, floors) == {"value": 0.945, "traps": 0.005}
