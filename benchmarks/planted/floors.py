"""Floors: what the default world must reach in each mode, so that a change that loses slips or cries wolf is seen."""

from __future__ import annotations

import tomllib
from pathlib import Path

from benchmarks.planted.score import Scores

FILE = Path(__file__).with_name("floors.toml")
CEILINGS = {"false_alarms"}
"""Figures of which less is better."""
SLACK = {"recall": 0.02, "precision": 0.02, "false_alarms": 1.0}
"""One slip or one matter more or less in a small world is no fall."""


def figures(scores: Scores) -> dict[str, float]:
    """The three figures that are held: recall and precision as means of the classes, false alarms per hundred clean facts."""
    return {"recall": scores.mean_recall(), "precision": scores.mean_precision(), "false_alarms": scores.alarms_per_hundred()}


def read(file: Path = FILE) -> dict[str, dict[str, float]]:
    """Floors by mode."""
    return tomllib.loads(file.read_text(encoding="utf8"))


def fallen(mode: str, now: dict[str, float], file: Path = FILE) -> list[str]:
    """What is worse than its floor, in words."""
    held = read(file).get(mode, {})
    out = []
    for name, floor in held.items():
        if (now[name] > floor) if name in CEILINGS else (now[name] < floor):
            out.append(f"{mode} {name} {now[name]:.3f}, {'ceiling' if name in CEILINGS else 'floor'} {floor:.3f}")
    return out


def lift(mode: str, now: dict[str, float], file: Path = FILE) -> None:
    """Write the floors that the figures allow; a floor never gets easier."""
    held = read(file) if file.exists() else {}
    own = held.setdefault(mode, {})
    for name, value in now.items():
        near = value + SLACK[name] if name in CEILINGS else value - SLACK[name]
        better = min if name in CEILINGS else max
        own[name] = round(better(near, own.get(name, near)), 3)
    text = "# What the default world must reach; a floor never gets easier. Raise: python -m benchmarks.planted --raise [--mode rules]\n"
    for name, values in sorted(held.items()):
        text += f"\n[{name}]\n" + "".join(f"{k} = {v}\n" for k, v in values.items())
    file.write_text(text, encoding="utf8")
