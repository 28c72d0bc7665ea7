"""DuckDB: open, write, publish, and run a file of ``sql/``."""

from claims_pipeline.warehouse.sql import run, statement
from claims_pipeline.warehouse.store import Warehouse, open_snapshot, transaction

__all__ = ["Warehouse", "open_snapshot", "run", "statement", "transaction"]
