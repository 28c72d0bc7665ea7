"""``claims review``: judge the linking or the flags on a page, and read the judgements back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from claims_pipeline.cli.reading import with_snapshot


@click.group()
def review() -> None:
    """Judge facts or flags on one HTML page, and read the judgements back as labels.

    \b
    claims review facts --sample 50 --out sheet.html    make a page, open it in a browser, export
    claims review read review-facts-ledger-0.json       read the export back
    """


def _sheet(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--out", type=click.Path(path_type=Path), help="The page. Default: review-KIND.html in this folder."),
        click.option("--seed", default=0, show_default=True, help="Another seed draws others; the same seed the same ones."),
        click.option("--sample", default=50, show_default=True, help="How many."),
    ):
        command = option(command)
    return with_snapshot(command)


@review.command()
@click.option("--multi-outlet", is_flag=True, help="Only facts that at least two outlets tell.")
@_sheet
def facts(multi_outlet: bool, sample: int, seed: int, out: Path | None, warehouse: Path) -> None:
    """Make a page with facts, their claims side by side, and facts beside them that could be the same."""
    from claims_pipeline.report.review import facts_sheet

    _write(out or Path("review-facts.html"), facts_sheet(warehouse, sample=sample, seed=seed, multi_outlet=multi_outlet, now=_now()))


@review.command()
@_sheet
def flags(sample: int, seed: int, out: Path | None, warehouse: Path) -> None:
    """Make a page with open flags and both sentences of each."""
    from claims_pipeline.report.review import flags_sheet

    _write(out or Path("review-flags.html"), flags_sheet(warehouse, sample=sample, seed=seed, now=_now()))


@review.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Also write all labelled pairs of the ledger there, for the fitting of weights."
)
@with_snapshot
def read(files: tuple[Path, ...], out: Path | None, warehouse: Path) -> None:
    """Read exported judgements (FILEs) into the ledger as labels, and print purity, completeness and the share of wanted flags."""
    from claims_pipeline import settings
    from claims_pipeline.report import judged
    from claims_pipeline.report.words import plural
    from claims_pipeline.warehouse import Warehouse, open_snapshot

    found = judged.read(list(files))
    open_snapshot(warehouse).close()
    ledger = Warehouse(warehouse, memory_limit=settings.load().memory_limit)
    pairs, flagged, foreign = judged.store(ledger, found)
    ledger.publish()
    click.echo("\n".join(judged.figures(found)))
    click.echo(f"Labels      {plural(pairs, 'pair')} of claims, {plural(flagged, 'flag')}")
    if foreign:
        click.echo(f"Left out    {plural(foreign, 'label')}: this ledger does not know the claims or flags")
    if out:
        total = judged.write_labels(ledger.path, out)
        click.echo(f"{out}: {plural(total, 'pair')}; `python -m claims_pipeline.facts.fit {warehouse} {out}` fits the weights on them")


def _write(out: Path, page: str) -> None:
    from claims_pipeline.errors import ClaimsError

    try:
        out.write_text(page, encoding="utf8")
    except OSError as error:
        raise ClaimsError(f"page {out}", error.strerror or str(error), "Give --out a file in an existing folder.") from error
    click.echo(f"{out}: open it in a browser, judge, export; then `claims review read FILE`")


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
