"""The texts that stand for a claim hold no number, and what it is found by is its names and words."""

import pytest

from claims_pipeline.embeddings.texts import article_names, context, names, profile, stems, text_hash, window


def test_two_figures_of_one_sentence_have_two_focuses() -> None:
    dead = profile(
        "The quake left ## dead and # injured in Larkham",
        "The quake left 4 dead and 11 injured in Larkham",
        "people",
        "killed",
        None,
        frozenset(),
    )
    hurt = profile(
        "The quake left # dead and ## injured in Larkham",
        "The quake left 4 dead and 11 injured in Larkham",
        "people",
        "injured",
        None,
        frozenset(),
    )
    assert dead.focus != hurt.focus
    assert dead.noun != hurt.noun
    assert not any(character.isdigit() for character in dead.focus + dead.noun)


def test_the_number_never_changes_the_focus() -> None:
    few = profile("At least ## people drowned", "At least 3 people drowned", "people", "killed", None, frozenset())
    many = profile("At least ## people drowned", "At least 300 people drowned", "people", "killed", None, frozenset())
    assert (few.focus, few.noun) == (many.focus, many.noun)


def test_a_scope_that_the_noun_says_already_is_not_said_twice() -> None:
    said = profile("## children drowned", "9 children drowned", "children", "killed", "children", frozenset())
    assert said.noun.count("children") == 1
    more = profile("## people drowned, all children", "9 people drowned, all children", "people", "killed", "children", frozenset())
    assert "children" in more.noun


def test_a_name_that_opens_a_sentence_counts_only_when_the_article_knows_it() -> None:
    text = 'Rescuers left. Larkham slept. "Mayor Odell spoke," said Odell.'
    assert "Larkham" not in names(text)
    assert "Larkham" in names(text, frozenset({"Larkham"}))
    assert "Odell" in names(text)


def test_endings_and_capitals_do_not_make_another_name() -> None:
    assert names("He saw LARKHAM and Larkham's mayor") == ["Larkham"]


@pytest.mark.parametrize("word", ["Monday", "Senin", "September", "Donnerstag", "mardi"])
def test_weekdays_and_months_are_nobodys_name(word: str) -> None:
    assert names(f"It happened on {word} in Larkham") == ["Larkham"]


def test_words_of_a_headline_are_names_only_where_the_body_has_them() -> None:
    body = "The mayor of Larkham said so. " * 20
    assert article_names("Dozens Flee As Larkham Burns", body) == ["Larkham"]
    assert set(article_names("Dozens Flee As Larkham Burns", "")) >= {"Larkham", "Flee"}


def test_the_window_is_the_clause_around_the_number() -> None:
    masked = " ".join(["far"] * 30 + ["near", "##", "houses"] + ["away"] * 30)
    assert "near ## houses" in window(masked)
    assert len(window(masked).split()) == 17
    assert "##" in window("事故造成" * 20 + "##人死亡" + "事故造成" * 20)
    assert len(window("事故造成" * 50 + "##人死亡" + "事故造成" * 50)) <= 80


def test_context_masks_numbers_and_repeats_no_title() -> None:
    assert context("Toll rises to 12", "Toll rises to 12 in Larkham") == "Toll rises to # in Larkham"
    assert context("A storm", "Winds of 120 km/h") == "A storm. Winds of # km/h"


def test_stems_join_the_forms_of_a_word() -> None:
    assert stems("korban korbannya") == ["korba"]


def test_hashes_of_any_text_even_a_broken_one() -> None:
    assert len(text_hash("\ud800")) == 32
    assert text_hash("a") != text_hash("b")
