"""The ``claims`` command. Each command imports what it needs when it runs, so that ``--help`` is quick."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from claims_pipeline import __version__
from claims_pipeline.errors import ClaimsError

_COMMANDS = {
    "extract": ("extract", "extract"),
    "explain": ("extract", "explain"),
    "run": ("run", "run"),
    "facts": ("reading", "facts"),
    "show": ("reading", "show"),
    "drift": ("reading", "drift"),
    "search": ("reading", "search"),
    "why": ("linking", "why"),
    "why-root": ("linking", "why_root"),
    "pin": ("linking", "pin"),
    "cut": ("linking", "cut"),
    "decisions": ("linking", "decisions"),
    "review": ("review", "review"),
    "rejected": ("reading", "rejected"),
    "decide": ("decide", "decide"),
    "alerts": ("alerts", "alerts"),
    "report": ("reading", "report"),
    "doctor": ("doctor", "doctor"),
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command = getattr(__import__(f"claims_pipeline.cli.{module}", fromlist=[name]), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claims")
def cli() -> None:
    """The ledger of every figure in the news: claims, facts, and where the numbers drift."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point: a :class:`ClaimsError` ends with one clear line and exit code 2, a closed pipe silently."""
    try:
        cli(args=None if arguments is None else list(arguments), standalone_mode=True)
    except ClaimsError as error:
        click.echo(f"claims: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
