"""Every entry of the meaning lists can fire: written alone, it is found as what its list says."""

import pytest

from claims_pipeline.quantities.grammar import _entries, grammar
from claims_pipeline.quantities.language import codes, load
from claims_pipeline.quantities.sentences import Sentence
from claims_pipeline.quantities.view import look


@pytest.mark.parametrize("code", sorted(codes()))
def test_no_entry_is_dead(code: str) -> None:
    """An entry that the tokens cut otherwise ("source:", "1日") never fires; one that is a longer entry of its group in itself may rest."""
    language = load(code)
    rules = grammar(language)
    dead = []
    for phrase, label in _entries(language):
        if "*" in phrase.rstrip("*") or phrase.endswith(" *") or "#" in phrase or phrase != phrase.strip("'*"):
            continue  # what stands for any word or number, and endings behind an apostrophe, need a real one
        text = phrase.rstrip("*")
        hits = look(Sentence(0, len(text), text), [], rules).hits
        if not hits.get(label.group) and not (label.group == "attribution.speakers" and text in rules.acronyms.values()):
            dead.append((phrase, label.group))
    assert dead == []
