"""Claims become facts: candidates, one explicit model, clusters that do not chain, ids that stay, reasons in words."""

from claims_pipeline.facts.decisions import decide, why
from claims_pipeline.facts.step import link

__all__ = ["decide", "link", "why"]
