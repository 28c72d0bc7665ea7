"""How rare a word is in the languages at large, from the bundled vocabulary: the same today and after a million articles.

A document frequency counted on the ledger itself would change with every article, and with it facts made long ago.
The unigram vocabulary (Kudo 2018) carries a log probability a piece, estimated on 100 languages; a word's
information is what its pieces sum to.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

_FEW = 8  # words that are sooner read one by one
_COMMON, _RARE = 8.0, 20.0  # nats: "people" is below 8, "Abqaiq" above 20
# nats that the form without a capital is the likelier: names that are also words ("Palu", "Kim") lie below the first
_RATHER, _SURELY, _WELL_KNOWN = 0.75, 4.0, -15.5


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


@lru_cache(1 << 16)
def everyday(word: str, least: float | None = None) -> bool:
    """Whether a word with a capital is at large rather written without: "Children" and "Kebakaran" are, "Gaza" and "Kim" are not.

    ``least``: nats by which the form without must be the likelier; without it, what tells words from names that are also words.
    Always false for what is written in capitals throughout, and in scripts that have none.
    """
    return bool(everyday_all([word], least)[0])


def everyday_all(words: Sequence[str], least: float | None = None) -> np.ndarray:
    """:func:`everyday` of many words, bool: a word costs a quarter of what it costs alone."""
    import numpy as np

    out = np.zeros(len(words), bool)
    asked = [k for k, word in enumerate(words) if word.lower() != word and not (len(word) > 1 and word.upper() == word)]
    if asked:
        forms = [form for k in asked for form in (words[k], words[k].lower())]
        own, low = np.array(_said(forms), float).reshape(-1, 2).T
        gain = low - own
        out[asked] = gain >= least if least is not None else ((gain >= _RATHER) & (low > _WELL_KNOWN)) | (gain >= _SURELY)
    return out


def _said(words: list[str]) -> list[float]:
    """Log probability of each word: the sum over its pieces."""
    tokenizer, scores = _vocabulary()
    if len(words) <= _FEW:
        return [float(scores[tokenizer.encode(word, add_special_tokens=False).ids].sum()) for word in words]
    found = tokenizer.encode_batch_fast(words, add_special_tokens=False)
    return [float(scores[encoding.ids].sum()) for encoding in found]


@cache
def _vocabulary() -> tuple[Any, np.ndarray]:
    import json

    import numpy as np
    from tokenizers import Tokenizer

    from claims_pipeline.embeddings.bundled import folder

    file = folder() / "tokenizer.json"
    pieces = json.loads(file.read_text(encoding="utf8"))["model"]["vocab"]
    return Tokenizer.from_file(str(file)), np.array([score for _, score in pieces], np.float32)
