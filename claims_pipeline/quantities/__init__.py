"""Text becomes quantities: every figure of an article, what it counts, how sure it is, who says so."""

from claims_pipeline.quantities.api import extract
from claims_pipeline.records import Quantity

__all__ = ["Quantity", "extract"]
