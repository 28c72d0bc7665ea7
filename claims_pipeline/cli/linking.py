"""``claims why``, ``pin``, ``cut``, ``decisions``: why claims are one fact, and the analyst's last word on it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from claims_pipeline.cli.reading import with_snapshot

STEPS = ("facts", "fact_timeline", "drift", "verdicts", "snapshot")
"""What a decision on claims changes."""


def _deciding(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--later", is_flag=True, help="Only note it; the next `claims run` applies it."),
        click.option("--by", help="Who decides; kept beside the decision."),
        click.option("--note", help="Why; kept beside the decision."),
    ):
        command = option(command)
    return with_snapshot(command)


@click.command()
@click.argument("claim_a", metavar="CLAIM")
@click.argument("claim_b", metavar="CLAIM")
@with_snapshot
def why(claim_a: str, claim_b: str, warehouse: Path) -> None:
    """Say why two CLAIMs (ids, or ARTICLE:START) are one fact or two: what speaks for and against, how likely, and how they met."""
    from claims_pipeline.report import why as whys

    click.echo(whys.as_text(whys.why(warehouse, claim_a, claim_b)))


@click.command()
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM CLAIM...")
@_deciding
def pin(claims: tuple[str, ...], note: str | None, by: str | None, later: bool, warehouse: Path) -> None:
    """Decide that CLAIMs (ids, or ARTICLE:START) answer one question; it survives every later run."""
    _decide("pin", claims, note, by, later, warehouse)


@click.command()
@click.argument("claim_a", metavar="CLAIM")
@click.argument("claim_b", metavar="CLAIM")
@_deciding
def cut(claim_a: str, claim_b: str, note: str | None, by: str | None, later: bool, warehouse: Path) -> None:
    """Decide that two CLAIMs (ids, or ARTICLE:START) never share a fact; it survives every later run."""
    _decide("cut", (claim_a, claim_b), note, by, later, warehouse)


@click.command()
@click.option("--undo", nargs=2, metavar="CLAIM CLAIM", help="Withdraw the decision on this pair.")
@click.option("--all", "every", is_flag=True, help="Also the decisions that were withdrawn.")
@_deciding
def decisions(undo: tuple[str, str] | None, every: bool, note: str | None, by: str | None, later: bool, warehouse: Path) -> None:
    """List what analysts pinned and cut, by whom, why, and whether the facts say so yet; or withdraw one."""
    from claims_pipeline.errors import ClaimsError
    from claims_pipeline.report import decisions as kept

    if undo:
        pair = sorted(row["claim_id"] for row in kept.named(warehouse, undo))
        if not any([d["claim_a"], d["claim_b"]] == pair for d in kept.decisions(warehouse)):
            raise ClaimsError(f"claims {' and '.join(pair)}", "no decision on this pair", "`claims decisions` lists the pairs.")
        _decide("none", undo, note, by, later, warehouse)
    else:
        click.echo(kept.as_text(kept.decisions(warehouse, withdrawn=every)))


def _decide(kind: str, names: tuple[str, ...], note: str | None, by: str | None, later: bool, warehouse: Path) -> None:
    from claims_pipeline import settings
    from claims_pipeline.facts import decide
    from claims_pipeline.report import decisions as kept
    from claims_pipeline.report import naming
    from claims_pipeline.warehouse import Warehouse

    ledger = Warehouse(warehouse, memory_limit=settings.load().memory_limit)
    found = kept.named(ledger.path, names)
    pairs = list(pairwise(row["claim_id"] for row in found))
    kept.must_agree(ledger.path, **({"pins": pairs} if kind == "pin" else {"cuts": pairs} if kind == "cut" else {}))
    for a, b in pairs:
        decide(ledger, a, b, kind, note, by)
    word = {"pin": "pinned together", "cut": "cut apart", "none": "left to the rules again"}[kind]
    click.echo(f"{word}:\n" + "\n".join(f"  {row['claim_id']}  {naming.told(row)}" for row in found))
    if later:
        ledger.publish()
        click.echo("the next `claims run` applies it")
        return
    from claims_pipeline.cli.run import bring_up_to_date

    bring_up_to_date(ledger.path, STEPS)
    after = {row["claim_id"]: row["fact_id"] for row in kept.named(ledger.path, [row["claim_id"] for row in found])}
    facts = sorted(set(filter(None, after.values())))
    click.echo(f"now {'one fact' if len(facts) == 1 else f'{len(facts)} facts'}: {', '.join(facts)}")


@click.command("why-root")
@click.argument("article_a", metavar="ARTICLE")
@click.argument("article_b", metavar="ARTICLE")
@with_snapshot
def why_root(article_a: str, article_b: str, warehouse: Path) -> None:
    """Say why two ARTICLEs (ids or addresses) count as one witness or as two: credits, copied text, figures, and the way between."""
    from claims_pipeline.report import why_root as roots

    click.echo(roots.as_text(roots.why_root(warehouse, article_a, article_b)))
