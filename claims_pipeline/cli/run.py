"""``claims run``: the whole graph through Dagster, on the embedded defaults."""

from __future__ import annotations

import logging
import os
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claims_pipeline.errors import ClaimsError

if TYPE_CHECKING:
    import dagster as dg


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--warehouse", "warehouse", type=click.Path(path_type=Path), help="The ledger, X.duckdb. Default: as claims.toml says.")
@click.option(
    "--report",
    "report",
    type=click.Path(path_type=Path),
    help="Folder of the report. Default: as claims.toml says, or report/ beside the warehouse.",
)
@click.option("--model", help="Embedding model: bundled, or a sentence-transformers name or folder.")
@click.option("--quiet", is_flag=True, help="No progress, only the summary.")
def run(sources: tuple[str, ...], warehouse: Path | None, report: Path | None, model: str | None, quiet: bool) -> None:
    """Read SOURCEs (files, folders, URLs; default: those of claims.toml) and bring the whole ledger up to date."""
    from claims_pipeline import progress, settings
    from claims_pipeline.report.summary import summary

    _hush()

    own = settings.load()
    ledger = (warehouse or own.path(own.warehouse)).resolve()
    folder = (report or (ledger.parent / "report" if warehouse else own.path(own.report))).resolve()
    paths = [s if "://" in s else str(Path(s).resolve()) for s in sources] or own.source_paths()
    _must_exist(paths)
    config = _run_config(ledger, folder, paths, model or "")
    began = time.monotonic()
    shown = _Shown(quiet)
    progress.LISTENERS.append(shown)
    try:
        _materialise(config, ledger, shown)
    finally:
        progress.LISTENERS.remove(shown)
    shown.close()
    click.echo(summary(ledger))
    click.echo(f"\nledger  {ledger}\nreport  {folder / 'index.html'}\ntime    {time.monotonic() - began:.1f} s")


def _hush() -> None:
    """Silence what libraries say to their programmers: notes on beta parameters and default prompts."""
    warnings.filterwarnings("ignore", module="dagster.*")
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


def _must_exist(paths: list[str]) -> None:
    for path in paths:
        if "://" not in path and not Path(path).exists():
            raise ClaimsError(f"source {path}", "no such file or folder", "Give an existing path, or a http(s) URL.")


def bring_up_to_date(ledger: Path, assets: Sequence[str], report: Path | None = None) -> None:
    """Materialise some assets of the graph for the ledger at ``ledger``: what an analyst's decision changes. Says nothing but errors."""
    from dagster import AssetKey

    from claims_pipeline.definitions import defs

    _hush()
    job = defs().get_repository_def().get_job("ledger_job")
    with _instance() as instance:
        _execute(job, instance, _run_config(ledger, report, [], ""), [AssetKey(name) for name in assets], {}, _Shown(quiet=True))


def _run_config(ledger: Path, report: Path | None, sources: list[str], model: str) -> dict[str, Any]:
    config = {"warehouse_path": str(ledger), "report_path": str(report or ""), "sources": sources, "model": model}
    return {"resources": {"ledger": {"config": config}}, "loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}


def _materialise(run_config: dict[str, Any], ledger: Path, shown: _Shown) -> None:
    """First the sources are read; then the days that hold something new; then what all days share."""
    from claims_pipeline.definitions import defs
    from claims_pipeline.defs.automation import READ, rest_of
    from claims_pipeline.defs.partitions import DAYS, range_tags, stale_days, stretches
    from claims_pipeline.warehouse import Warehouse

    job = defs().get_repository_def().get_job("ledger_job")
    daily = [key for key in rest_of(job) if job.asset_layer.get(key).partitions_def == DAYS]
    shared = [key for key in rest_of(job) if key not in daily]
    with _instance() as instance:
        _execute(job, instance, run_config, READ, {}, shown)
        for first, last in stretches(stale_days(Warehouse(ledger))):
            _execute(job, instance, run_config, daily, range_tags(first, last), shown)
        _execute(job, instance, run_config, shared, {}, shown)


def _execute(
    job: dg.JobDefinition,
    instance: dg.DagsterInstance,
    config: dict[str, Any],
    keys: list[dg.AssetKey],
    tags: dict[str, str],
    shown: _Shown,
) -> None:
    result = job.execute_in_process(instance=instance, run_config=config, asset_selection=keys, tags=tags, raise_on_error=False)
    for evaluation in result.get_asset_check_evaluations():
        if not evaluation.passed:
            rows = evaluation.metadata["rows that break the rule"].value
            shown.line(f"check {evaluation.asset_key.to_user_string()}: {evaluation.check_name} found {rows} rows")
    if not result.success:
        failed = next((e for e in result.all_events if e.is_step_failure), None)
        error = failed.step_failure_data.error if failed else None
        while error and error.cause:
            error = error.cause
        name = failed.step_key if failed else "the run"
        if os.environ.get("CLAIMS_TRACE") and error:
            click.echo(error.to_string(), err=True)
        raise ClaimsError(
            f"step {name}",
            (error.message.strip() if error else "it did not finish"),
            "What was written before is kept; repair the cause and run again (CLAIMS_TRACE=1 shows where it happened).",
        )


def _instance() -> Any:
    """DAGSTER_HOME, else the dagster.yaml of this folder, else one that lives as long as the run."""
    from dagster import DagsterInstance

    logging.getLogger("dagster").setLevel(logging.ERROR)
    if os.environ.get("DAGSTER_HOME"):
        return DagsterInstance.get()
    if Path("dagster.yaml").is_file():
        return DagsterInstance.from_config(str(Path.cwd()))
    return DagsterInstance.ephemeral()


class _Shown:
    """Progress on standard error: one line a step, rewritten in place on a terminal."""

    def __init__(self, quiet: bool) -> None:
        self.quiet, self.terminal = quiet, sys.stderr.isatty()
        self.step, self.began, self.last = "", time.monotonic(), ""

    def __call__(self, step: str, done: int, total: int) -> None:
        if step != self.step:
            self.close()
            self.step, self.began = step, time.monotonic()
        of = f"{done:,} of {total:,}" if total else f"{done:,}"
        self.last = f"{step:<18} {of:>22} {time.monotonic() - self.began:6.1f} s"
        if self.terminal and not self.quiet:
            click.echo(f"\r{self.last}", err=True, nl=False)

    def line(self, text: str) -> None:
        self.close()
        click.echo(text, err=True)

    def close(self) -> None:
        """End the current step's line."""
        if self.last and not self.quiet:
            click.echo("" if self.terminal else self.last, err=True)
        self.last = self.step = ""
