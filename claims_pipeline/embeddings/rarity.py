"""How rare a word is in the languages at large, from the bundled vocabulary: the same today and after a million articles.

A document frequency counted on the ledger itself would change with every article, and with it facts made long ago.
The unigram vocabulary (Kudo 2018) carries a log probability a piece, estimated on 100 languages; a word's
information is what its pieces sum to.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

_COMMON, _RARE = 8.0, 20.0  # nats: "people" is below 8, "Abqaiq" above 20


def rarity(words: Sequence[str]) -> np.ndarray:
    """A weight a word, float32 of shape (n,): 0.05 for a common word up to 1 for a rare name."""
    import numpy as np

    if not words:
        return np.zeros(0, np.float32)
    tokenizer, scores = _vocabulary()
    found = np.fromiter(
        (scores[encoding.ids].sum() for encoding in tokenizer.encode_batch_fast(list(words), add_special_tokens=False)),
        np.float32,
        len(words),
    )
    return np.clip((-found - _COMMON) / (_RARE - _COMMON), 0.05, 1.0)


@cache
def _vocabulary() -> tuple[Any, np.ndarray]:
    import json

    import numpy as np
    from tokenizers import Tokenizer

    from claims_pipeline.embeddings.bundled import folder

    file = folder() / "tokenizer.json"
    pieces = json.loads(file.read_text(encoding="utf8"))["model"]["vocab"]
    return Tokenizer.from_file(str(file)), np.array([score for _, score in pieces], np.float32)
