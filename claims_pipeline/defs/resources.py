"""What the assets share: where the ledger lies and what it reads."""

from pathlib import Path

import dagster as dg
from pydantic import Field

from claims_pipeline import settings
from claims_pipeline.settings import Settings
from claims_pipeline.warehouse import Warehouse


class Ledger(dg.ConfigurableResource):
    """The project's settings as a resource; an empty field means: as ``claims.toml`` says."""

    warehouse_path: str = ""
    report_path: str = ""
    sources: list[str] = Field(default_factory=list)
    model: str = ""

    def settings(self) -> Settings:
        """The settings file of this project."""
        return settings.load()

    def warehouse(self) -> Warehouse:
        """The warehouse, nothing opened yet."""
        own = self.settings()
        return Warehouse(self.warehouse_path or own.path(own.warehouse), memory_limit=own.memory_limit)

    def report_folder(self) -> Path:
        """Folder that the report is written to."""
        own = self.settings()
        return Path(self.report_path) if self.report_path else own.path(own.report)

    def source_paths(self) -> list[str]:
        """Files, folders and URLs to read, as absolute paths."""
        return list(self.sources) or self.settings().source_paths()

    def model_name(self) -> str:
        """The embedding model."""
        return self.model or self.settings().model


@dg.definitions
def resources() -> dg.Definitions:
    """The resources by key, and the executor: a step in this process costs 0.1 s, one in a process of its own 5 s."""
    return dg.Definitions(resources={"ledger": Ledger()}, executor=dg.in_process_executor)
