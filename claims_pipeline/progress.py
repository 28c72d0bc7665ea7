"""How a long step says how far it is. The step calls; the command line or Dagster's log shows."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""``progress(step, done, total)``; total 0 means unknown. Called about once a batch, never per row."""


def silent(step: str, done: int, total: int) -> None:
    """The default: say nothing."""


LISTENERS: list[Progress] = []
"""Who hears of progress beside the log: the command line adds itself here."""


def announce(step: str, done: int, total: int) -> None:
    """Tell every listener."""
    for listener in LISTENERS:
        listener(step, done, total)
