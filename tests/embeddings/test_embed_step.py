"""The embedding step: each distinct text once ever, by any model, however often it is run or stopped."""

from pathlib import Path

import pytest
from told import Told, tell

from claims_pipeline.embeddings import embed
from claims_pipeline.warehouse import Warehouse

NEWS = [
    Told(
        "a1",
        "Gazette",
        "Ferry sinks off Larkham",
        "A ferry sank. At least ## people drowned near Larkham.",
        12,
        noun="people",
        attribute="killed",
    ),
    Told(
        "a2",
        "Courier",
        "Ferry sinks off Larkham",
        "A ferry sank. At least ## people drowned near Larkham.",
        14,
        noun="people",
        attribute="killed",
    ),
    Told(
        "a3", "Courier", "Rice dearer", "The price of rice rose by ## in Padua.", 7, noun="price of rice", kind="percent", measure="change"
    ),
]


def counts(ledger: Warehouse) -> tuple[int, int, set[str]]:
    with ledger.read() as con:
        claims = con.execute("SELECT count(*) FROM claim_texts").fetchall()[0][0]
        rows, models = con.execute("SELECT count(*), list(DISTINCT model) FROM claim_embeddings").fetchall()[0]
        return claims, rows, set(models)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    ledger = Warehouse(tmp_path_factory.mktemp("embed") / "ledger.duckdb")
    tell(ledger, NEWS[:1])
    return ledger


def test_only_what_is_new_is_embedded(ledger: Warehouse) -> None:
    first = embed(ledger)
    assert first.counts["claims"] == 1
    before = counts(ledger)
    again = embed(ledger)
    assert again.counts == {"claims": 0, "texts": 0, "embedded": 0}
    assert counts(ledger) == before
    tell(ledger, NEWS[1:2])
    same_words = embed(ledger)
    assert same_words.counts["claims"] == 1
    assert same_words.counts["embedded"] == 0, "another outlet's same words, with another number, are one text"
    tell(ledger, NEWS[2:])
    assert embed(ledger).counts["embedded"] == 3, "focus, noun and context of the rice"
    with ledger.read() as con:
        assert con.execute("SELECT count(*) - count(DISTINCT (text_hash, model)) FROM claim_embeddings").fetchall() == [(0,)]


def test_a_carried_claim_needs_no_texts_and_a_lost_one_loses_them(tmp_path: Path) -> None:
    ledger = Warehouse(tmp_path / "ledger.duckdb")
    tell(ledger, NEWS)
    with ledger.write() as con:
        con.execute("UPDATE claims SET carried_from = 'older' WHERE article_id = 'a3'")
    assert embed(ledger).counts["claims"] == 2
    with ledger.write() as con:
        con.execute("DELETE FROM claims WHERE article_id = 'a2'")
    embed(ledger)
    assert counts(ledger)[0] == 1


def test_a_model_of_another_width_replaces_the_vectors(tmp_path: Path) -> None:
    ledger = Warehouse(tmp_path / "ledger.duckdb")
    tell(ledger, NEWS)
    embed(ledger)
    small = tiny_model(tmp_path / "tiny")
    result = embed(ledger, model=small)
    assert "384" in result.notes[0] and "32" in result.notes[0]
    claims, rows, models = counts(ledger)
    assert (claims, models) == (3, {small}) and rows > 3
    with ledger.read() as con:
        assert con.execute("SELECT DISTINCT typeof(embedding) FROM claim_embeddings").fetchall() == [("FLOAT[32]",)]
        assert con.execute("SELECT model, dimension FROM embedding_models").fetchall() == [(small, 32)]


def tiny_model(folder: Path) -> str:
    """A sentence-transformers model of 32 numbers with random weights, made on the spot."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(1)
    words = ["[PAD]", "[UNK]", *"abcdefghijklmnopqrstuvwxyz#?:.", "people", "rice"]
    tokenizer = Tokenizer(models.WordLevel({word: k for k, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    plain = folder / "plain"
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]").save_pretrained(plain)
    shape = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
    BertModel(BertConfig(vocab_size=len(words), **shape)).save_pretrained(plain)
    SentenceTransformer(modules=[Transformer(str(plain)), Pooling(32)], device="cpu").save(str(folder / "whole"))
    return str(folder / "whole")
