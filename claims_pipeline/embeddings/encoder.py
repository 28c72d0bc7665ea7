"""Texts in, vectors out: one loaded model a process, batches sorted by length, bfloat16 where the processor gains."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims_pipeline.errors import ClaimsError
from claims_pipeline.progress import Progress, silent

if TYPE_CHECKING:
    import numpy as np

BUNDLED = "bundled"
_BATCH = 64
_CHUNK = 4096  # texts encoded between two words to the caller: what a killed run loses


def embed_texts(texts: Sequence[str], model: str = BUNDLED, progress: Progress = silent) -> np.ndarray:
    """Embed ``texts``: float32 of shape (n, d), rows of length one, in the order given.

    ``model`` is "bundled" (multilingual-e5-small, d = 384), or any sentence-transformers model by hub name or folder.
    :class:`ClaimsError` where the model cannot be loaded.
    """
    import numpy as np

    if not texts:
        return np.zeros((0, dimension(model)), np.float32)
    out: np.ndarray | None = None
    for rows, vectors in embed_chunks(texts, model, progress):
        if out is None:
            out = np.empty((len(texts), vectors.shape[1]), np.float32)
        out[rows] = vectors
    assert out is not None
    return out


def embed_chunks(texts: Sequence[str], model: str = BUNDLED, progress: Progress = silent) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Like :func:`embed_texts`, but piece by piece: (positions in ``texts``, their vectors), longest texts first.

    Longest first, so that a text too long for the memory fails at once and the time left is never underestimated.
    """
    import numpy as np

    encoder = load(model)
    order = np.argsort([-len(text) for text in texts], kind="stable")
    progress("embed", 0, len(texts))
    for at in range(0, len(order), _CHUNK):
        rows = order[at : at + _CHUNK]
        vectors = encoder.encode(
            [texts[row] for row in rows], batch_size=_BATCH, convert_to_tensor=True, show_progress_bar=False, normalize_embeddings=True
        )
        found = vectors.float().cpu().numpy()
        # bfloat16 keeps 8 bits: without this a row's length is off by up to 0.004
        found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-12)
        yield rows, found
        progress("embed", min(at + _CHUNK, len(order)), len(texts))


def dimension(model: str = BUNDLED) -> int:
    """How many numbers a vector of this model has."""
    encoder = load(model)
    find = getattr(encoder, "get_embedding_dimension", None) or encoder.get_sentence_embedding_dimension
    return int(find())


@cache
def load(model: str) -> Any:
    """The loaded SentenceTransformer on the CPU. The bundled model is converted on first use; nothing is downloaded for it."""
    # threads that wait must sleep: spinning on a machine that others use too, two threads cost three times one
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    import torch
    from sentence_transformers import SentenceTransformer

    from claims_pipeline.embeddings.bundled import folder, quiet

    place = str(folder()) if model == BUNDLED else model
    kind = torch.bfloat16 if gains_by_bfloat16() else torch.float32
    try:
        with quiet():
            encoder = SentenceTransformer(place, device="cpu", model_kwargs={"dtype": kind})
    except (OSError, ValueError) as error:
        raise ClaimsError(
            f"embedding model {model}",
            str(error).splitlines()[0],
            'Give the folder or hub name of a sentence-transformers model, or "bundled".',
        ) from error
    encoder.eval()
    return encoder


@cache
def gains_by_bfloat16() -> bool:
    """True where the processor multiplies bfloat16 in hardware (AMX or AVX-512 BF16): there it is 2 to 3 times as fast."""
    info = Path("/proc/cpuinfo")
    if not info.is_file():
        return False
    flags = next((line for line in info.read_text(encoding="utf8", errors="replace").splitlines() if line.startswith("flags")), "")
    return not {"amx_bf16", "avx512_bf16"}.isdisjoint(flags.split())
