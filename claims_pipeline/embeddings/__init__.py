"""Texts become vectors: the bundled multilingual model, and each distinct text embedded once ever."""

from claims_pipeline.embeddings.encoder import BUNDLED, embed_texts
from claims_pipeline.embeddings.step import embed

__all__ = ["BUNDLED", "embed", "embed_texts"]
