"""``claims doctor``: is everything in place?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import click

from claims_pipeline.errors import ClaimsError


@click.command()
@click.option("--warehouse", type=click.Path(path_type=Path), help="The ledger, X.duckdb. Default: as claims.toml says.")
def doctor(warehouse: Path | None) -> None:
    """Check Python, packages, settings, sources, languages, the model, the ledger and the alerts; exit code 1 when something is amiss."""
    checks: list[tuple[str, Callable[[], str]]] = [
        ("python", lambda: sys.version.split()[0]),
        ("packages", _packages),
        ("settings", _settings),
        ("sources", _sources),
        ("languages", _languages),
        ("model", _model),
        ("ledger", lambda: _ledger(warehouse)),
        ("alerts", lambda: _alerts(warehouse)),
    ]
    failed = 0
    for name, check in checks:
        try:
            click.echo(f"ok     {name:<10} {check()}")
        except ClaimsError as error:
            failed += 1
            click.echo(f"amiss  {name:<10} {error}")
    sys.exit(1 if failed else 0)


def _packages() -> str:
    return ", ".join(f"{name} {version(name)}" for name in ("dagster", "duckdb", "torch", "sentence-transformers"))


def _settings() -> str:
    from claims_pipeline import settings

    own = settings.load()
    return f"{own.root / 'claims.toml'}" if (own.root / "claims.toml").is_file() else "defaults (no claims.toml here)"


def _sources() -> str:
    from claims_pipeline import settings

    own = settings.load()
    for source in own.source_paths():
        if "://" not in source and not Path(source).exists():
            raise ClaimsError(f"source {source}", "no such file or folder", "Correct `sources` in claims.toml.")
    return ", ".join(own.sources)


def _languages() -> str:
    from claims_pipeline.quantities.language import codes

    return " ".join(codes())


def _model() -> str:
    from claims_pipeline.embeddings.encoder import embed_texts

    near = embed_texts(["## hostages are held", "## sandera ditahan", "the price of gold rose"])
    same, other = float(near[0] @ near[1]), float(near[0] @ near[2])
    if not same > other:
        raise ClaimsError(
            "embedding model", f"hostages~sandera {same:.3f}, hostages~gold {other:.3f}", "Delete the model cache and try again."
        )
    return f"bundled, {near.shape[1]} dimensions; hostages~sandera {same:.3f} above hostages~gold {other:.3f}"


def _ledger(warehouse: Path | None) -> str:
    from claims_pipeline import settings
    from claims_pipeline.report.summary import summary
    from claims_pipeline.warehouse import open_snapshot

    own = settings.load()
    path = warehouse or own.path(own.warehouse)
    if not path.exists():
        return f"none yet at {path}: `claims run` makes it"
    open_snapshot(path).close()
    return summary(path).splitlines()[0]


def _alerts(warehouse: Path | None) -> str:
    from claims_pipeline import settings
    from claims_pipeline.alerts.settings import checked
    from claims_pipeline.report.rows import rows
    from claims_pipeline.report.words import moment
    from claims_pipeline.warehouse import open_snapshot

    own = settings.load()
    alerts, path = checked(own.alerts), warehouse or own.path(own.warehouse)
    told = ", ".join(["flags.jsonl", "flags.atom", *(alerts.mail.to if alerts.mail else ()), *(["webhook"] if alerts.webhook else [])])
    if not path.exists():
        return f"to {told}; nothing told yet"
    with open_snapshot(path) as con:
        if not rows(con, "report/has_table", table="alert_outbox")[0]["there"]:
            return f"to {told}; nothing told yet"
        waiting = rows(con, "alerts/waiting")
        counts = {r["state"]: r["alerts"] for r in rows(con, "alerts/state_counts")}
    if stuck := [r for r in waiting if r["attempts"] >= alerts.report_after]:
        said = "; ".join(
            f"{r['alerts']} alerts wait for {r['channel']} {r['receiver']}".rstrip()
            + f" since {moment(r['since'])} UTC, tried {r['attempts']} times, last: {r['last_error']}"
            for r in stuck
        )
        raise ClaimsError("alerts", said, "Repair the receiver; every run tries again, `claims alerts --send` at once.")
    return f"to {told}; {counts.get('sent', 0)} sent, {counts.get('pending', 0)} waiting"
