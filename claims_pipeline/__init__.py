"""The ledger of every figure in the news: claims, facts, and where the numbers drift."""

__version__ = "0.1.0"
