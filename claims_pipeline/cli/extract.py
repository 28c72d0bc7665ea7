"""``claims extract`` and ``claims explain``: text in, JSON lines or words out; no warehouse."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from claims_pipeline.errors import ClaimsError
from claims_pipeline.records import Rejected

if TYPE_CHECKING:
    from claims_pipeline.articles.readers import Batch
    from claims_pipeline.records import Article, Quantity

KEYS = (
    "article_id", "field", "start", "end", "text", "value", "low", "high", "bound", "noun", "unit", "kind", "is_claim", "attribute",
    "measure", "modality", "attributed_to", "scope", "place", "as_of", "sentence", "lang",
)  # fmt: skip
"""The keys of an output line, in order."""


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--all", "every", is_flag=True, help="Also the quantities that are no claims: dates, ages, scores, identifiers.")
@click.option("--output", type=click.Path(path_type=Path), help="Write there instead of to standard output.")
def extract(inputs: tuple[str, ...], every: bool, output: Path | None) -> None:
    """Print the claims of INPUTs as JSON lines: .jsonl, .txt, .html and the other formats, or - for JSON lines on standard input."""
    rejected = 0
    with output.open("w", encoding="utf8") if output else click.open_file("-", "w", encoding="utf8") as out:
        for item in _articles(inputs):
            if isinstance(item, Rejected):
                rejected += 1
                click.echo(f"claims: {item.source} {item.position}: {item.reason}", err=True)
            else:
                _write(item, every, out)
    if rejected:
        click.echo(f"claims: {rejected} of the inputs could not be read", err=True)


def _articles(inputs: tuple[str, ...]) -> Iterator[Article | Rejected]:
    from claims_pipeline.articles.clean import to_article
    from claims_pipeline.articles.readers import read_sources, read_stream

    now = datetime.now(UTC).replace(tzinfo=None)
    for name in inputs:
        batches: Iterable[Batch]
        if name == "-":
            batches = read_stream(click.open_file("-", "r", encoding="utf8"), first_seen_at=now)
        else:
            batches = (batch for file in read_sources([name], first_seen_at=now) for batch in file.batches)
        for batch in batches:
            yield from batch.rejected
            for record in batch.records:
                yield to_article(record)


def _write(article: Article, every: bool, out: IO[Any]) -> None:
    from claims_pipeline.quantities.api import extract_article

    found = extract_article(
        article.title, article.text, lang=article.lang, published_at=article.published_at, dateline_place=article.dateline_place
    )
    for quantity in found:
        if every or quantity.is_claim:
            out.write(json.dumps(_line(article.article_id, quantity), ensure_ascii=False) + "\n")


def _line(article_id: str, quantity: Quantity) -> dict[str, object]:
    row = {key: getattr(quantity, key) for key in KEYS if key != "article_id"}
    row["as_of"] = quantity.as_of.isoformat() if quantity.as_of else None
    return {"article_id": article_id, **row}


@click.command()
@click.argument("text")
@click.option("--lang", help="ISO code; found from the text when absent.")
@click.option("--published", help="Publication date, YYYY-MM-DD, that relative dates refer to.")
def explain(text: str, lang: str | None, published: str | None) -> None:
    """Explain the quantities of one TEXT: each interval, what is counted, and which rules fired."""
    from claims_pipeline.quantities import extract as read

    try:
        when = datetime.fromisoformat(published) if published else None
    except ValueError as error:
        raise ClaimsError(f"--published {published}", "not a date", "Write it as 2023-11-06.") from error
    found = read(text, lang=lang, published_at=when)
    if not found:
        click.echo("no quantity")
    for quantity in found:
        click.echo(_explained(quantity))


def _explained(q: Quantity) -> str:
    interval = f"{'-∞' if q.low is None else f'{q.low:,.10g}'} .. {'∞' if q.high is None else f'{q.high:,.10g}'}"
    if q.low is None and q.high is None:
        interval = "no number"
    said = [
        ("is", f"{q.kind}, {'a claim' if q.is_claim else 'no claim'}"),
        ("interval", f"{interval}  ({q.bound})"),
        ("counted", q.noun),
        ("unit", q.unit),
        ("attribute", q.attribute),
        ("measure", q.measure if q.is_claim else None),
        ("modality", q.modality if q.is_claim else None),
        ("said by", q.attributed_to),
        ("scope", q.scope),
        ("place", q.place),
        ("as of", q.as_of),
        ("rules", ", ".join(q.rules)),
    ]
    return "\n".join([f"«{q.text}» at {q.start}-{q.end}, {q.lang}"] + [f"  {name:<10} {value}" for name, value in said if value])
