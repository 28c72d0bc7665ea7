"""Plural endings tell where the counted noun ends in a language whose verbs have no form to know them by: "90 people | shelter"."""

from __future__ import annotations

from claims_pipeline.quantities.grammar import BIT
from claims_pipeline.quantities.view import View

_KNOWN = BIT["nouns.generic"] | BIT["nouns.persons"] | BIT["nouns.things"]
_PERSON = BIT["nouns.generic"] | BIT["nouns.persons"]
_INNER = BIT["nouns.join"] | BIT["nouns.and"]
_CHANGE = BIT["measure.change"]
_NOMINAL = BIT["nouns.nominal"]
_POSSESSIVE = frozenset("'’")
_DESCRIBED = 8
"""Tokens from a number to the noun that a list of adjectives stands before."""
_COORDINATED = 4
"""Words behind "and" within which the head must follow: "private and state-run detention facilities"."""


def plural(view: View, i: int) -> bool:
    """Whether the ending or the list of irregular forms makes the word a plural."""
    word, grammar = view.words[i], view.grammar
    if word in grammar.plural_words:
        return True
    return len(word) > 3 and word.endswith(grammar.plurals) and not word.endswith(grammar.not_plurals) and _POSSESSIVE.isdisjoint(word)


def fit(view: View, first: int, end: int, whole: bool = False) -> int:
    """Where the phrase from ``first`` ends for a number other than one, given that a word that cannot belong stands at ``end``.

    ``whole``: the number is a part of the phrase, whose verb may follow ("90 percent of the public demands").
    """
    if not view.grammar.plurals or end <= first:
        return end
    head_end = next((k for k in range(first, end) if view.roles[k] & _INNER), end)
    last = next((k for k in range(head_end - 1, first - 1, -1) if plural(view, k)), -1)
    if last < 0:
        return _beyond(view, first, end, whole) if head_end == end else end
    behind = range(last + 1, head_end)
    owned = any(view.roles[k] & _PERSON or (k in view.triggers and view.triggers[k].label.mode != "before") for k in behind)
    return last + 1 if last + 1 < head_end and not owned else end


def _beyond(view: View, first: int, end: int, whole: bool) -> int:
    """The head of a phrase that has no plural yet: "job | cuts", "300 emergency | calls", "130 private | and state-run facilities"."""
    count = len(view.words)
    if end >= count or view.number[end] >= 0:
        return end
    if view.roles[end] & _CHANGE and plural(view, end):
        return end + 1
    if not whole and view.roles[end] & _NOMINAL and plural(view, end) and not any(view.roles[k] & _PERSON for k in range(first, end)):
        return end + 1
    if not view.roles[end] & BIT["nouns.and"] or any(view.roles[k] & _KNOWN for k in range(first, end)):
        return end
    for k in range(end + 1, min(end + 1 + _COORDINATED, count)):
        if view.number[k] >= 0 or not view.is_word(k) or view.roles[k] & (BIT["nouns.stop"] | BIT["nouns.determiners"] | _INNER):
            return end
        if plural(view, k):
            return k + 1
    return end


def described(view: View, first: int) -> int:
    """Where "1,093 confirmed, probable and suspected cases" ends: adjectives in a list, then the plural; ``first`` where there is none."""
    if not view.grammar.plurals:
        return first
    k, joined, words = first, False, 0
    while k < min(first + _DESCRIBED, len(view.words)) and view.number[k] < 0:
        if view.words[k] == ",":
            joined = joined or words > 0
        elif view.roles[k] & BIT["nouns.and"] and joined and words > 1:
            if k + 1 < len(view.words) and view.words[k + 1] == ",":
                return first
        elif not view.is_word(k) or view.roles[k] & (BIT["nouns.stop"] | BIT["nouns.determiners"] | BIT["attributes.passive"] | _INNER):
            return first
        elif plural(view, k):
            listed = view.roles[k - 1] & BIT["nouns.and"] or view.words[k - 1] == ","
            return first if not joined or words < 2 or listed or view.words[k - 2] == "," else k + 1
        else:
            words += 1
        k += 1
    return first


def nominal(view: View, first: int, end: int) -> int:
    """The same behind a one: "one particular | demand". A verb of one thing would have an ending, so the bare form is the noun."""
    if end <= first or end >= len(view.words) or not view.roles[end] & _NOMINAL or plural(view, end):
        return end
    adjectives = all(view.is_word(k) and not view.roles[k] & _KNOWN and not view.capital(k) for k in range(first, end))
    return end + 1 if adjectives and view.number[end] < 0 else end
